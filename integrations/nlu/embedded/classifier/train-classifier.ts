import type { Locale } from '../../../../dialogs/protocol/locale.ts';
import { extractFeatures, type FeatureBlocks } from './extract-features.ts';
import { fitSigmoid, probability, type Sigmoid } from './fit-sigmoid.ts';
import type { SparseRow } from './sparse-row.ts';
import { type LinearModel, type SvmSettings, score, trainSvm } from './train-svm.ts';
import { createVocabulary, type Vocabulary } from './vocabulary.ts';

/** A phrase and the class that it stands for; -1: it stands for none. Texts are normalised and masked. */
export interface TrainingRow {
  readonly text: string;
  readonly class: number;
}

export interface Classifier {
  readonly classes: number;
  /** Probability of every class, each for itself: together they may be above or below 1. */
  classify(text: string): { readonly scores: readonly number[]; readonly coverage: number };
}

/** Margins of a row that the model had not seen. */
export interface HeldOut {
  readonly class: number;
  readonly margins: Float32Array;
}

const FULL: SvmSettings = { cost: 1, rounds: 12 };
const FOLDED: SvmSettings = { cost: 1, rounds: 8 };
const FOLDS = 3;
/** How many of a held-out row's classes tell what a margin is worth. */
const LOOKED_AT = 3;

/** Trains one language's classifier: features, margins, and how far margins can be trusted. */
export function trainClassifier(rows: readonly TrainingRow[], classes: number, locale: Locale): Classifier {
  const blocks = rows.map((row) => extractFeatures(row.text, locale));
  const vocabulary = createVocabulary(blocks);
  const sparse = blocks.map((each) => vocabulary.rowOf(each));
  const classOf = rows.map((row) => row.class);
  const model = trainSvm(sparse, classOf, classes, vocabulary.size, FULL);
  const sigmoid = sigmoidOf(holdOut(blocks, classOf, classes));
  return createClassifier(model, vocabulary, sigmoid, locale);
}

function createClassifier(model: LinearModel, vocabulary: Vocabulary, sigmoid: Sigmoid, locale: Locale): Classifier {
  return {
    classes: model.classes,
    classify: (text) => {
      const blocks = extractFeatures(text, locale);
      const margins = new Float32Array(model.classes);
      score(model.weights, vocabulary.rowOf(blocks), margins);
      return {
        scores: Array.from(margins, (margin) => probability(sigmoid, margin)),
        coverage: vocabulary.coverage(blocks),
      };
    },
  };
}

/** Margins of every row by a model trained without its fold. Folds take each class's rows in turn. */
export function holdOut(
  blocks: readonly FeatureBlocks[],
  classOf: readonly number[],
  classes: number,
  folds = FOLDS,
): readonly HeldOut[] {
  const seen = new Map<number, number>();
  const foldOf = classOf.map((own) => {
    const turn = seen.get(own) ?? 0;
    seen.set(own, turn + 1);
    return turn % folds;
  });
  const held: HeldOut[] = [];
  for (let fold = 0; fold < folds; fold++) {
    const inside = blocks.map((_, index) => index).filter((index) => foldOf[index] !== fold);
    const vocabulary = createVocabulary(inside.map((index) => blocks[index]).filter((each) => each !== undefined));
    const rows: SparseRow[] = inside.flatMap((index) => {
      const each = blocks[index];
      return each ? [vocabulary.rowOf(each)] : [];
    });
    const model = trainSvm(
      rows,
      inside.map((index) => classOf[index] ?? -1),
      classes,
      vocabulary.size,
      FOLDED,
    );
    for (const [index, each] of blocks.entries()) {
      if (foldOf[index] !== fold) continue;
      const margins = new Float32Array(classes);
      score(model.weights, vocabulary.rowOf(each), margins);
      held.push({ class: classOf[index] ?? -1, margins });
    }
  }
  return held;
}

function sigmoidOf(held: readonly HeldOut[]): Sigmoid {
  const margins: number[] = [];
  const right: boolean[] = [];
  for (const row of held) {
    const best = Array.from(row.margins, (margin, k) => ({ margin, k }))
      .sort((a, b) => b.margin - a.margin)
      .slice(0, LOOKED_AT);
    for (const { margin, k } of best) {
      margins.push(margin);
      right.push(k === row.class);
    }
  }
  return fitSigmoid(margins, right);
}
