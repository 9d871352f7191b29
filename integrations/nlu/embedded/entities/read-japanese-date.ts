import { type CalendarDay, compareDays, moveDay, weekdayOf } from './calendar-day.ts';
import { nearYear } from './near-year.ts';
import { readKanjiNumber } from './read-number.ts';
import { spellJapaneseDates } from './spell-japanese-dates.ts';

export interface FoundDay {
  readonly day: CalendarDay;
  readonly start: number;
  readonly end: number;
  readonly confidence: number;
}

const N = '([\\d〇零一二三四五六七八九十百千]+)';
const WEEKDAYS = '日月火水木金土';
const WEEKDAY = '([月火水木金土日])(?:曜日|曜(?!大工|市)|よう日|ようび)';
const KANA_DAYS: Readonly<Record<string, number>> = {
  ついたち: 1,
  ふつか: 2,
  みっか: 3,
  よっか: 4,
  いつか: 5,
  むいか: 6,
  なのか: 7,
  ようか: 8,
  ここのか: 9,
  とおか: 10,
  はつか: 20,
  朔日: 1,
};
const KANA_DAY = `(${Object.keys(KANA_DAYS).join('|')})`;
const RELATIVE: Readonly<Record<string, number>> = {
  今日: 0,
  本日: 0,
  きょう: 0,
  当日: 0,
  明日: 1,
  あした: 1,
  あす: 1,
  みょうにち: 1,
  翌日: 1,
  明後日: 2,
  あさって: 2,
  明々後日: 3,
  しあさって: 3,
  昨日: -1,
  きのう: -1,
  さくじつ: -1,
  一昨日: -2,
  おととい: -2,
  一昨々日: -3,
  さきおととい: -3,
  今朝: 0,
  けさ: 0,
  今夜: 0,
  今晩: 0,
  明朝: 1,
  明晩: 1,
  昨夜: -1,
  昨晩: -1,
  ゆうべ: -1,
};
const WEEKS: Readonly<Record<string, number>> = {
  先々週: -2,
  先週: -1,
  前の週: -1,
  今週: 0,
  来週: 1,
  次の週: 1,
  翌週: 1,
  再来週: 2,
  さ来週: 2,
  再々来週: 3,
};
const MONTHS: Readonly<Record<string, number>> = {
  先々月: -2,
  先月: -1,
  今月: 0,
  当月: 0,
  来月: 1,
  翌月: 1,
  再来月: 2,
};
const YEARS: Readonly<Record<string, number>> = {
  一昨年: -2,
  おととし: -2,
  去年: -1,
  昨年: -1,
  今年: 0,
  本年: 0,
  来年: 1,
  再来年: 2,
};
const ERAS: Readonly<Record<string, number>> = { 令和: 2018, 平成: 1988, 昭和: 1925, R: 2018, H: 1988 };
const HOLIDAYS: Readonly<Record<string, readonly [month: number, day: number]>> = {
  クリスマスイブ: [12, 24],
  'クリスマス・イブ': [12, 24],
  クリスマス: [12, 25],
  大晦日: [12, 31],
  おおみそか: [12, 31],
  元日: [1, 1],
  元旦: [1, 1],
};
const oneOf = (words: Readonly<Record<string, unknown>>) =>
  `(${Object.keys(words)
    .sort((a, b) => b.length - a.length)
    .join('|')})`;

type Reader = (parts: readonly (string | undefined)[], today: CalendarDay, past: boolean) => CalendarDay | undefined;
const number = (text: string | undefined) => (text === undefined ? undefined : readKanjiNumber(text));

