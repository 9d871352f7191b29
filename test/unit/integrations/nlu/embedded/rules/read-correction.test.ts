import { readCorrection } from '../../../../../../integrations/nlu/embedded/rules/read-correction.ts';

describe('an answer to a read-back, taken apart', () => {
  it.each([
    ['no wait, 14 Elm Street, Springfield', '14 Elm Street, Springfield'],
    ['oh sorry, it should be 14 Oak Street', '14 Oak Street'],
    ['hm, make it Friday instead', 'Friday'],
    ['not Wednesday but Friday please', 'Friday'],
    ["I'd rather have the two-year plan", 'the two-year plan'],
    ['actually nine in the morning would be better', 'nine in the morning'],
  ])('finds the new value in “%s”', (text, value) => {
    expect(readCorrection(text, 'en').value).toBe(value);
  });

  it.each([
    ['いえ、墨田区押上1-1-2にしてください', '墨田区押上1-1-2'],
    ['月曜じゃなくて土曜です', '土曜'],
    ['すみません、やっぱり2年でお願いします', '2年'],
    ['待ってください、ふたが割れていたと伝えてください', 'ふたが割れていた'],
  ])('finds the new value in 「%s」', (text, value) => {
    expect(readCorrection(text, 'ja').value).toBe(value);
  });

  it('tells a denial from a value said alone, and words to be written from others', () => {
    expect(readCorrection('for two years', 'en')).toMatchObject({ denies: false, carried: true, dictated: false });
    expect(readCorrection('no, two years', 'en')).toMatchObject({ denies: true, carried: false });
    expect(readCorrection('hold on, tell them I need it by Friday', 'en')).toMatchObject({ dictated: true });
    expect(readCorrection('2年', 'ja')).toMatchObject({ denies: false, carried: false });
  });
});
