import { isOtherLanguage } from '../../../../../../integrations/nlu/embedded/rules/other-language.ts';

test.each([
  'do you speak german?',
  'can we talk in spanish',
  'español por favor',
  '¿dónde está mi pedido?',
  'hola, quiero mi pedido',
  'wo ist meine bestellung bitte',
  '내 주문 어디 있어요',
  '中国語で話せますか',
])('stands in or asks for a language that we do not speak: %s', (words) => {
  expect(isOtherLanguage(words)).toBe(true);
});

test.each([
  'where is my espresso machine',
  'do you speak english?',
  'my robot is named gracias',
  '12 calle dónde street',
  'the manual is only in german',
  '荷物はどこですか',
])('is English or Japanese: %s', (words) => {
  expect(isOtherLanguage(words)).toBe(false);
});
