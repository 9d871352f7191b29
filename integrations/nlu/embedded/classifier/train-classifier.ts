import type { FeatureBlocks } from './extract-features.ts';
import { fitSigmoid, probability, type Sigmoid } from './fit-sigmoid.ts';
import { type LinearModel, type SvmSettings, score, trainSvm } from './train-svm.ts';
import { createVocabulary, type Vocabulary } from './vocabulary.ts';

/** A phrase and what it stands for: its group (a flow) and its label inside the group (a wish). -1: it stands for nothing. */
export interface TrainingRow {
  readonly features: FeatureBlocks;
  readonly group: number;
  readonly label: number;
}

export interface ClassCounts {
  readonly groups: number;
  readonly labels: number;
}

export interface Classified {
  /** Probability of every group, each for itself: together they may be above or below 1. */
  readonly groups: readonly number[];
  /** Margin of every label: only to be compared inside one group. */
  readonly labels: readonly number[];
  /** Share of the text's words that training has seen. */
  readonly coverage: number;
}

export interface Classifier {
  classify(features: FeatureBlocks): Classified;
}

/** Margins of a row that the model had not seen, groups first, then labels. */
export interface HeldOut {
  readonly row: TrainingRow;
  readonly margins: Float32Array;
}

const FULL: SvmSettings = { cost: 1, rounds: 12 };
const FOLDED: SvmSettings = { cost: 1, rounds: 8 };
const FOLDS = 3;
/** How many of a held-out row's groups tell what a margin is worth. */
const LOOKED_AT = 3;

/** Trains one language's classifier: features, margins, and how far margins can be trusted. */
export function trainClassifier(rows: readonly TrainingRow[], counts: ClassCounts): Classifier {
  const { vocabulary, model } = trainOn(rows, counts, FULL);
  const sigmoid = sigmoidOf(holdOut(rows, counts), counts.groups);
  return {
    classify: (features) => {
      const margins = new Float32Array(model.classes);
      score(model.weights, vocabulary.rowOf(features), margins);
      return {
        groups: Array.from(margins.subarray(0, counts.groups), (margin) => probability(sigmoid, margin)),
        labels: Array.from(margins.subarray(counts.groups)),
        coverage: vocabulary.coverage(features),
      };
    },
  };
}

/** Margins of every row by a model trained without its fold. Folds take each label's rows in turn. */
export function holdOut(rows: readonly TrainingRow[], counts: ClassCounts, folds = FOLDS): readonly HeldOut[] {
  const seen = new Map<number, number>();
  const foldOf = rows.map(({ label }) => {
    const turn = seen.get(label) ?? 0;
    seen.set(label, turn + 1);
    return turn % folds;
  });
  const held: HeldOut[] = [];
  for (let fold = 0; fold < folds; fold++) {
    const inside = (_: unknown, index: number) => foldOf[index] !== fold;
    const { vocabulary, model } = trainOn(rows.filter(inside), counts, FOLDED);
    for (const [index, row] of rows.entries()) {
      if (foldOf[index] !== fold) continue;
      const margins = new Float32Array(model.classes);
      score(model.weights, vocabulary.rowOf(row.features), margins);
      held.push({ row, margins });
    }
  }
  return held;
}

function trainOn(
  rows: readonly TrainingRow[],
  { groups, labels }: ClassCounts,
  settings: SvmSettings,
): { readonly vocabulary: Vocabulary; readonly model: LinearModel } {
  const vocabulary = createVocabulary(rows.map((row) => row.features));
  const classes = rows.map((row) => (row.group < 0 ? [] : [row.group, groups + row.label]));
  const sparse = rows.map((row) => vocabulary.rowOf(row.features));
  return { vocabulary, model: trainSvm(sparse, classes, groups + labels, vocabulary.size, settings) };
}

function sigmoidOf(held: readonly HeldOut[], groups: number): Sigmoid {
  const margins: number[] = [];
  const right: boolean[] = [];
  for (const { row, margins: all } of held) {
    const best = Array.from(all.subarray(0, groups), (margin, group) => ({ margin, group }))
      .sort((a, b) => b.margin - a.margin)
      .slice(0, LOOKED_AT);
    for (const { margin, group } of best) {
      margins.push(margin);
      right.push(group === row.group);
    }
  }
  return fitSigmoid(margins, right);
}
