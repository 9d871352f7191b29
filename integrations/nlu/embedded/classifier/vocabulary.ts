import type { FeatureBlocks } from './extract-features.ts';
import type { SparseRow } from './sparse-row.ts';

/** Rare features weigh more, yet a single odd word must not decide when phrases are few. */
const RARITY_POWER = 0.5;
/** Lengths of the blocks: words, characters, concepts. */
const BLOCK_WEIGHTS = [1, 1, 0.6];
/** The block of concepts: it counts less where most words are strange, since a shared concept may be chance. */
const CONCEPTS = 2;

/** Where there are more texts than this, a feature of one text alone teaches next to nothing, and costs a third of the training. */
const MANY = 2500;
/** Where there are more than this, the same holds for a feature of two. */
const VERY_MANY = 8000;

/** In how many texts each feature was seen; a feature's place in the model is its place here. */
export interface FeatureCounts {
  /** Hashes; the first is the constant feature, which no text has. */
  readonly features: Uint32Array;
  readonly seen: Uint32Array;
  readonly texts: number;
}

/** Features seen in training, with their places and weights. */
export interface Vocabulary {
  readonly counts: FeatureCounts;
  readonly size: number;
  /** A row of fixed length per block. Unseen features count in the length: strange words make every score smaller. */
  rowOf(blocks: FeatureBlocks): SparseRow;
  /** The row of a text of the training set as if training had not seen it: what stands in it alone is unseen. */
  strangeRowOf(blocks: FeatureBlocks): SparseRow;
  /** Share of the text's single words or characters that training has seen, 0 to 1. */
  coverage(blocks: FeatureBlocks): number;
  /** The same of a text of the training set as if training had not seen it. */
  strangeCoverage(blocks: FeatureBlocks): number;
}

/** Learns the vocabulary of a set of texts. */
export function createVocabulary(texts: readonly FeatureBlocks[]): Vocabulary {
  const documents = new Map<number, number>();
  for (const blocks of texts) {
    for (const block of blocks)
      for (const feature of block.keys()) documents.set(feature, (documents.get(feature) ?? 0) + 1);
  }
  // The common ones side by side: most of what training reads then stays in the processor's cache.
  const least = texts.length > VERY_MANY ? 3 : texts.length > MANY ? 2 : 1;
  const common = [...documents].filter(([, times]) => times >= least).sort(([, a], [, b]) => b - a);
  return openVocabulary({
    features: Uint32Array.from([0, ...common.map(([feature]) => feature)]),
    seen: Uint32Array.from([0, ...common.map(([, times]) => times)]),
    texts: texts.length,
  });
}

/** The vocabulary of features counted before. */
export function openVocabulary(counts: FeatureCounts): Vocabulary {
  const { features, seen, texts } = counts;
  const places = new Map<number, number>();
  const total = texts + 1;
  for (let place = 1; place < features.length; place++) places.set((features[place] ?? 0) | 0, place); // hashes are signed
  const weights = Array.from(seen, (times, place) =>
    place === 0 ? 1 : (1 + Math.log(total / (times + 1))) ** RARITY_POWER,
  );
  const unseen = (1 + Math.log(total)) ** RARITY_POWER;
  const find = (feature: number) => places.get(feature);
  const findShared = (feature: number) => {
    const place = places.get(feature);
    return place !== undefined && (seen[place] ?? 0) > 1 ? place : undefined;
  };
  return {
    counts,
    size: weights.length,
    rowOf: (blocks) => rowOf(blocks, find, weights, unseen),
    strangeRowOf: (blocks) => rowOf(blocks, findShared, weights, unseen),
    coverage: (blocks) => coverageOf(blocks, find),
    strangeCoverage: (blocks) => coverageOf(blocks, findShared),
  };
}

type Find = (feature: number) => number | undefined;

function rowOf(blocks: FeatureBlocks, find: Find, weights: readonly number[], unseen: number): SparseRow {
  const known = coverageOf(blocks, find);
  const ids = [0];
  const values = [1];
  for (const [number, block] of blocks.entries()) {
    const first = ids.length;
    let square = 0;
    for (const [feature, times] of block) {
      const place = find(feature);
      const value = (place === undefined ? unseen : (weights[place] ?? 1)) * (1 + Math.log(times));
      square += value * value;
      if (place === undefined) continue;
      ids.push(place);
      values.push(value);
    }
    const trust = number === CONCEPTS ? 0.4 + 0.6 * known : 1;
    const scale = (trust * (BLOCK_WEIGHTS[number] ?? 1)) / (Math.sqrt(square) || 1);
    for (let index = first; index < values.length; index++) values[index] = (values[index] ?? 0) * scale;
  }
  return { ids: Int32Array.from(ids), values: Float32Array.from(values) };
}

function coverageOf([words]: FeatureBlocks, find: Find): number {
  let known = 0;
  for (const feature of words.keys()) if (find(feature) !== undefined) known++;
  return words.size === 0 ? 0 : known / words.size;
}
