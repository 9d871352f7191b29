import { tellsOfDistress } from '../../../../../../integrations/nlu/embedded/rules/distress-words.ts';

test.each([
  "i'm going to kill myself",
  'i want to die',
  "i don't want to live anymore",
  'maybe i should just end my life',
  "i'll kill your driver",
  'im feeling suicidal',
  'もう死にたいです',
  '自殺を考えています',
])('words of somebody who may harm themselves or others: %s', (words) => {
  expect(tellsOfDistress(words)).toBe(true);
});

test.each([
  'my robot vacuum died',
  'the battery is dead',
  'i would die for that espresso machine',
  'this wait is killing me',
  'i cut the cable myself',
  'i nearly died laughing',
  'カメラが死んでいます',
])('words of everyday trouble are none: %s', (words) => {
  expect(tellsOfDistress(words)).toBe(false);
});
