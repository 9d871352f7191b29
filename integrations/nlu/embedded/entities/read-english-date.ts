import { en } from 'chrono-node';
import { type CalendarDay, instantOf, isoDay, moveDay, todayIn, weekdayOf, zoneOffset } from './calendar-day.ts';
import { nearYear } from './near-year.ts';
import type { FoundDay } from './read-japanese-date.ts';
import { readEnglishNumber } from './read-number.ts';
import { spellEnglishDates } from './spell-english-dates.ts';

/** Zones where 5/10 is the fifth of October. */
const DAY_FIRST = /^(?:Europe|Australia|Africa|Pacific\/Auckland|Asia\/(?:Kolkata|Singapore|Hong_Kong|Dubai))/;
const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const WEEKDAY = '(sun|mon|tue|wed|thu|fri|sat)(?:s|nes|rs?|ur)?(?:day)?';
const MONTH = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)';
const HOLIDAYS: readonly (readonly [pattern: string, month: number, day: number])[] = [
  ['christmas eve', 12, 24],
  ['christmas(?: day)?', 12, 25],
  ['boxing day', 12, 26],
  ["new year'?s eve", 12, 31],
  ["new year'?s day", 1, 1],
];

type Reader = (parts: readonly string[], today: CalendarDay, past: boolean) => CalendarDay | undefined;

