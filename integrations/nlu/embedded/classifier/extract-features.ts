import type { Locale } from '../../../../dialogs/protocol/locale.ts';

/** Hashes of one text's features with their counts: words, runs of characters, and concepts. Each block has a weight of its own. */
export type FeatureBlocks = readonly [
  words: Map<number, number>,
  characters: Map<number, number>,
  concepts: Map<number, number>,
];

const segmenter = new Intl.Segmenter('ja', { granularity: 'word' });

/**
 * English: words 1-2 with sentence marks, and characters 2-4 inside word boundaries (they carry typing mistakes).
 * Japanese: dictionary words 1-2, and characters 1-3 with spaces removed (single kanji carry meaning).
 * Concepts count alone and in pairs: "stop" with "plan" is another wish than "stop" with "order".
 * Features are 32-bit hashes: no table of strings has to be kept.
 */
export function extractFeatures(text: string, locale: Locale, concepts: readonly string[]): FeatureBlocks {
  const [words, characters] = locale === 'ja' ? japanese(text) : english(text);
  return [words, characters, pairsOf(concepts)];
}

function pairsOf(concepts: readonly string[]): Map<number, number> {
  const pairs = new Map<number, number>();
  for (const one of concepts) {
    count(pairs, hash(one, 4));
    for (const other of concepts) if (one < other) count(pairs, hash(`${one} ${other}`, 5));
  }
  return pairs;
}

type NGrams = readonly [words: Map<number, number>, characters: Map<number, number>];

function english(text: string): NGrams {
  const words = new Map<number, number>();
  const characters = new Map<number, number>();
  const tokens = text.match(/[#\p{L}\p{N}']+/gu) ?? [];
  addPairs(words, tokens);
  for (const token of tokens) {
    addRuns(
      characters,
      token.startsWith('#') ? token : ` ${token.replaceAll("'", '')} `,
      2,
      token.startsWith('#') ? 1 : 4,
    );
  }
  return [words, characters];
}

function japanese(text: string): NGrams {
  const words = new Map<number, number>();
  const characters = new Map<number, number>();
  const bare = text.replace(/[^#\p{L}\p{N}ー?]+/gu, ' ').trim();
  const tokens: string[] = [];
  for (const { segment, isWordLike } of segmenter.segment(bare)) if (isWordLike) tokens.push(segment);
  addPairs(words, tokens);
  addRuns(characters, bare.replaceAll(' ', ''), 1, 3);
  return [words, characters];
}

function addPairs(into: Map<number, number>, tokens: readonly string[]): void {
  let before = '<';
  for (const token of tokens) {
    count(into, hash(token, 1));
    count(into, hash(`${before} ${token}`, 2));
    before = token;
  }
  if (tokens.length > 0) count(into, hash(`${before} >`, 2));
}

function addRuns(into: Map<number, number>, text: string, shortest: number, longest: number): void {
  for (let start = 0; start < text.length; start++) {
    let value = 0x811c9dc5 ^ 3;
    for (let length = 1; length <= longest && start + length <= text.length; length++) {
      value = Math.imul(value ^ text.charCodeAt(start + length - 1), 0x01000193);
      if (length >= shortest) count(into, Math.imul(value ^ length, 0x01000193));
    }
  }
}

/** FNV-1a, signed: a number that fits into 31 bits and a sign is looked up without being boxed. */
function hash(text: string, kind: number): number {
  let value = 0x811c9dc5 ^ kind;
  for (let index = 0; index < text.length; index++) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  return value;
}

function count(into: Map<number, number>, feature: number): void {
  into.set(feature, (into.get(feature) ?? 0) + 1);
}
