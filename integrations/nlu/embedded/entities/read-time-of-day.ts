import { KANJI_OR_DIGITS, readEnglishNumber, readKanjiNumber } from './read-number.ts';

/** A time as clocks show it, with its place in the words. */
export interface TimeOfDay {
  readonly hour: number;
  readonly minute: number;
  readonly start: number;
  readonly end: number;
}

const HOUR = '(\\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)';
const LEAD = '\\b(?:at |around |about |by |after |from )?';
const JAPANESE = new RegExp(
  `(午前の?|午後の?|朝の?|夕方の?|夜の?|晩の?|今夜の?|今晩の?|昼の?|お昼の?)?\\s*(${KANJI_OR_DIGITS}{1,3})\\s*(?:時|:(?=\\d\\d))(?!間)\\s*(?:(半)|(${KANJI_OR_DIGITS}{1,3})\\s*分?)?`,
);
/** "half past three", "quarter to five", "twenty minutes past two"; in Britain "half three" is half past. */
const BY_PART = new RegExp(
  `${LEAD}(half past|half|quarter past|quarter after|a quarter past|quarter to|a quarter to|quarter of|(?:five|ten|twenty|twenty-five|\\d{1,2})(?: minutes?)? past|(?:five|ten|twenty|twenty-five|\\d{1,2}) minutes? to) ${HOUR}\\b(?! (?:days?|hours?|of)\\b)`,
  'i',
);
const WITH_MARK = new RegExp(
  `${LEAD}${HOUR}(?:[:. ](\\d{2}|fifteen|thirty|forty[- ]five))?\\s*(a\\.?m\\.?|p\\.?m\\.?|o'?clock|in the (?:morning|afternoon|evening)|at night)(?![a-z])`,
  'i',
);
const AFTER_AT = new RegExp(
  `\\b(?:at|around|about|by|after) ${HOUR}(?:(?::| )(\\d{2}|fifteen|thirty|forty[- ]five))?(?:ish)?(?![\\d:]|\\s*(?:days?|weeks?|hours?|minutes?|of|st|nd|rd|th|\\/))\\b|(?<![\\d:])(\\d{1,2}):(\\d{2})(?![\\d:])`,
  'i',
);
const NAMED: readonly (readonly [RegExp, number])[] = [
  [/\b(?:at )?(?:noon|midday)\b|(?:お昼の)?正午/i, 12],
  [/\bmidnight\b/i, 0],
];

/** The first time of day in the words, in either language. */
export function readTimeOfDay(text: string): TimeOfDay | undefined {
  return fromJapanese(text) ?? fromEnglish(text) ?? fromName(text);
}

function fromJapanese(text: string): TimeOfDay | undefined {
  const found = JAPANESE.exec(text);
  if (!found) return undefined;
  const [all, part = '', hour = '', half, minutes] = found;
  return timeOf(
    readKanjiNumber(hour),
    half ? 30 : (readKanjiNumber(minutes ?? '〇') ?? 0),
    { late: /午後|夕方|夜|晩|昼/.test(part), early: /午前|朝/.test(part) },
    found.index,
    all.length,
  );
}

function fromEnglish(text: string): TimeOfDay | undefined {
  const half = { late: /\b(?:afternoon|evening|tonight|night)\b/i.test(text), early: /\bmorning\b/i.test(text) };
  const part = BY_PART.exec(text);
  if (part) {
    const [all, where = '', hour = ''] = part;
    const minutes = minutesOf(where);
    const to = /\bto$|\bof$/i.test(where);
    const full = numberOf(hour);
    return timeOf(to ? (full + 11) % 12 : full, to ? 60 - minutes : minutes, half, part.index, all.length);
  }
  const marked = WITH_MARK.exec(text);
  if (marked) {
    const [all, hour = '', minute, mark = ''] = marked;
    const said = { late: /^p|afternoon|evening|night/i.test(mark), early: /^a(?!t)|morning/i.test(mark) };
    const sure = said.late || said.early ? said : half;
    return timeOf(numberOf(hour), minute ? numberOf(minute) : 0, sure, marked.index, all.length);
  }
  const at = AFTER_AT.exec(text);
  if (!at) return undefined;
  const [all, hour, minute, clockHour, clockMinute] = at;
  return timeOf(numberOf(hour ?? clockHour ?? ''), numberOf(minute ?? clockMinute ?? '0'), half, at.index, all.length);
}

function fromName(text: string): TimeOfDay | undefined {
  const named = NAMED.find(([pattern]) => pattern.test(text));
  const at = named?.[0].exec(text);
  return named && at ? { hour: named[1], minute: 0, start: at.index, end: at.index + at[0].length } : undefined;
}

function minutesOf(where: string): number {
  if (/half/i.test(where)) return 30;
  if (/quarter/i.test(where)) return 15;
  return numberOf(where.replace(/(?: minutes?)? (?:past|to)$/i, ''));
}

const numberOf = (word: string): number =>
  /^\d+$/.test(word) ? Number(word) : (readEnglishNumber(word) ?? Number.NaN);

/** Without a word for the half of the day, small hours are meant in the afternoon. */
function timeOf(
  hour: number | undefined,
  minute: number,
  { late, early }: { readonly late: boolean; readonly early: boolean },
  start: number,
  length: number,
): TimeOfDay | undefined {
  if (hour === undefined || Number.isNaN(hour) || Number.isNaN(minute) || hour > 24 || minute > 59) return undefined;
  const afternoon = hour < 12 && (late || (!early && hour < 8));
  return {
    hour: (early && !late && hour === 12 ? 0 : afternoon ? hour + 12 : hour) % 24,
    minute,
    start,
    end: start + length,
  };
}
