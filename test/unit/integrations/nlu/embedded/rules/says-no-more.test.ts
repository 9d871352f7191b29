import { saysNoMore } from '../../../../../../integrations/nlu/embedded/rules/says-no-more.ts';

const renew = { value: true, label: 'Renew', synonyms: ['renew it', 'go ahead'] };
const renewJa = { value: true, label: '更新する', synonyms: ['更新で', 'お願いします'] };

test.each(['yes, renew it please', 'fine, go ahead and renew', 'ok that sounds great', 'sure'])(
  '"%s" says no more than yes',
  (words) => expect(saysNoMore(words, renew)).toBe(true),
);

test.each([
  'ok care plus then',
  'yes but how much is the bigger one',
  'go ahead and cancel it',
  'renew the other plan',
])('"%s" says something else besides', (words) => expect(saysNoMore(words, renew)).toBe(false));

test.each(['はい、お願いします', 'じゃあ更新で', 'それで結構です'])('「%s」 says no more than yes', (words) =>
  expect(saysNoMore(words, renewJa)).toBe(true),
);

test.each(['はい、でもプラスのほうにしたいです', '更新じゃなくて解約で'])(
  '「%s」 says something else besides',
  (words) => expect(saysNoMore(words, renewJa)).toBe(false),
);
