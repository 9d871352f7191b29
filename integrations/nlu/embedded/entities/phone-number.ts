import { findPhoneNumbersInText } from 'libphonenumber-js';
import type { FoundEntity } from '../../reading.ts';
import type { EntityFinder } from './entity-finder.ts';
import { spokenCharacters } from './spoken-characters.ts';

/** Where a number without a country is at home. */
const HOME = { en: 'US', ja: 'JP' } as const;

/** Words beside which spoken digits are a phone number. */
const NAMED =
  /\b(?:phone|cell|mobile|telephone|landline|call me|ring me|reach me)\b|電話|携帯|ケータイ|スマホ|連絡先|折り返し/i;
/** "2026-004417": the number of an invoice, a case, a form. */
const COUNTED_BY_YEAR = /^(?:19|20)\d{2}-\d{4,8}$/;

/** Phone numbers in international form (`+819012345678`), typed or spoken. Only numbers that can exist count. */
export const findPhones: EntityFinder = (text, { locale, asked }) => {
  const typed = numbersIn(text, HOME[locale], asked ? 0.97 : 0.8);
  if (typed.length > 0) return typed;
  const other =
    locale === 'en' && /\b0\d{1,4}[\s-]\d{1,4}[\s-]\d{3,4}\b|\b0[789]0\d{8}\b/.test(text)
      ? numbersIn(text, 'JP', asked ? 0.9 : 0.7)
      : [];
  if (other.length > 0 || !(asked || NAMED.test(text))) return other;
  return spokenCharacters(text, locale).flatMap((run) => {
    const digits = run.characters.replace(/O/g, '0');
    if (!/^\d{9,15}$/.test(digits)) return [];
    const [found] = numbersIn(digits, HOME[locale], 0.85);
    return found ? [{ ...found, start: run.start, end: run.end }] : [];
  });
};

/** No number that can be dialled from afar is shorter, its country included; at home, in the United States and Japan, none of these is. */
const FEWEST_DIGITS = 5;
const FEWEST_AT_HOME = 7;

function numbersIn(text: string, country: 'US' | 'JP', confidence: number): readonly FoundEntity[] {
  // the library looks long at words that hold no number
  const digits = text.match(/\p{Nd}/gu)?.length ?? 0;
  if (digits < (/[+＋]/.test(text) ? FEWEST_DIGITS : FEWEST_AT_HOME)) return [];
  try {
    return findPhoneNumbersInText(text, country)
      .filter(
        ({ number, startsAt, endsAt }) => number.isPossible() && !COUNTED_BY_YEAR.test(text.slice(startsAt, endsAt)),
      )
      .map(({ number, startsAt, endsAt }) => ({
        type: 'phone_number',
        value: number.number,
        start: startsAt,
        end: endsAt,
        confidence,
      }));
  } catch {
    // The library throws on a few odd inputs instead of finding nothing.
    return [];
  }
}
