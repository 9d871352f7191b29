import type { Locale } from '../../../../../dialogs/protocol/locale.ts';
import type { Json } from '../../../../../dialogs/protocol/value.ts';
import { findEntities } from '../../../../../integrations/nlu/embedded/entities/find-entities.ts';
import { cleanText } from '../../../../../integrations/nlu/embedded/normalise-text.ts';
import { CONTEXT, expecting, question } from '../expectation.ts';

const PRODUCTS = [
  {
    value: 'espresso_machine',
    words: {
      en: ['Caffè Uno espresso machine', 'espresso machine', 'coffee maker', 'Caffè Uno'],
      ja: ['エスプレッソマシン', 'コーヒーメーカー', 'カフェウノ'],
    },
  },
  {
    value: 'robot_vacuum',
    words: {
      en: ['Hako robot vacuum', 'robot vacuum', 'vacuum cleaner', 'hoover'],
      ja: ['ロボット掃除機', '掃除機', 'ハコ'],
    },
  },
  { value: 'kettle', words: { en: ['electric kettle', 'kettle'], ja: ['電気ケトル', 'ケトル', 'やかん'] } },
];

function found(text: string, locale: Locale, type: string, asked: boolean, zone = CONTEXT.zone): Json | undefined {
  const expectation = asked
    ? expecting(locale, { question: question({ type, slot: type }) })
    : expecting(locale, { slots: [{ name: type, type, filled: false }] });
  const entities = findEntities(cleanText(text), locale, expectation, { ...CONTEXT, zone }, { product: PRODUCTS });
  const fitting = entities.filter((entity) => entity.type === type && (asked || entity.confidence >= 0.5));
  return fitting.at(-1)?.value;
}

type Row = readonly [text: string, value: Json | undefined];

function table(name: string, type: string, locale: Locale, asked: boolean, rows: readonly Row[], zone?: string): void {
  describe(name, () => {
    test.each(rows)('%s → %j', (text, value) => {
      expect(found(text, locale, type, asked, zone)).toEqual(value);
    });
  });
}

table('order numbers in English, said at any time', 'order_number', 'en', false, [
  ['AB123456', 'AB123456'],
  ['ab123456', 'AB123456'],
  ['where is my order AB123456?', 'AB123456'],
  ['order no. AB123456 please', 'AB123456'],
  ['ＡＢ１２３４５６', 'AB123456'],
  ['AB 123 456', 'AB123456'],
  ['AB-123-456', 'AB123456'],
  ['AB 12 34 56', 'AB123456'],
  ["it's ab-123456, thanks", 'AB123456'],
  ['order number:AB123456', 'AB123456'],
  ['#AB123456', 'AB123456'],
  ['(AB123456)', 'AB123456'],
  ['AB12345O', 'AB123450'],
  ['A as in alpha, B, one two, double three, four five', 'AB123345'],
  ['a as in apple b as in boy one two three four five six', 'AB123456'],
  ['alpha bravo one two three four five six', 'AB123456'],
  ['Kilo Lima nine nine zero zero one two', 'KL990012'],
  ['A B one two three four five six', 'AB123456'],
  ['the order is x y oh oh seven seven triple one is it there', undefined],
  ['X Y oh oh seven triple one', 'XY007111'],
  ['C D twelve thirty four fifty six', 'CD123456'],
  ['bee cee one two three four five six', 'BC123456'],
  ['double u x one two three four five six', 'WX123456'],
  ['A B twelve thirty-four fifty-six please', 'AB123456'],
  ['A, B. 1 2 3 4 5 6', 'AB123456'],
  ['it is AB one two three, four five six', 'AB123456'],
  ['q for queen, t for tango, nine eight seven six five four', 'QT987654'],
  ['mike mike nought one nought two nought three', 'MM010203'],
  ['AB hundred', undefined],
  ['I paid 123456 for it', undefined],
  ['it is 123456', undefined],
  ['call me on 415 555 0132', undefined],
  ['no 123456', undefined],
  ['AB1234567', undefined],
  ['ABC123456', undefined],
  ['on 24 11 2026', undefined],
  ['I have two orders', undefined],
]);

table('order numbers in English, when asked for: also incomplete ones', 'order_number', 'en', true, [
  ['AB12345', 'AB12345'],
  ["it's AB 1234", 'AB1234'],
  ['123456', '123456'],
  ['number is 12345', '12345'],
  ['ABC123456', 'ABC123456'],
  ['AB1234567', 'AB1234567'],
  ['A B one two three', 'AB123'],
  ['is 123456', '123456'],
  ['415-555-0132', undefined],
  ["I don't know", undefined],
  ['two weeks ago', undefined],
  ['what do you mean', undefined],
]);

