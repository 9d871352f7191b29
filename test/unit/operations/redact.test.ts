import { redact } from '../../../operations/privacy/redact.ts';

describe('masks', () => {
  test.each([
    ['mail me at anna.meyer+x@example.co.jp please', 'mail me at [EMAIL] please'],
    ['メールはtaro@example.jpです', 'メールは[EMAIL]です'],
    ['my card is 4111 1111 1111 1111', 'my card is [CARD]'],
    ['4111-1111-1111-1111', '[CARD]'],
    ['カードは4111111111111111', 'カードは[CARD]'],
    ['4111 1111 1111 1111', '[CARD]'],
    ['090-1234-5678 です', '[PHONE] です'],
    ['09012345678', '[PHONE]'],
    ['電話は03-1234-5678', '電話は[PHONE]'],
    ['090-1234-5678', '[PHONE]'],
    ['+81 90-1234-5678', '[PHONE]'],
    ['call (415) 555-2671 today', 'call [PHONE] today'],
    ['call 415-555-2671', 'call [PHONE]'],
    ['+1 415 555 2671', '[PHONE]'],
    ['〒150-0001 東京都', '[POSTCODE] 東京都'],
    ['郵便番号は150-0001', '郵便番号は[POSTCODE]'],
    ['my zip code is 94105', 'my zip code is [POSTCODE]'],
    ['San Francisco, CA 94105', 'San Francisco, CA [POSTCODE]'],
    ['94105-1234', '[POSTCODE]'],
    ['the code is 123456', 'the code is [CODE]'],
    ['認証番号は123456です', '認証番号は[CODE]です'],
    ['123456', '[CODE]'],
    ['123 456', '[CODE]'],
    ['123456', '[CODE]'],
    ['090-1234-5678 on 2026-11-24 or 090-8765-4321', '[PHONE] on 2026-11-24 or [PHONE]'],
    ['code for AB123456 is 998877', 'code for AB123456 is [CODE]'],
    ['my password is hunter2!', 'my password is [SECRET]'],
    ['マイナンバーは1234 5678 9018', 'マイナンバーは[MY_NUMBER]'],
    ['my mail is jane dot doe at example dot com thanks', 'my mail is [EMAIL] thanks'],
    ['t o b y at gmail dot com', '[EMAIL]'],
    ['sam dash okoro 84 at example dot com', '[EMAIL]'],
    ['ben (at) example (dot) com', '[EMAIL]'],
    ['peggy sue all one word at example dot com', '[EMAIL]'],
    ['mori アットマーク example ドット ne ドット jp です', '[EMAIL] です'],
    ['kenta あっと example どっと com', '[EMAIL]'],
    ['ティーエーアールオー アットマーク ジーメール ドット コム', '[EMAIL]'],
    ['call four one five, five five five, oh one three two', 'call [PHONE]'],
    ['two oh six triple five oh one double nine', '[PHONE]'],
    ['携帯は ゼロきゅうゼロ、いちにさんよん、ごろくななはち です', '携帯は [PHONE] です'],
    ['〇九〇 一二三四 五六七八', '[PHONE]'],
    ['my zip is nine four one oh seven', 'my zip is [POSTCODE]'],
    ['郵便番号は一五〇の〇〇四三です', '郵便番号は[POSTCODE]です'],
  ])('%s', (text, masked) => {
    expect(redact(text)).toBe(masked);
  });
});

describe('keeps', () => {
  test.each([
    'Where is my order AB123456?',
    '注文番号はAB123456です',
    'ab123456',
    'AB-123456',
    'It comes on 2026-11-24.',
    '2026年11月24日に届きます',
    '11月24日 14:00',
    '12,800円です',
    '¥7,980',
    'It costs $79.80',
    'the third one, 2 pieces',
    'I bought it in 2024',
    'model X200 version 3',
    '2026-11-24T09:00:00.000Z',
    '荷物はどこですか',
    'A B one two three four five six',
    'エービー いちにさんよんごろく',
    '二〇二六年十一月二十四日',
    'look at the dot on the screen',
    'あっという間に壊れた',
    'I waited one or two hours',
    'What time is it',
  ])('%s', (text) => {
    expect(redact(text)).toBe(text.normalize('NFKC'));
  });
});

test('reads long and odd texts to their end', () => {
  for (const text of [
    '1'.repeat(10_000),
    '1-'.repeat(5000),
    'a@'.repeat(5000),
    'code '.repeat(3000),
    '〒'.repeat(5000),
    ' '.repeat(10_000),
    'one '.repeat(3000),
    'a dot '.repeat(2000),
    'a b '.repeat(3000),
    'ー'.repeat(5000),
    'ドット '.repeat(3000),
    'いち'.repeat(5000),
  ]) {
    expect(typeof redact(text)).toBe('string');
  }
});

test('short numbers in words go where the turn told something personal', () => {
  expect(redact('nine four one oh seven')).toBe('nine four one oh seven');
  expect(redact('nine four one oh seven', true)).toBe('[NUMBER]');
  expect(redact('いちごーゼロの、ゼロゼロよんさん', true)).not.toContain('ゼロ');
});
