import { en } from 'chrono-node';
import { type CalendarDay, instantOf, moveDay, todayIn, weekdayOf, zoneOffset } from './calendar-day.ts';
import type { FoundDay } from './read-japanese-date.ts';

/** Zones where 5/10 is the fifth of October. */
const DAY_FIRST = /^(?:Europe|Australia|Africa|Pacific\/Auckland|Asia\/(?:Kolkata|Singapore|Hong_Kong|Dubai))/;
const ORDINAL_WORDS: Readonly<Record<string, string>> = {
  first: '1st',
  second: '2nd',
  third: '3rd',
  fourth: '4th',
  fifth: '5th',
  sixth: '6th',
  seventh: '7th',
  eighth: '8th',
  ninth: '9th',
  tenth: '10th',
  eleventh: '11th',
  twelfth: '12th',
  thirteenth: '13th',
  fourteenth: '14th',
  fifteenth: '15th',
  sixteenth: '16th',
  seventeenth: '17th',
  eighteenth: '18th',
  nineteenth: '19th',
  twentieth: '20th',
  'twenty-first': '21st',
  'twenty-second': '22nd',
  'twenty-third': '23rd',
  'twenty-fourth': '24th',
  'twenty-fifth': '25th',
  'twenty-sixth': '26th',
  'twenty-seventh': '27th',
  'twenty-eighth': '28th',
  'twenty-ninth': '29th',
  thirtieth: '30th',
  'thirty-first': '31st',
};
const ORDINAL = new RegExp(
  `\\b(${Object.keys(ORDINAL_WORDS)
    .sort((a, b) => b.length - a.length)
    .join('|')
    .replace(/-/g, '[- ]')})\\b`,
  'gi',
);

/** What the date library does not read: days of other months, ends of months, weekends. */
const OWN: readonly (readonly [RegExp, (parts: readonly string[], today: CalendarDay) => CalendarDay | undefined])[] = [
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
  [/\b(?:the )?(?:beginning|start|first) of next month\b/i, (_, today) => moveDay({ ...today, day: 1 }, 0, 1)],
  [
    /\bnext weekend\b|\bweekend after (?:this|next)\b/i,
    (_, today) => moveDay(today, ((6 - weekdayOf(today) + 7) % 7) + 7),
  ],
  [/\b(?:this |the |at the |on the |coming )?weekend\b/i, (_, today) => moveDay(today, (6 - weekdayOf(today) + 7) % 7)],
  [/\b(?:in )?a fortnight\b/i, (_, today) => moveDay(today, 14)],
  [
    /\b(\d{1,2})(?:st|nd|rd|th)\b(?! (?:of )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|one|order|item|time|option|street|floor|ave))/i,
    ([day], today) => comingDay(today, Number(day)),
  ],
];

/** The first date in English words. `past`: the words tell of something that was. */
export function readEnglishDate(text: string, now: string, zone: string, past: boolean): FoundDay | undefined {
  const today = todayIn(now, zone);
  const words = text.replace(ORDINAL, (word) => ORDINAL_WORDS[word.toLowerCase().replace(' ', '-')] ?? word);
  for (const [pattern, read] of OWN.slice(0, -1)) {
    const found = pattern.exec(words);
    const day = found ? read(found.slice(1), today) : undefined;
    if (found && day) return { day, start: found.index, end: found.index + found[0].length, confidence: 0.9 };
  }
  return byLibrary(words, now, zone, past) ?? bareOrdinal(words, today);
}

/** One of these stands in everything that the library takes for a day: without them it need not look, which it does long. */
const MAY_BE_DATE =
  /\d|now|today|morrow|tmrw?|tmw|yesterday|night|morning|noon|evening|day|week|month|year|quarter|decade|hour|min|sec|fortnight|\beo[dm]\b|\b(?:sun|mon|tue|wed|thu|fri|sat|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|\b(?:[dhmswy]|hrs?|mos?|mths?|wks?|yrs?|qtrs?)\b/i;

function byLibrary(text: string, now: string, zone: string, past: boolean): FoundDay | undefined {
  if (!MAY_BE_DATE.test(text)) return undefined;
  const at = instantOf(now);
  const reader = DAY_FIRST.test(zone) ? en.GB : en.casual;
  const reference = { instant: new Date(at), timezone: zoneOffset(at, zone) };
  for (const result of reader.parse(text, reference, { forwardDate: !past })) {
    const { start } = result;
    const [year, month, day] = [start.get('year'), start.get('month'), start.get('day')];
    const certain = start.isCertain('day') || start.isCertain('weekday');
    if (!certain || !year || !month || !day) continue;
    return { day: { year, month, day }, start: result.index, end: result.index + result.text.length, confidence: 0.95 };
  }
  return undefined;
}

function bareOrdinal(text: string, today: CalendarDay): FoundDay | undefined {
  const [pattern, read] = OWN.at(-1) ?? [];
  const found = pattern?.exec(text);
  const day = found && read ? read(found.slice(1), today) : undefined;
  return found && day ? { day, start: found.index, end: found.index + found[0].length, confidence: 0.75 } : undefined;
}

function monthsOf(which: string | undefined): number {
  return which === 'last' ? -1 : which === 'next' ? 1 : 0;
}

function ofMonth(today: CalendarDay, which: string | undefined, day: number): CalendarDay | undefined {
  const first = moveDay({ ...today, day: 1 }, 0, monthsOf(which));
  return day >= 1 && day <= 31 ? { ...first, day } : undefined;
}

function comingDay(today: CalendarDay, day: number): CalendarDay | undefined {
  if (day < 1 || day > 31) return undefined;
  return day >= today.day ? { ...today, day } : { ...moveDay({ ...today, day: 1 }, 0, 1), day };
}