table('order numbers in Japanese', 'order_number', 'ja', false, [
  ['AB123456', 'AB123456'],
  ['ＡＢ１２３４５６です', 'AB123456'],
  ['番号はAB123456です', 'AB123456'],
  ['注文番号AB123456の荷物はどこですか', 'AB123456'],
  ['ａｂ－１２３４５６', 'AB123456'],
  ['エー、ビー、いちにさん、よんごーろく', 'AB123456'],
  ['えーびーいちにさんよんごろく', 'AB123456'],
  ['エービー一二三四五六', 'AB123456'],
  ['シーディーの、ゼロゼロいち、ニーサンヨン', 'CD001234'],
  ['ケーエル、きゅう、きゅう、れい、れい、まる、に', 'KL990002'],
  ['エックス ワイ 〇〇七 一一一', 'XY007111'],
  ['エムエヌ なな はち きゅう しち ご に です', 'MN789752'],
  ['アルファのA、ブラボーのB、1、2、3、4、5、6', 'AB123456'],
  ['Aの、Bの、123の456', 'AB123456'],
  ['ピーキュー、10、20、30', 'PQ102030'],
  ['ティーエス ハイフン 一二三四五六', 'TS123456'],
  ['〒100-0001', undefined],
  ['3日前に注文しました', undefined],
  ['電話は090-1234-5678です', undefined],
  ['まだ届きません', undefined],
]);

table('order numbers in Japanese, when asked for: also incomplete ones', 'order_number', 'ja', true, [
  ['AB12345です', 'AB12345'],
  ['123456です', '123456'],
  ['エービーいちにさん', 'AB123'],
  ['わかりません', undefined],
  ['10月5日に注文しました', undefined],
]);

table('contract numbers', 'contract_number', 'en', true, [
  ['PL-123456', 'PL123456'],
  ['contract number is 20261234', '20261234'],
  ['my plan', undefined],
]);

table('postcodes in English, when asked for', 'postal_code', 'en', true, [
  ['94107', '94107'],
  ["it's 94107", '94107'],
  ['94107-1234', '94107-1234'],
  ['zip code 10001', '10001'],
  ['nine four one oh seven', '94107'],
  ['nine four one zero seven', '94107'],
  ['100-0001', '100-0001'],
  ['１００－０００１', '100-0001'],
  ['1000001', '100-0001'],
  ['9410', '9410'],
  ["it's the 94107 one", '94107'],
  ["I don't know it", undefined],
]);

table('postcodes in English, said at any time', 'postal_code', 'en', false, [
  ['my zip is 94107', '94107'],
  ['the order AB123456 goes to zip 94107', '94107'],
  ['I paid 12000', undefined],
  ['postcode 100-0001', '100-0001'],
]);

table('postcodes in Japanese', 'postal_code', 'ja', true, [
  ['〒123-4567', '123-4567'],
  ['123-4567', '123-4567'],
  ['1234567', '123-4567'],
  ['１２３４５６７です', '123-4567'],
  ['１２３ー４５６７', '123-4567'],
  ['郵便番号は1000001です', '100-0001'],
  ['いちぜろぜろの、ゼロゼロゼロいち', '100-0001'],
  ['一〇〇の〇〇〇一', '100-0001'],
  ['94107', '94107'],
  ['12345', '12345'],
  ['忘れました', undefined],
]);

table('emails in English', 'email', 'en', false, [
  ['jane@example.com', 'jane@example.com'],
  ["it's Jane.Doe@Example.com.", 'jane.doe@example.com'],
  ['jane dot doe at example dot com', 'jane.doe@example.com'],
  ['jane underscore doe at example dot co dot jp', 'jane_doe@example.co.jp'],
  ['j a n e at gmail dot com', 'jane@gmail.com'],
  ['my email is sam+shop@mail.example.org thanks', 'sam+shop@mail.example.org'],
  ['meet me at noon', undefined],
  ['jane@', undefined],
]);

table('emails in Japanese', 'email', 'ja', false, [
  ['taro@example.jpです', 'taro@example.jp'],
  ['ｔａｒｏ＠ｅｘａｍｐｌｅ．ｊｐ', 'taro@example.jp'],
  ['taro アットマーク example ドット jp', 'taro@example.jp'],
  ['taroあっとexampleドットcoドットjp', 'taro@example.co.jp'],
  ['メールはまだです', undefined],
]);