/** In the order in which they are tried: the longer wording first. */
const READERS: readonly (readonly [pattern: RegExp, read: Reader, confidence?: number])[] = [
  [
    new RegExp(`${oneOf(ERAS)}\\s*(元|${N})年\\s*${N}月\\s*${N}日`),
    ([era, year, , month, day]) =>
      date((ERAS[era ?? ''] ?? 0) + (year === '元' ? 1 : (number(year) ?? 0)), number(month), number(day)),
  ],
  [
    /(?<![A-Za-z])(令和|平成|R|H)\s*(\d{1,2}|元)[./-](\d{1,2})[./-](\d{1,2})(?!\d)/i,
    ([era, year, month, day]) =>
      date((ERAS[era?.toUpperCase() ?? ''] ?? 0) + (year === '元' ? 1 : Number(year)), number(month), number(day)),
  ],
  [
    new RegExp(`${N}\\s*年\\s*${N}\\s*月\\s*${N}\\s*日`),
    ([year, month, day]) => date(fullYear(number(year)), number(month), number(day)),
  ],
  [
    /(\d{4})[/\-.](\d{1,2})[/\-.](\d{1,2})(?!\d)/,
    ([year, month, day]) => date(number(year), number(month), number(day)),
  ],
  [
    new RegExp(`${oneOf(YEARS)}の?\\s*${N}月の?\\s*(?:${N}日|${KANA_DAY})`),
    ([year, month, day, kana], today) =>
      date(today.year + (YEARS[year ?? ''] ?? 0), number(month), kana ? KANA_DAYS[kana] : number(day)),
  ],
  [
    new RegExp(`${oneOf(MONTHS)}の?\\s*(?:${N}日|${KANA_DAY})`),
    ([month, day, kana], today) => inMonth(today, MONTHS[month ?? ''] ?? 0, kana ? KANA_DAYS[kana] : number(day)),
  ],
  [
    new RegExp(`${oneOf(MONTHS)}の?(?:末|月末|終わり|おわり|最終日)(?:日)?`),
    ([month], today) => monthEnd(today, MONTHS[month ?? ''] ?? 0),
    0.8,
  ],
  [
    new RegExp(`${oneOf(MONTHS)}の?(?:初め|はじめ|頭|初日|あたま)`),
    ([month], today) => inMonth(today, MONTHS[month ?? ''] ?? 0, 1),
    0.7,
  ],
  [
    new RegExp(`${N}月の?\\s*(?:${N}日|${KANA_DAY})`),
    ([month, day, kana], today, past) => nearYear(today, number(month), kana ? KANA_DAYS[kana] : number(day), past),
  ],
  [
    /(?<!\d)(\d{1,2})[/](\d{1,2})(?![\d/])/,
    ([month, day], today, past) => nearYear(today, number(month), number(day), past),
  ],
  [
    new RegExp(`${oneOf(WEEKS)}の?\\s*(?:${WEEKDAY}|([月火水木金土日])(?=に|の|は|が|で|$|、|。| ))`),
    ([week, name, short], today) => inWeek(today, WEEKS[week ?? ''] ?? 0, WEEKDAYS.indexOf(name ?? short ?? '')),
  ],
  [new RegExp(`${oneOf(WEEKS)}の?(?:週末|末)`), ([week], today) => inWeek(today, WEEKS[week ?? ''] ?? 0, 6), 0.85],
  [/(?:今度の|次の|この)?週末|こんどの週末/, (_, today) => inWeek(today, 0, 6), 0.85],
  [new RegExp(`(?:あと)?${N}\\s*(?:日|にち)(?:間)?後`), ([days], today) => moved(today, number(days))],
  [new RegExp(`${N}\\s*(?:日|にち)(?:ほど|くらい|ぐらい)?前`), ([days], today) => moved(today, negative(number(days)))],
  [
    new RegExp(`(${Object.keys(KANA_DAYS).join('|')})(後|前|まえ|ご)`),
    ([kana, side], today) => moved(today, (KANA_DAYS[kana ?? ''] ?? 0) * (/後|ご/.test(side ?? '') ? 1 : -1)),
  ],
  [new RegExp(`${N}\\s*週間?(?:後|ご)`), ([weeks], today) => moved(today, (number(weeks) ?? 0) * 7)],
  [
    new RegExp(`${N}\\s*週間?(?:ほど|くらい|ぐらい)?(?:前|まえ)`),
    ([weeks], today) => moved(today, -(number(weeks) ?? 0) * 7),
  ],
  [
    new RegExp(`${N}\\s*(?:か月|ヶ月|カ月|ヵ月|ケ月|箇月|かげつ)(後|前|まえ)`),
    ([months, side], today) => moveDay(today, 0, (number(months) ?? 0) * (side === '後' ? 1 : -1)),
  ],
  [
    new RegExp(`${N}\\s*年(後|前|まえ)`),
    ([years, side], today) => moveDay(today, 0, (number(years) ?? 0) * (side === '後' ? 12 : -12)),
    0.7,
  ],
  [
    new RegExp(`(?<!毎週の?|隔週の?|毎月.{0,4})(今度の|こんどの|次の|つぎの|この前の|こないだの|前の|この)?${WEEKDAY}`),
    ([which, name], today, past) => nextWeekday(today, WEEKDAYS.indexOf(name ?? ''), which, past),
  ],
  [new RegExp(oneOf(RELATIVE)), ([word], today) => moveDay(today, RELATIVE[word ?? ''] ?? 0)],
  [
    new RegExp(`${oneOf(HOLIDAYS)}(?!の?(?:プレゼント|セール|ツリー|ケーキ|商品))`),
    ([name], today, past) => nearYear(today, ...(HOLIDAYS[name ?? ''] ?? [0, 0]), past),
  ],
  [/月末|今月いっぱい/, (_, today) => monthEnd(today, 0), 0.7],
  [
    new RegExp(
      `(?<![\\d月年時分〇零一二三四五六七八九十]|もう|あと|まる|丸)${N}日(?!間|市|町|中(?!に)|も|坊主|連続|目|おき|ごと|ずつ|曜|本|以内|くらい|ぐらい|ほど|程|分)`,
    ),
    ([day], today, past) => nearMonth(today, number(day), past),
    0.75,
  ],
  [
    /(?<![ぁ-ん])(ついたち|ふつか|みっか|よっか|むいか|ここのか|とおか|はつか)(?!間|後|前|ご|まえ|も|かん)/,
    ([kana], today, past) => nearMonth(today, KANA_DAYS[kana ?? ''], past),
    0.7,
  ],
];

