import { isoDay, todayIn } from './calendar-day.ts';
import type { EntityFinder } from './entity-finder.ts';
import { readEnglishDate } from './read-english-date.ts';
import { type FoundDay, readJapaneseDate } from './read-japanese-date.ts';

const TELLS_OF_PAST =
  /\b(?:ordered|bought|purchased|was|were|arrived|came|got|received|paid|broke|stopped|died|receipt|since|ago|last|previous)\b|(?<!\b(?:be|get|it|them|this|that|have|order|parcel|package) )\b(?:delivered|shipped|sent|charged|installed)\b|(?:買っ|注文し|購入し|購入です|届い|受け取っ|受取っ|払っ|頼ん|契約し|でした|ました|だった|以来|配達済|先(?:日|週|月)|昨|から(?:ずっと|また|もう)?[^、。か]{0,12}(?:ません|ない|なくな|壊れ|止ま)(?!か))/;
/** Dates are looked for in the first part of a message: the reader's time grows with its length. */
const READ = 300;

/** Calendar dates (`2026-11-24`), reckoned from today in the customer's zone. */
export const findDates: EntityFinder = (text, { locale, now, zone }) => {
  const found = findDay(text.slice(0, READ), locale, now, zone);
  const value = found && isoDay(found.day);
  return found && value
    ? [{ type: 'date', value, start: found.start, end: found.end, confidence: found.confidence }]
    : [];
};

/** The first date in the words, in either language. */
export function findDay(text: string, locale: 'en' | 'ja', now: string, zone: string): FoundDay | undefined {
  const past = TELLS_OF_PAST.test(text);
  const japanese = locale === 'ja' ? readJapaneseDate(text, todayIn(now, zone), past) : undefined;
  return japanese ?? (/[a-z]{3}|\d[/-]\d/i.test(text) ? readEnglishDate(text, now, zone, past) : undefined);
}