/** What the date library does not read: days of other months, ends of months, weekends, "Friday week", months ago. */
const OWN: readonly (readonly [RegExp, Reader])[] = [
  [
    /\b(?:the )?(\d{1,2})(?:st|nd|rd|th)? (?:of |in )?(last|this|next) month\b/i,
    ([day, which], today) => ofMonth(today, which, Number(day)),
  ],
  [
    /\b(last|this|next) month(?: on)? the (\d{1,2})(?:st|nd|rd|th)\b/i,
    ([which, day], today) => ofMonth(today, which, Number(day)),
  ],
  [
    /\b(?:the )?end of (last|this|next|the) month\b/i,
    ([which], today) => moveDay(moveDay({ ...today, day: 1 }, 0, monthsOf(which) + 1), -1),
  ],
  [/\b(?:the )?(?:beginning|start|first|1st) of next month\b/i, (_, today) => moveDay({ ...today, day: 1 }, 0, 1)],
  [
    /\bnext weekend\b|\bweekend after (?:this|next)\b/i,
    (_, today) => moveDay(today, ((6 - weekdayOf(today) + 7) % 7) + 7),
  ],
  [/\b(?:this |the |at the |on the |coming )?weekend\b/i, (_, today) => moveDay(today, (6 - weekdayOf(today) + 7) % 7)],
  [/(?<![\d.])(\d{1,2})\.(\d{1,2})\.(20\d\d)(?![\d.])/, ([day, month, year]) => written(year, month, day)],
  [
    new RegExp(`\\b${WEEKDAY},? (?:the )?(\\d{1,2})(?:st|nd|rd|th)\\b(?! (?:of )?(?:${MONTH}|next|this|last))`, 'i'),
    ([weekday, day], today, past) => weekdayAndDay(today, weekday, Number(day), past),
  ],
  [/\ba fortnight ago\b/i, (_, today) => moveDay(today, -14)],
  [/\b(?:in )?a fortnight(?:'s time| from (?:now|today))?\b/i, (_, today) => moveDay(today, 14)],
  [new RegExp(`\\b(today|tomorrow|${WEEKDAY}) week\\b`, 'i'), ([day], today) => weekAfter(day, today)],
  [
    new RegExp(
      `\\b(an?|one|two|three|four|[1-9]) weeks? (?:on|from|after) (?:this |next |the )?(today|now|tomorrow|${WEEKDAY})\\b`,
      'i',
    ),
    ([weeks, day], today) => weekAfter(day, today, numberOf(weeks)),
  ],
  [
    /\b(an?|\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) (month|year)s? (ago|back|from now)\b/i,
    ([count, unit, side], today) =>
      moveDay(today, 0, numberOf(count) * (unit === 'year' ? 12 : 1) * (side === 'from now' ? 1 : -1)),
  ],
  ...HOLIDAYS.map(([name, month, day]): readonly [RegExp, Reader] => [
    new RegExp(
      `\\b((?:the )?day (?:after|before) )?${name}\\b(?! (?:present|gift|sale|tree|party|shopping|order|deal|period|season|card)s?\\b)`,
      'i',
    ),
    ([side = ''], today, past) => {
      const holiday = nearYear(today, month, day, past);
      return holiday && moveDay(holiday, /after/i.test(side) ? 1 : /before/i.test(side) ? -1 : 0);
    },
  ]),
];

/** "the 30th", alone: not "February 30th", which no calendar has, nor "the 2nd one". */
const BARE_ORDINAL = new RegExp(
  `(?<!\\b${MONTH}[a-z]{0,6}\\.? (?:the )?)\\b(\\d{1,2})(?:st|nd|rd|th)\\b(?! (?:of )?(?:${MONTH}|one|order|item|time|option|street|floor|ave|attempt|try|call|parcel|package|box|unit|device|message|email|person|thing|question|choice|product|opinion|gen|edition|version|week|month|day|hour|year|place|half|party|hand))`,
  'i',
);

/** The first date in English words. `past`: the words tell of something that was. */
export function readEnglishDate(text: string, now: string, zone: string, past: boolean): FoundDay | undefined {
  if (!MAY_BE_DATE.test(text)) return undefined;
  const today = todayIn(now, zone);
  const words = spellEnglishDates(text);
  const found =
    byOwn(words.text, today, past) ?? byLibrary(words.text, now, zone, past) ?? byOrdinal(words.text, today, past);
  return found && { ...found, start: words.start(found.start), end: words.end(found.end) };
}

function byOwn(text: string, today: CalendarDay, past: boolean): FoundDay | undefined {
  for (const [pattern, read] of OWN) {
    const found = pattern.exec(text);
    const day = found ? read(found.slice(1), today, past) : undefined;
    if (found && day) return { day, start: found.index, end: found.index + found[0].length, confidence: 0.9 };
  }
  return undefined;
}

/** One of these stands in everything that is taken for a day: without them nothing need be looked for, which takes long. */
const MAY_BE_DATE =
  /\d|now|today|mor+ow|tomoz|tmrw?|tmw|yest|yday|night|morning|noon|evening|day|week|month|year|quarter|decade|fortnight|\beo[dm]\b|christmas|\b(?:sun|mon|tue|tus|teu|wed|wen|thu|thi|thr|fri|fir|sat|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|des)|\b(?:[dmwy]|mos?|mths?|wks?|yrs?|qtrs?)\b|(?:st|nd|rd|th)\b|first\b|second\b/i;

/** No day: a whole week or month, and what is counted in hours. */
const NO_DAY =
  /^(?:the )?(?:last|this|next|past|previous|coming) (?:week|month|year|quarter)$|\b(?:seconds?|secs?|minutes?|mins?|hours?|hrs?)\b|^(?:an?|\d+) ?[dhmswy]$/i;
/** How long something takes, unless it is all that is said. */
const LENGTH =
  /^(?:(?:for|within|about|around) )?(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|few|a few|several|a couple(?: of)?) (?:day|week|month|year)s?$/i;

function byLibrary(text: string, now: string, zone: string, past: boolean): FoundDay | undefined {
  const at = instantOf(now);
  const reader = DAY_FIRST.test(zone) ? en.GB : en.casual;
  const reference = { instant: new Date(at), timezone: zoneOffset(at, zone) };
  for (const result of reader.parse(text, reference, { forwardDate: !past })) {
    const { start } = result;
    const [year, month, day] = [start.get('year'), start.get('month'), start.get('day')];
    const certain = start.isCertain('day') || start.isCertain('weekday');
    if (!certain || !year || !month || !day || !isDay(text, result.index, result.text)) continue;
    return { day: { year, month, day }, start: result.index, end: result.index + result.text.length, confidence: 0.95 };
  }
  return undefined;
}

/** "Thursday or Friday": neither was chosen. */
const OR_BEFORE = new RegExp(`\\b(?:${WEEKDAY}|today|tomorrow) or (?:on |maybe )?$`, 'i');
const OR_AFTER = new RegExp(`^,? or (?:on |maybe )?(?:${WEEKDAY}|today|tomorrow)\\b`, 'i');

/** Words that look like a date and are none: "I sat there", "every Friday", "it takes 3 days", "5/6 of it". */
function isDay(text: string, start: number, found: string): boolean {
  const [before, after] = [text.slice(0, start), text.slice(start + found.length)];
  if (NO_DAY.test(found) || /\b(?:every|each)(?: other)? $/i.test(before)) return false;
  if (OR_BEFORE.test(before) || OR_AFTER.test(after)) return false;
  if (LENGTH.test(found)) return found.length === text.trim().length;
  if (/^\d{1,2}\/\d{1,2}$/.test(found)) return !/^ (?:of|stars?|price|full|cup|inch)\b/i.test(after);
  if (/^sat$/i.test(found))
    return (
      !/\b(?:i|we|he|she|they|it|you|who|just|has|have|been|then|and|that)(?:'ve|'s)? $/i.test(before) &&
      !/^ (?:there|here|around|down|outside|waiting|all day)\b/i.test(after)
    );
  return !/^sun$/i.test(found) || !/\b(?:the|in|no|direct|bright) $/i.test(before);
}

function byOrdinal(text: string, today: CalendarDay, past: boolean): FoundDay | undefined {
  const found = BARE_ORDINAL.exec(text);
  const day = found ? nearMonth(today, Number(found[1]), past) : undefined;
  return found && day ? { day, start: found.index, end: found.index + found[0].length, confidence: 0.75 } : undefined;
}

/** "Friday week": the Friday after the coming one. */
function weekAfter(day: string | undefined, today: CalendarDay, weeks = 1): CalendarDay | undefined {
  const word = day?.toLowerCase() ?? '';
  if (word === 'today' || word === 'now') return moveDay(today, 7 * weeks);
  if (word === 'tomorrow') return moveDay(today, 7 * weeks + 1);
  const weekday = WEEKDAYS.indexOf(word.slice(0, 3));
  return weekday < 0 ? undefined : moveDay(today, ((weekday - weekdayOf(today) + 7) % 7) + 7 * weeks);
}

const numberOf = (count: string | undefined) =>
  /^\d+$/.test(count ?? '') ? Number(count) : (readEnglishNumber(count ?? '') ?? 1);

function monthsOf(which: string | undefined): number {
  return which === 'last' ? -1 : which === 'next' ? 1 : 0;
}

function ofMonth(today: CalendarDay, which: string | undefined, day: number): CalendarDay | undefined {
  const first = moveDay({ ...today, day: 1 }, 0, monthsOf(which));
  return day >= 1 && day <= 31 ? { ...first, day } : undefined;
}

/** "the 20th": of this month, or of the next one where it is gone; `past`: of the last one where it is still to come. */
function nearMonth(today: CalendarDay, day: number, past: boolean): CalendarDay | undefined {
  if (day < 1 || day > 31) return undefined;
  const months = past && day > today.day ? -1 : !past && day < today.day ? 1 : 0;
  return { ...moveDay({ ...today, day: 1 }, 0, months), day };
}

/** "Friday the 4th": the nearest month in which the two agree. */
function weekdayAndDay(
  today: CalendarDay,
  weekday: string | undefined,
  day: number,
  past: boolean,
): CalendarDay | undefined {
  const near = nearMonth(today, day, past);
  for (let month = 0; near && month < 6; month++) {
    const there = { ...moveDay({ ...near, day: 1 }, 0, past ? -month : month), day };
    if (isoDay(there) && weekdayOf(there) === WEEKDAYS.indexOf(weekday?.toLowerCase() ?? '')) return there;
  }
  return undefined;
}

function written(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
): CalendarDay | undefined {
  const there = { year: Number(year), month: Number(month), day: Number(day) };
  return isoDay(there) ? there : undefined;
}
