import type { FoundEntity } from '../../reading.ts';
import type { EntityFinder } from './entity-finder.ts';
import { KANA_NUMBER, readKanaNumber } from './read-kana-number.ts';
import { readEnglishNumber, readKanjiNumber } from './read-number.ts';

const WORD =
  '(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fourty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|half|dozen|couple|once|twice)';
const DIGITS = /(?<![\w.])[-−]?\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)|(?<![\w.])[-−]?\d+(?:\.\d+)?(?![\d%]*\.\d)/g;
const WORDS_EN = new RegExp(`\\b(?:an? )?${WORD}(?:[ -](?:(?:and )?(?:a )?)?${WORD})*\\b`, 'gi');
const KANJI =
  /[〇零一二三四五六七八九壱弐参十百千万億\d.,]*[〇零一二三四五六七八九壱弐参十百千万億][〇零一二三四五六七八九壱弐参十百千万億\d.,]*/g;
const COUNTERS_JA: readonly (readonly [RegExp, number])[] = [
  [/ひとつ|一つ|1つ|ひとり/, 1],
  [/ふたつ|二つ|2つ|ふたり/, 2],
  [/みっつ|三つ|3つ/, 3],
  [/よっつ|四つ|4つ/, 4],
  [/いつつ|五つ|5つ/, 5],
  [/むっつ|六つ|6つ/, 6],
  [/ななつ|七つ|7つ/, 7],
  [/やっつ|八つ|8つ/, 8],
  [/ここのつ|九つ|9つ/, 9],
];
/** 「さんこ」「にじゅう」: only as the answer, since the same kana stand in other words. */
const KANA_JA = new RegExp(
  `^(?:ええ?っ?と[、 ]?|はい[、 ]?)?(${KANA_NUMBER})(?:こ|だい|ほん|ぼん|ぽん|まい|にん|かい|てん|さつ|ふくろ|はこ)?(?:です|でお願いします|お願いします|ください|くらい|で)?[。!]*$`,
);

/** A year, or the whole of a share: not what is counted. */
const YEAR_BEFORE = /\b(?:since|year|model|in|from|until|back in) $/i;
const OF_BEFORE = /(?:\bout of|\/|分の) ?$/i;
/** "4 or 5": neither. */
const BETWEEN = /^\s?(?:or|to|maybe|or maybe|か|~|〜|または|or so or|-|から)[、 ]?$/i;

/** Numbers as digits, words or kanji. Whole numbers are of type `integer`, others of type `number`; of two to choose from none is found. */
export const findNumbers: EntityFinder = (text, { locale, asked }) => {
  const digits = [...text.matchAll(DIGITS)].map((found) =>
    made(Number(found[0].replace(/,/g, '').replace('−', '-')), found.index, found[0].length, 0.9),
  );
  if (locale === 'en') {
    const words = [...text.matchAll(WORDS_EN)].flatMap((found) => worded(readEnglishNumber(found[0]), found));
    return meant(text, apart([...digits, ...words]));
  }
  const kanji = [...text.matchAll(KANJI)].flatMap((found) => worded(readKanjiNumber(found[0]), found));
  const counted = COUNTERS_JA.flatMap(([pattern, value]) => {
    const found = pattern.exec(text);
    return found ? [made(value, found.index, found[0].length, 0.9)] : [];
  });
  const kana = asked ? KANA_JA.exec(text) : null;
  const spelled = kana?.[1] ? readKanaNumber(kana[1]) : undefined;
  const said = spelled === undefined ? [] : [made(spelled, text.indexOf(kana?.[1] ?? ''), kana?.[1]?.length ?? 0, 0.8)];
  return meant(text, apart([...counted, ...kanji, ...digits, ...said]));
};

/** Without years, wholes of a share, and both of two between which nobody decided. */
function meant(text: string, numbers: readonly FoundEntity[]): readonly FoundEntity[] {
  return numbers.filter((number, place) => {
    const before = text.slice(0, number.start);
    const after = text.slice(number.end);
    if (OF_BEFORE.test(before)) return false;
    if (isYear(number.value) && (YEAR_BEFORE.test(before) || /^(?:年| model)/.test(after))) return false;
    const beside = (one: FoundEntity | undefined, other: FoundEntity | undefined) =>
      one !== undefined && other !== undefined && BETWEEN.test(text.slice(one.end, other.start));
    return !beside(numbers[place - 1], number) && !beside(number, numbers[place + 1]);
  });
}

const isYear = (value: unknown) => typeof value === 'number' && value >= 1950 && value < 2100;

function worded(value: number | undefined, found: RegExpExecArray): readonly FoundEntity[] {
  return value === undefined ? [] : [made(value, found.index, found[0].length, 0.85)];
}

function made(value: number, start: number, length: number, confidence: number): FoundEntity {
  return { type: Number.isInteger(value) ? 'integer' : 'number', value, start, end: start + length, confidence };
}

/** The first of those that overlap. */
function apart(entities: readonly FoundEntity[]): readonly FoundEntity[] {
  const kept: FoundEntity[] = [];
  for (const entity of entities) {
    if (Number.isFinite(entity.value) && !kept.some((other) => other.start < entity.end && entity.start < other.end))
      kept.push(entity);
  }
  return kept.sort((a, b) => a.start - b.start);
}
