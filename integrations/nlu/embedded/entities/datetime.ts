import { instantIn, instantOf, moveDay, todayIn, wallClock } from './calendar-day.ts';
import { findDay } from './date.ts';
import type { EntityFinder } from './entity-finder.ts';
import { KANJI_OR_DIGITS, readEnglishNumber, readKanjiNumber } from './read-number.ts';
import { readTimeOfDay } from './read-time-of-day.ts';
import { spellJapaneseDates } from './spell-japanese-dates.ts';

/** Times are looked for in the first part of a message: the reader's time grows with its length. */
const READ = 200;
const COUNT =
  '(\\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|forty-five|half an?)';
const FROM_NOW_EN = new RegExp(
  `\\b(?:in (?:about |around )?${COUNT}( and a half)? (hours?|hrs?|minutes?|mins?)|${COUNT} (hours?|minutes?|mins?) from now)\\b`,
  'i',
);
const FROM_NOW_JA = new RegExp(`(${KANJI_OR_DIGITS}{1,4})\\s*(時間|分)(半)?(?:ほど|くらい|ぐらい)?後`);

/** Instants (ISO, UTC): a time of day with or without a date, as clocks in the customer's zone show it, or so long from now. */
export const findDatetimes: EntityFinder = (message, { locale, now, zone }) => {
  const words = locale === 'ja' ? spellJapaneseDates(message.slice(0, READ)) : undefined;
  const text = words?.text ?? message.slice(0, READ);
  const made = (value: string, start: number, end: number, confidence: number) => ({
    type: 'datetime',
    value,
    start: words?.start(start) ?? start,
    end: words?.end(end) ?? end,
    confidence,
  });
  const wait = minutesFromNow(text);
  if (wait) {
    const at = Math.ceil(instantOf(now) / 60_000 + wait.minutes) * 60_000;
    return [made(new Date(at).toISOString(), wait.start, wait.end, 0.9)];
  }
  const time = readTimeOfDay(text);
  if (!time) return [];
  const found = findDay(text, locale, now, zone);
  const today = todayIn(now, zone);
  const clock = wallClock(instantOf(now), zone);
  const gone = clock.hour * 60 + clock.minute >= time.hour * 60 + time.minute;
  const day = found?.day ?? (gone ? moveDay(today, 1) : today);
  const [start, end] = [Math.min(time.start, found?.start ?? time.start), Math.max(time.end, found?.end ?? time.end)];
  return [made(instantIn(day, time.hour, time.minute, zone), start, end, found ? 0.95 : 0.8)];
};

function minutesFromNow(text: string): { minutes: number; start: number; end: number } | undefined {
  const english = FROM_NOW_EN.exec(text);
  const japanese = english ? null : FROM_NOW_JA.exec(text);
  const found = english ?? japanese;
  if (!found) return undefined;
  const [count = '', half, unit = ''] = english
    ? [english[1] ?? english[4], english[2], english[3] ?? english[5]]
    : [found[1], found[3], found[2]];
  const number = english ? countOf(count) : readKanjiNumber(count);
  if (number === undefined) return undefined;
  const minutes = (number + (half ? 0.5 : 0)) * (/^h|時間/i.test(unit) ? 60 : 1);
  return { minutes, start: found.index, end: found.index + found[0].length };
}

function countOf(count: string): number | undefined {
  if (/^\d+$/.test(count)) return Number(count);
  return /^half/i.test(count) ? 0.5 : readEnglishNumber(count);
}