table('phone numbers in English', 'phone_number', 'en', true, [
  ['415-555-0132', '+14155550132'],
  ['(415) 555 0132', '+14155550132'],
  ['+81 90 1234 5678', '+819012345678'],
  ['four one five, five five five, oh one three two', '+14155550132'],
  ['090-1234-5678', '+819012345678'],
  ['123', undefined],
]);

table('phone numbers in Japanese', 'phone_number', 'ja', true, [
  ['090-1234-5678', '+819012345678'],
  ['０９０１２３４５６７８', '+819012345678'],
  ['03-1234-5678です', '+81312345678'],
  ['ゼロきゅうゼロ、いちにさんよん、ごろくななはち', '+819012345678'],
  ['わかりません', undefined],
]);

table('dates in English', 'date', 'en', true, [
  ['today', '2026-11-24'],
  ['tomorrow', '2026-11-25'],
  ['tomorrow please', '2026-11-25'],
  ['yesterday', '2026-11-23'],
  ['the day after tomorrow', '2026-11-26'],
  ['friday', '2026-11-27'],
  ['this friday', '2026-11-27'],
  ['next friday', '2026-12-04'],
  ['in 3 days', '2026-11-27'],
  ['in two weeks', '2026-12-08'],
  ['December 2', '2026-12-02'],
  ['Dec 2nd, 2026', '2026-12-02'],
  ['2 December', '2026-12-02'],
  ['the second of December', '2026-12-02'],
  ['12/2', '2026-12-02'],
  ['2026-12-02', '2026-12-02'],
  ['the 30th', '2026-11-30'],
  ['the 10th of next month', '2026-12-10'],
  ['next month on the 5th', '2026-12-05'],
  ['this weekend', '2026-11-28'],
  ['next weekend', '2026-12-05'],
  ['end of the month', '2026-11-30'],
  ['I ordered it 3 days ago', '2026-11-21'],
  ['I bought it last friday', '2026-11-20'],
  ['whenever', undefined],
  ['soon', undefined],
]);

table('dates in English where the day comes first', 'date', 'en', true, [['5/12', '2026-12-05']], 'Europe/London');

table('dates in Japanese', 'date', 'ja', true, [
  ['今日', '2026-11-24'],
  ['本日でお願いします', '2026-11-24'],
  ['明日', '2026-11-25'],
  ['あしたがいいです', '2026-11-25'],
  ['明後日', '2026-11-26'],
  ['昨日', '2026-11-23'],
  ['おととい買いました', '2026-11-22'],
  ['金曜日', '2026-11-27'],
  ['金曜', '2026-11-27'],
  ['今週の金曜日', '2026-11-27'],
  ['来週の金曜日', '2026-12-04'],
  ['来週金曜', '2026-12-04'],
  ['先週の月曜日に注文しました', '2026-11-16'],
  ['再来週の水曜日', '2026-12-09'],
  ['次の火曜日', '2026-12-01'],
  ['3日前', '2026-11-21'],
  ['三日前', '2026-11-21'],
  ['３日後', '2026-11-27'],
  ['十日後', '2026-12-04'],
  ['2週間後', '2026-12-08'],
  ['1か月前に買った', '2026-10-24'],
  ['今週末', '2026-11-28'],
  ['週末がいい', '2026-11-28'],
  ['来週末', '2026-12-05'],
  ['来月の10日', '2026-12-10'],
  ['来月十日', '2026-12-10'],
  ['先月の5日', '2026-10-05'],
  ['来月のついたち', '2026-12-01'],
  ['今月末', '2026-11-30'],
  ['12月2日', '2026-12-02'],
  ['十二月二日', '2026-12-02'],
  ['１２月２日の午後', '2026-12-02'],
  ['12/2', '2026-12-02'],
  ['2026年12月2日', '2026-12-02'],
  ['二〇二六年十二月二日', '2026-12-02'],
  ['令和8年12月2日', '2026-12-02'],
  ['2026/12/02', '2026-12-02'],
  ['来年の3月5日', '2027-03-05'],
  ['1月5日', '2027-01-05'],
  ['10月5日に注文しました', '2026-10-05'],
  ['30日', '2026-11-30'],
  ['10日でお願いします', '2026-12-10'],
  ['いつでもいいです', undefined],
  ['2月30日', undefined],
  ['来週', undefined],
]);

