import type { FeatureBlocks } from './extract-features.ts';
import { fitSigmoid, probability, type Sigmoid } from './fit-sigmoid.ts';
import { KNOWN_WORDS } from './known-words.ts';
import type { SparseRow } from './sparse-row.ts';
import { type LinearModel, type SvmSettings, score, trainSvm } from './train-svm.ts';
import { createVocabulary, type Vocabulary } from './vocabulary.ts';
import { withVector } from './with-vector.ts';

/** A phrase and what it stands for: its group (a flow) and its label inside the group (a wish). -1: it stands for nothing. */
export interface TrainingRow {
  readonly features: FeatureBlocks;
  /** Of an encoder: then every row of the language has one. */
  readonly vector?: Float32Array;
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
  /** Margins of the labels of one group: only to be compared among themselves. Few groups are ever asked for theirs. */
  marginsAmong(labels: readonly number[]): readonly number[];
  /** Share of the text's words that training has seen. */
  readonly coverage: number;
}

export interface Classifier {
  /** @param vector of the encoder that training had, where it had one */
  classify(features: FeatureBlocks, vector?: Float32Array): Classified;
}

/** Margins of a row that the model had not seen, groups first, then labels. */
export interface HeldOut {
  readonly row: TrainingRow;
  readonly margins: Float32Array;
}

/** The labels of one group, told apart among themselves. */
export interface LabelModel {
  readonly labels: readonly number[];
  readonly model: LinearModel;
}

/** All that training has learned. */
export interface LearnedClassifier {
  readonly vocabulary: Vocabulary;
  readonly counts: ClassCounts;
  readonly groups: LinearModel;
  readonly labels: readonly LabelModel[];
  readonly sigmoid: Sigmoid;
}

/** How the flows are told apart. */
export const FLOW_SETTINGS: SvmSettings = { cost: 0.5, rounds: 7 };
const FOLDED: SvmSettings = { ...FLOW_SETTINGS, rounds: 2 };
const WISHES: SvmSettings = { cost: 2, rounds: 8 };
const FOLDS = 3;
/** How many of a held-out row's groups tell what a margin is worth. */
const LOOKED_AT = 3;

/** Trains one language's classifier: features, margins, and how far margins can be trusted. */
export function trainClassifier(rows: readonly TrainingRow[], counts: ClassCounts): LearnedClassifier {
  const vocabulary = createVocabulary(rows.map((row) => row.features));
  const sparse = rows.map(({ features, vector }) => withVector(vocabulary.rowOf(features), vector, vocabulary.size));
  const size = vocabulary.size + (rows[0]?.vector?.length ?? 0);
  const groups = trainGroups(rows, sparse, counts.groups, size, FLOW_SETTINGS);
  const labels = trainLabels(rows, sparse, size);
  const sigmoid = sigmoidOf(rows, sparse, counts.groups, vocabulary);
  return { vocabulary, counts, groups, labels, sigmoid };
}

/** What is learned, ready to be asked. */
export function createClassifier({ vocabulary, counts, groups, labels, sigmoid }: LearnedClassifier): Classifier {
  const tellsApart = new Map(labels.flatMap((one) => one.labels.map((label) => [label, one] as const)));
  return {
    classify: (features, vector) => {
      const row = withVector(vocabulary.rowOf(features), vector, vocabulary.size);
      const margins = new Float32Array(counts.groups);
      score(groups.weights, row, margins);
      const coverage = vocabulary.coverage(features);
      return {
        groups: Array.from(margins, (margin) => probability(sigmoid, margin + KNOWN_WORDS * coverage)),
        marginsAmong: (own) => {
          const among = own.slice(0, 1).flatMap((label) => tellsApart.get(label) ?? []);
          const all = labelMargins(row, among, counts.labels);
          return own.map((label) => all[label] ?? 0);
        },
        coverage,
      };
    },
  };
}

