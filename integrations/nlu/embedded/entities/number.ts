import type { FoundEntity } from '../../reading.ts';
import type { EntityFinder } from './entity-finder.ts';
import { readEnglishNumber, readKanjiNumber } from './read-number.ts';

const WORD =
  '(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|half|dozen|couple|once|twice)';
const DIGITS = /(?<![\w.])[-−]?\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)|(?<![\w.])[-−]?\d+(?:\.\d+)?(?![\d%]*\.\d)/g;
const WORDS_EN = new RegExp(`\\b(?:an? )?${WORD}(?:[ -](?:and )?${WORD})*\\b`, 'gi');
const KANJI =
  /[〇零一二三四五六七八九壱弐参十百千万億\d.,]*[〇零一二三四五六七八九壱弐参十百千万億][〇零一二三四五六七八九壱弐参十百千万億\d.,]*/g;
const COUNTERS_JA: readonly (readonly [RegExp, number])[] = [
  [/ひとつ|一つ|1つ|ひとり/, 1],
  [/ふたつ|二つ|2つ|ふたり/, 2],
  [/みっつ|三つ|3つ/, 3],
  [/よっつ|四つ|4つ/, 4],
  [/いつつ|五つ|5つ/, 5],
];

/** Numbers as digits, words or kanji. Whole numbers are of type `integer`, others of type `number`. */
export const findNumbers: EntityFinder = (text, { locale }) => {
  const digits = [...text.matchAll(DIGITS)].map((found) =>
    made(Number(found[0].replace(/,/g, '').replace('−', '-')), found.index, found[0].length, 0.9),
  );
  if (locale === 'en') {
    const words = [...text.matchAll(WORDS_EN)].flatMap((found) => worded(readEnglishNumber(found[0]), found));
    return apart([...digits, ...words]);
  }
  const kanji = [...text.matchAll(KANJI)].flatMap((found) => worded(readKanjiNumber(found[0]), found));
  const counted = COUNTERS_JA.flatMap(([pattern, value]) => {
    const found = pattern.exec(text);
    return found ? [made(value, found.index, found[0].length, 0.9)] : [];
  });
  return apart([...counted, ...kanji, ...digits]);
};

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
