import { instantIn, instantOf, moveDay, todayIn, wallClock } from './calendar-day.ts';
import { findDay } from './date.ts';
import type { EntityFinder } from './entity-finder.ts';
import { readEnglishNumber, readKanjiNumber } from './read-number.ts';

interface TimeOfDay {
  readonly hour: number;
  readonly minute: number;
  readonly start: number;
  readonly end: number;
}

const JAPANESE =
  /(午前|午後|朝の?|夕方の?|夜の?|昼の?|お昼の?)?\s*([\d〇一二三四五六七八九十]{1,3})\s*時\s*(?:(半)|([\d〇一二三四五六七八九十]{1,3})\s*分)?/;
const ENGLISH =
  /\b(?:at |around |about |by |after |from )?(\d{1,2})(?:[:.](\d{2}))?\s*(a\.?m\.?|p\.?m\.?|o'?clock)(?![a-z])|\b(?:at|around|about|by|after) (\d{1,2})(?::(\d{2}))?(?!\d|\s*(?:days?|weeks?|of|st|nd|rd|th|\/))|(?<!\d)(\d{1,2}):(\d{2})(?!\d)|\b(?:at|around|about) (one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b/i;
const NAMED: readonly (readonly [RegExp, number])[] = [
  [/\b(?:noon|midday)\b|正午/i, 12],
  [/\bmidnight\b/i, 0],
];

/** Instants (ISO, UTC): a time of day with or without a date, as clocks in the customer's zone show it. */
export const findDatetimes: EntityFinder = (text, { locale, now, zone }) => {
  const time = timeIn(text.slice(0, 200));
  if (!time) return [];
  const found = findDay(text.slice(0, 200), locale, now, zone);
  const today = todayIn(now, zone);
  const clock = wallClock(instantOf(now), zone);
  const gone = clock.hour * 60 + clock.minute >= time.hour * 60 + time.minute;
  const day = found?.day ?? (gone ? moveDay(today, 1) : today);
  const [start, end] = [Math.min(time.start, found?.start ?? time.start), Math.max(time.end, found?.end ?? time.end)];
  return [
    {
      type: 'datetime',
      value: instantIn(day, time.hour, time.minute, zone),
      start,
      end,
      confidence: found ? 0.95 : 0.8,
    },
  ];
};

function timeIn(text: string): TimeOfDay | undefined {
  const japanese = JAPANESE.exec(text);
  if (japanese) {
    const [all, part = '', hour = '', half, minutes] = japanese;
    const late = /午後|夕方|夜|昼/.test(part);
    return timeOf(
      readKanjiNumber(hour),
      half ? 30 : (readKanjiNumber(minutes ?? '〇') ?? 0),
      late,
      /午前|朝/.test(part),
      japanese.index,
      all.length,
    );
  }
  const english = ENGLISH.exec(text);
  if (english) {
    const [all, a, am, mark = '', b, bm, c, cm, word] = english;
    const hour = word ? readEnglishNumber(word) : Number(a ?? b ?? c);
    return timeOf(
      hour,
      Number(am ?? bm ?? cm ?? 0),
      /^p/i.test(mark) || /\b(?:afternoon|evening|tonight)\b/i.test(text),
      /^a/i.test(mark) || /\bmorning\b/i.test(text),
      english.index,
      all.length,
    );
  }
  const named = NAMED.find(([pattern]) => pattern.test(text));
  const at = named?.[0].exec(text);
  return named && at ? { hour: named[1], minute: 0, start: at.index, end: at.index + at[0].length } : undefined;
}

/** Without a word for the half of the day, small hours are meant in the afternoon. */
function timeOf(
  hour: number | undefined,
  minute: number,
  late: boolean,
  early: boolean,
  start: number,
  length: number,
): TimeOfDay | undefined {
  if (hour === undefined || Number.isNaN(hour) || hour > 24 || minute > 59) return undefined;
  const afternoon = hour < 12 && (late || (!early && hour < 8));
  return { hour: (early && hour === 12 ? 0 : afternoon ? hour + 12 : hour) % 24, minute, start, end: start + length };
}
