import type { SparseRow } from './sparse-row.ts';

/** A linear model: `weights[place * classes + class]`. */
export interface LinearModel {
  readonly classes: number;
  readonly weights: Float32Array;
}

export interface SvmSettings {
  /** Price of a row on the wrong side. */
  readonly cost: number;
  readonly rounds: number;
}

/** Every so many rounds all classes of all rows are looked at; between, those that may still move. */
const FULL_EVERY = 4;
/** How far beyond its margin a class is left alone until then. */
const FAR = 0.3;

/**
 * One-vs-rest linear SVM with squared hinge loss, by dual coordinate descent over all classes at once. A row of class -1 stands against
 * all. The order of rows is shuffled by a fixed seed: the same rows always give the same model.
 * @param size number of places, the constant included
 */
export function trainSvm(
  rows: readonly SparseRow[],
  classOf: readonly number[],
  classes: number,
  size: number,
  settings: SvmSettings,
): LinearModel {
  const weights = new Float32Array(size * classes);
  const alphas = new Float32Array(rows.length * classes);
  const softness = 1 / (2 * settings.cost);
  const squares = rows.map((row) => row.values.reduce((sum, value) => sum + value * value, softness));
  const order = rows.map((_, index) => index);
  const all = Int32Array.from({ length: classes }, (_, k) => k);
  const near: Int32Array[] = rows.map(() => all);
  const work = { scores: new Float32Array(classes), steps: new Float32Array(classes), moved: new Int32Array(classes) };
  const random = seeded(20_240_229);
  for (let round = 0; round < settings.rounds; round++) {
    shuffle(order, random);
    const isFull = round % FULL_EVERY < 1 || round === 1;
    for (const index of order) {
      const row = rows[index];
      const looked = isFull ? all : (near[index] ?? all);
      if (!row || looked.length === 0) continue;
      if (isFull) score(weights, row, work.scores);
      else scoreSome(weights, row, classes, looked, work.scores);
      const at = { index, own: classOf[index] ?? -1, square: squares[index] ?? 1, softness };
      const count = moves(at, alphas, classes, looked, work);
      if (isFull) near[index] = nearMargin(at, alphas, classes, work.scores);
      if (count > 0) apply(weights, row, classes, work, count);
    }
  }
  return { classes, weights };
}

/** Writes the margin of every class into `into`. */
export function score(weights: Float32Array, row: SparseRow, into: Float32Array): void {
  const classes = into.length;
  const { ids, values } = row;
  into.fill(0);
  for (let feature = 0; feature < ids.length; feature++) {
    const base = (ids[feature] as number) * classes; // in range by the loop
    const value = values[feature] as number;
    for (let k = 0; k < classes; k++) into[k] = (into[k] as number) + (weights[base + k] as number) * value;
  }
}

function scoreSome(
  weights: Float32Array,
  { ids, values }: SparseRow,
  classes: number,
  looked: Int32Array,
  into: Float32Array,
): void {
  for (let n = 0; n < looked.length; n++) {
    const k = looked[n] as number; // in range by the loop, as below
    let sum = 0;
    for (let feature = 0; feature < ids.length; feature++)
      sum += (weights[(ids[feature] as number) * classes + k] as number) * (values[feature] as number);
    into[k] = sum;
  }
}

interface At {
  readonly index: number;
  readonly own: number;
  /** The row's length, squared and softened. */
  readonly square: number;
  readonly softness: number;
}

interface Work {
  readonly scores: Float32Array;
  readonly steps: Float32Array;
  readonly moved: Int32Array;
}

/** The steps of this row's alphas; returns how many classes move. */
function moves(
  { index, own, square, softness }: At,
  alphas: Float32Array,
  classes: number,
  looked: Int32Array,
  { scores, steps, moved }: Work,
): number {
  let count = 0;
  for (let n = 0; n < looked.length; n++) {
    const k = looked[n] as number;
    const side = k === own ? 1 : -1;
    const place = index * classes + k;
    const alpha = alphas[place] as number; // in range: one per row and class
    const gradient = side * (scores[k] as number) - 1 + alpha * softness;
    if (alpha === 0 && gradient >= 0) continue;
    const next = Math.max(alpha - gradient / square, 0);
    const step = next - alpha;
    if (Math.abs(step) < 1e-4) continue;
    alphas[place] = next;
    steps[count] = step * side;
    moved[count++] = k;
  }
  return count;
}

/** Classes that this row holds up, or nearly. */
function nearMargin({ index, own }: At, alphas: Float32Array, classes: number, scores: Float32Array): Int32Array {
  const found: number[] = [];
  for (let k = 0; k < classes; k++) {
    const side = k === own ? 1 : -1;
    if ((alphas[index * classes + k] as number) > 0 || side * (scores[k] as number) - 1 < FAR) found.push(k);
  }
  return Int32Array.from(found);
}

function apply(
  weights: Float32Array,
  { ids, values }: SparseRow,
  classes: number,
  { steps, moved }: Work,
  count: number,
): void {
  for (let feature = 0; feature < ids.length; feature++) {
    const base = (ids[feature] as number) * classes; // in range by the loop
    const value = values[feature] as number;
    for (let n = 0; n < count; n++) {
      const place = base + (moved[n] as number);
      weights[place] = (weights[place] as number) + (steps[n] as number) * value;
    }
  }
}

function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 0x100000000;
  };
}

function shuffle(list: number[], random: () => number): void {
  for (let index = list.length - 1; index > 0; index--) {
    const other = Math.floor(random() * (index + 1));
    const kept = list[index] ?? 0;
    list[index] = list[other] ?? 0;
    list[other] = kept;
  }
}