table('instants', 'datetime', 'en', true, [
  ['tomorrow at 3 pm', '2026-11-25T06:00:00.000Z'],
  ['tomorrow at 10:30', '2026-11-25T01:30:00.000Z'],
  ['friday around 4', '2026-11-27T07:00:00.000Z'],
  ['5 pm', '2026-11-24T08:00:00.000Z'],
  ['at noon tomorrow', '2026-11-25T03:00:00.000Z'],
  ['tomorrow', undefined],
]);

table('instants in Japanese', 'datetime', 'ja', true, [
  ['明日の午後3時', '2026-11-25T06:00:00.000Z'],
  ['明日の15時半', '2026-11-25T06:30:00.000Z'],
  ['金曜日の三時', '2026-11-27T06:00:00.000Z'],
  ['午前十時', '2026-11-25T01:00:00.000Z'],
]);

table('numbers in English', 'integer', 'en', true, [
  ['3', 3],
  ['three', 3],
  ['twenty-three', 23],
  ['two hundred and five', 205],
  ['1,234', 1234],
  ['a couple', 2],
  ['none at all', undefined],
]);

table('numbers in Japanese', 'integer', 'ja', true, [
  ['3', 3],
  ['三', 3],
  ['３つです', 3],
  ['千二百三十四', 1234],
  ['一二三四', 1234],
  ['3万5千', 35000],
  ['二十三個', 23],
  ['わからない', undefined],
]);

table('money', 'money', 'en', true, [
  ['$79.80', { amount: 79.8, currency: 'USD' }],
  ['twenty dollars', { amount: 20, currency: 'USD' }],
  ['¥7,980', { amount: 7980, currency: 'JPY' }],
  ['50 euros', { amount: 50, currency: 'EUR' }],
]);

table('money in Japanese', 'money', 'ja', true, [
  ['7,980円', { amount: 7980, currency: 'JPY' }],
  ['三千円', { amount: 3000, currency: 'JPY' }],
  ['1万円くらい', { amount: 10000, currency: 'JPY' }],
  ['20ドル', { amount: 20, currency: 'USD' }],
]);

table('names in English', 'person_name', 'en', true, [
  ['My name is Jane Doe', 'Jane Doe'],
  ["I'm Jane", 'Jane'],
  ['jane doe', 'jane doe'],
  ['this is Mr. Smith', 'Smith'],
  ["it's Anne-Marie O'Neil", "Anne-Marie O'Neil"],
  ["I don't want to say", undefined],
]);

table('names in Japanese', 'person_name', 'ja', true, [
  ['山田太郎です', '山田太郎'],
  ['山田と申します', '山田'],
  ['名前は佐藤花子です', '佐藤花子'],
  ['ヤマダ タロウ', 'ヤマダ タロウ'],
  ['鈴木様です', '鈴木'],
]);

table('products in English', 'product', 'en', false, [
  ['my espresso machine is broken', 'espresso_machine'],
  ['the coffee maker', 'espresso_machine'],
  ['caffe uno', 'espresso_machine'],
  ['espreso machine', 'espresso_machine'],
  ['where is the robot vacum', 'robot_vacuum'],
  ['vacuum cleaners', 'robot_vacuum'],
  ['the kettle', 'kettle'],
  ['my keyboard', undefined],
  ['the machine', undefined],
]);

table('products in Japanese', 'product', 'ja', false, [
  ['エスプレッソマシンが動かない', 'espresso_machine'],
  ['ｺｰﾋｰﾒｰｶｰ', 'espresso_machine'],
  ['掃除機の件です', 'robot_vacuum'],
  ['ハコが止まる', 'robot_vacuum'],
  ['ケトル', 'kettle'],
  ['hakoの掃除機', 'robot_vacuum'],
  ['パソコン', undefined],
]);

test('of two numbers the one that is taken back is left out', () => {
  expect(found('not AB123456, AB123457', 'en', 'order_number', false)).toBe('AB123457');
  expect(found('AB123457 じゃなくて AB123456 です', 'ja', 'order_number', false)).toBe('AB123456');
  expect(found('AB123456 instead of AB123457', 'en', 'order_number', false)).toBe('AB123456');
});

test('a slot of which two choices are named stays empty', () => {
  const slots = [
    {
      name: 'period',
      type: 'choice',
      filled: false,
      choices: [
        { value: 'year', words: ['yearly', 'one year'] },
        { value: 'month', words: ['monthly'] },
      ],
    },
  ];
  const read = (text: string) =>
    findEntities(text, 'en', expecting('en', { slots }), CONTEXT, {}).map(({ value }) => value);
  expect(read('renew my yearly plan')).toEqual(['year']);
  expect(read('is yearly better than monthly')).toEqual([]);
});
