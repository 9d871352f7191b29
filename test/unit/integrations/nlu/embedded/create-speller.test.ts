import { createSpeller } from '../../../../../integrations/nlu/embedded/classifier/create-speller.ts';

const KNOWN = new Map(
  Object.entries({
    warranty: 40,
    extended: 9,
    renew: 50,
    router: 12,
    reconnect: 5,
    with: 300,
    where: 200,
    person: 60,
    rare: 1,
  }),
);
const spell = createSpeller((word) => KNOWN.get(word) ?? 0);

test.each([
  ['can i renwe the extended waranty', 'can i renew the extended warranty'],
  ['reconect to the ruoter', 'reconnect to the router'],
  ['a persn, wiht a voice', 'a person, with a voice'],
  ['extendedd warrenty', 'extended warranty'],
])('a slip of the fingers is mended: %s', (typed, meant) => {
  expect(spell(typed)).toBe(meant);
});

test.each([
  ['a word that training knows, however rare', 'rare'],
  ['one that is near to nothing known', 'lavender'],
  ['one whose first letter is another', 'ferson'],
  ['one that is near to a rare one alone', 'rares'],
  ['a short one with a wrong letter', 'wuth'],
  ['a masked value, a number, an address of mail', '#renwe ab12renwe renwe@renwe.example ren-renwe'],
  ['what is not written in Latin letters', '修理 ремонт renweしたい'],
])('left alone is %s', (_, typed) => {
  expect(spell(typed)).toBe(typed);
});

test('where many words are strange, only the first are looked at', () => {
  const asked: string[] = [];
  const count = createSpeller((word) => {
    asked.push(word);
    return 0;
  });
  const strange = Array.from({ length: 300 }, (_, n) => `strange${'abcdefghij'[n % 10]}${'klmnop'[n % 6]}`);
  expect(count(strange.join(' '))).toBe(strange.join(' '));
  expect(asked.length).toBeLessThan(20 * 700 + 300);
});
