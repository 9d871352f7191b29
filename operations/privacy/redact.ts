import { findPhoneNumbersInText } from 'libphonenumber-js';
import { maskSpoken } from './mask-spoken.ts';

/** Never touched: order numbers, dates, times and amounts look like other numbers and are needed to follow a conversation. */
const KEPT =
  /(?<![A-Za-z0-9])[A-Za-z]{2}-?\d{6}(?!\d)|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?:T[\d:.]+Z?)?|\d{4}年\d{1,2}月\d{1,2}日|\d{1,2}月\d{1,2}日|\d{1,2}:\d{2}(?::\d{2})?|[¥$]\s?\d[\d,.]{0,15}|(?<![\d,.])\d[\d,.]{0,15}\s?(?:円|yen|dollars|USD|JPY)/g;

const EMAIL = /(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,5}/g;
const CARD = /(?<!\d)\d(?:[ -]?\d){12,18}(?!\d)/g;
const MY_NUMBER = /(?<!\d)\d{4}[ -]?\d{4}[ -]?\d{4}(?!\d)/g;
const PHONE_JAPAN = /(?<!\d)(?:\+81[ -]?|0)\d{1,4}[ -]?\d{1,4}[ -]?\d{3,4}(?!\d)/g;
const POSTCODE_JAPAN = /〒\s?\d{3}-?\d{4}(?!\d)|(?<![\d-])\d{3}-\d{4}(?![\d-])/g;
const POSTCODE_US =
  /(?<![\d-])\d{5}-\d{4}(?!\d)|(?<=\b(?:zip|postal|post)\s?(?:code)?\D{0,12})\d{5}(?!\d)|(?<=\b[A-Z]{2}\s)\d{5}(?!\d)/gi;
const CODE_AFTER_WORD = /(?<=(?:code|pin|passcode|コード|認証番号|暗証番号|確認番号)\D{0,24})\d{4,8}(?!\d)/gi;
/** Most texts hold nothing of all this. */
const MAY_BE_PERSONAL = /[\d@]|password|パスワード/i;
const CODE_ALONE = /^\s*\d{3}\s?\d{3}\s*$/;
const SECRET_AFTER_WORD = /(?<=(?:password|パスワード)\s?(?:is|は|:|：)\s?)\S+/gi;

/**
 * Masks what is personal in free text: cards, My Number, mail, phone numbers, postal codes, one-time codes and passwords, in English
 * and Japanese, full-width and in words too. Order numbers, dates and amounts stay. `toldPersonal`: the turn told something
 * personal, so that short numbers in words are masked too.
 * @example redact('090-1234-5678 です') // '[PHONE] です'
 */
export function redact(text: string, toldPersonal = false): string {
  const plain = maskSpoken(text.normalize('NFKC'), toldPersonal);
  if (!MAY_BE_PERSONAL.test(plain)) return plain;
  if (CODE_ALONE.test(plain)) return '[CODE]';
  const withoutMail = plain.replace(EMAIL, '[EMAIL]').replace(SECRET_AFTER_WORD, '[SECRET]');
  let result = '';
  let from = 0;
  for (const kept of withoutMail.matchAll(KEPT)) {
    result += redactNumbers(withoutMail.slice(from, kept.index), withoutMail.slice(0, kept.index)) + kept[0];
    from = kept.index + kept[0].length;
  }
  return result + redactNumbers(withoutMail.slice(from), withoutMail.slice(0, from));
}

function redactNumbers(part: string, before: string): string {
  if (!/\d{3}/.test(part)) return part;
  // A word that gives a number its meaning may stand before what is kept.
  const lead = before.slice(-24).replace(/\d/g, '#');
  const numbers = `${lead}${part}`
    .replace(CARD, (digits) => (passesLuhn(digits) ? '[CARD]' : digits))
    .replace(MY_NUMBER, (digits) => (isMyNumber(digits) ? '[MY_NUMBER]' : digits))
    .replace(POSTCODE_US, '[POSTCODE]')
    .replace(CODE_AFTER_WORD, '[CODE]');
  const masked = redactPhones(numbers)
    .replace(POSTCODE_JAPAN, '[POSTCODE]')
    .replace(PHONE_JAPAN, (digits) => (countDigits(digits) >= 9 ? '[PHONE]' : digits));
  return masked.slice(lead.length);
}

/** Five digits with no more than signs and gaps between them: no number that can be dialled from afar has fewer. */
const MAY_BE_PHONE = /(?:\d[^\p{L}\d]{0,8}(?:ー|x)?){4}\d/u;

function redactPhones(text: string): string {
  // The library looks long at what holds no number.
  if (!MAY_BE_PHONE.test(text)) return text;
  let result = text;
  for (const { startsAt, endsAt } of findPhoneNumbersInText(text, 'US').reverse()) {
    result = `${result.slice(0, startsAt)}[PHONE]${result.slice(endsAt)}`;
  }
  return result;
}

const digitsOf = (text: string): number[] => [...text].filter((sign) => /\d/.test(sign)).map(Number);
const countDigits = (text: string): number => digitsOf(text).length;

function passesLuhn(text: string): boolean {
  const sum = digitsOf(text)
    .reverse()
    .reduce((total, digit, place) => total + (place % 2 === 0 ? digit : digit > 4 ? digit * 2 - 9 : digit * 2), 0);
  return sum % 10 === 0;
}

/** Japan's 12-digit personal number, by its check digit. */
function isMyNumber(text: string): boolean {
  const digits = digitsOf(text);
  const check = digits[11];
  if (digits.length !== 12 || check === undefined) return false;
  const sum = digits
    .slice(0, 11)
    .reverse()
    .reduce((total, digit, place) => total + digit * (place < 6 ? place + 2 : place - 4), 0);
  const rest = sum % 11;
  return check === (rest <= 1 ? 0 : 11 - rest);
}