const CHOICE = new RegExp(
  `^日?(?:か|または|もしくは)[、 ]?(?:${N}[日月]|[月火水木金土日]曜|明日|明後日|あさって|来週|今週)`,
);

/** The first date in Japanese words. Weeks begin on Monday. `past`: the words tell of something that was. */
export function readJapaneseDate(text: string, today: CalendarDay, past: boolean): FoundDay | undefined {
  const words = spellJapaneseDates(text);
  for (const [pattern, read, confidence = 0.95] of READERS) {
    const found = pattern.exec(words.text);
    const day = found ? read(found.slice(1), today, past) : undefined;
    // 「土曜か日曜」: neither was chosen.
    if (found && CHOICE.test(words.text.slice(found.index + found[0].length))) return undefined;
    if (found && day)
      return { day, start: words.start(found.index), end: words.end(found.index + found[0].length), confidence };
  }
  return undefined;
}

function date(year: number | undefined, month: number | undefined, day: number | undefined): CalendarDay | undefined {
  if (!year || !month || !day || month > 12 || day > 31) return undefined;
  return { year, month, day };
}

function fullYear(year: number | undefined): number | undefined {
  return year !== undefined && year < 100 ? 2000 + year : year;
}

function moved(today: CalendarDay, days: number | undefined): CalendarDay | undefined {
  return days === undefined || Math.abs(days) > 3700 ? undefined : moveDay(today, days);
}

function negative(value: number | undefined): number | undefined {
  return value === undefined ? undefined : -value;
}

function inMonth(today: CalendarDay, months: number, day: number | undefined): CalendarDay | undefined {
  const first = moveDay({ ...today, day: 1 }, 0, months);
  return date(first.year, first.month, day);
}

function monthEnd(today: CalendarDay, months: number): CalendarDay {
  return moveDay(moveDay({ ...today, day: 1 }, 0, months + 1), -1);
}

function inWeek(today: CalendarDay, weeks: number, weekday: number): CalendarDay | undefined {
  if (weekday < 0) return undefined;
  const sinceMonday = (weekdayOf(today) + 6) % 7;
  return moveDay(today, weeks * 7 - sinceMonday + ((weekday + 6) % 7));
}

function nextWeekday(
  today: CalendarDay,
  weekday: number,
  which: string | undefined,
  past: boolean,
): CalendarDay | undefined {
  if (weekday < 0) return undefined;
  const ahead = (weekday - weekdayOf(today) + 7) % 7;
  if (past || /前|こないだ/.test(which ?? '')) return moveDay(today, ahead === 0 ? -7 : ahead - 7);
  return moveDay(today, ahead === 0 && which ? 7 : ahead);
}

function nearMonth(today: CalendarDay, day: number | undefined, past: boolean): CalendarDay | undefined {
  const here = inMonth(today, 0, day);
  if (!here) return undefined;
  const order = compareDays(here, today);
  if (past) return order > 0 ? inMonth(today, -1, day) : here;
  return order < 0 ? inMonth(today, 1, day) : here;
}