/** Margins of every row by models trained without its fold. Folds take each label's rows in turn. */
export function holdOut(rows: readonly TrainingRow[], counts: ClassCounts, folds = FOLDS): readonly HeldOut[] {
  const foldOf = foldsOf(rows, folds);
  return Array.from({ length: folds }, (_, fold) => {
    const inside = rows.filter((_row, index) => foldOf[index] !== fold);
    const vocabulary = createVocabulary(inside.map((row) => row.features));
    const sparse = inside.map((row) => vocabulary.rowOf(row.features));
    const groups = trainGroups(inside, sparse, counts.groups, vocabulary.size, FLOW_SETTINGS);
    const labels = trainLabels(inside, sparse, vocabulary.size);
    return rows
      .filter((_row, index) => foldOf[index] === fold)
      .map((row): HeldOut => {
        const values = vocabulary.rowOf(row.features);
        const margins = new Float32Array(counts.groups + counts.labels);
        score(groups.weights, values, margins.subarray(0, counts.groups));
        margins.set(labelMargins(values, labels, counts.labels), counts.groups);
        return { row, margins };
      });
  }).flat();
}

function foldsOf(rows: readonly TrainingRow[], folds: number): readonly number[] {
  const seen = new Map<number, number>();
  return rows.map(({ label }) => {
    const turn = seen.get(label) ?? 0;
    seen.set(label, turn + 1);
    return turn % folds;
  });
}

function trainGroups(
  rows: readonly TrainingRow[],
  sparse: readonly SparseRow[],
  groups: number,
  size: number,
  settings: SvmSettings,
): LinearModel {
  return trainSvm(
    sparse,
    rows.map((row) => row.group),
    groups,
    size,
    settings,
  );
}

/** A wish is told from the other wishes of its flow alone: the flow is known by then. */
function trainLabels(rows: readonly TrainingRow[], sparse: readonly SparseRow[], size: number): readonly LabelModel[] {
  const byGroup = new Map<number, number[]>();
  for (const [index, { group }] of rows.entries()) {
    if (group >= 0) byGroup.set(group, [...(byGroup.get(group) ?? []), index]);
  }
  return [...byGroup.values()].map((own) => {
    const labels = [...new Set(own.map((index) => rows[index]?.label ?? -1))];
    if (labels.length < 2) return { labels, model: { classes: 0, weights: new Float32Array() } };
    const model = trainSvm(
      own.map((index) => sparse[index] as SparseRow), // in range: the indexes are the rows' own
      own.map((index) => labels.indexOf(rows[index]?.label ?? -1)),
      labels.length,
      size,
      WISHES,
    );
    return { labels, model };
  });
}

/** A margin for every label; 0 where a group has only one. */
function labelMargins(row: SparseRow, models: readonly LabelModel[], count: number): Float32Array {
  const margins = new Float32Array(count);
  for (const { labels, model } of models) {
    if (model.classes === 0) continue;
    const own = new Float32Array(model.classes);
    score(model.weights, row, own);
    for (let place = 0; place < labels.length; place++) margins[labels[place] ?? 0] = own[place] ?? 0;
  }
  return margins;
}

/**
 * What margins are worth on rows that a model has not seen: two numbers, for which a third of the rows is plenty. The vocabulary is the
 * same: only weights must not know the row.
 */
function sigmoidOf(
  rows: readonly TrainingRow[],
  sparse: readonly SparseRow[],
  groups: number,
  vocabulary: Vocabulary,
): Sigmoid {
  const foldOf = foldsOf(rows, FOLDS);
  const size = vocabulary.size + (rows[0]?.vector?.length ?? 0);
  const inside = (_: unknown, index: number) => foldOf[index] !== 0;
  const { weights } = trainGroups(rows.filter(inside), sparse.filter(inside), groups, size, FOLDED);
  const margins: number[] = [];
  const right: boolean[] = [];
  const all = new Float32Array(groups);
  for (const row of rows.filter((_, index) => foldOf[index] === 0)) {
    score(weights, withVector(vocabulary.strangeRowOf(row.features), row.vector, vocabulary.size), all);
    const covered = vocabulary.strangeCoverage(row.features);
    const best = Array.from(all, (margin, group) => ({ margin, group }))
      .sort((a, b) => b.margin - a.margin)
      .slice(0, LOOKED_AT);
    for (const { margin, group } of best) {
      margins.push(margin + KNOWN_WORDS * covered);
      right.push(group === row.group);
    }
  }
  return fitSigmoid(margins, right);
}
