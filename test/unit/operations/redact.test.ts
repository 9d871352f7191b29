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
  ]) {
    expect(typeof redact(text)).toBe('string');
  }
});
