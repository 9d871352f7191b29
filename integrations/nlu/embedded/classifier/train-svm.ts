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
  const idle = new Uint8Array(rows.length);
  const scores = new Float32Array(classes);
  const steps = new Float32Array(classes);
  const moved = new Int32Array(classes);
  const random = seeded(20_240_229);
  for (let round = 0; round < settings.rounds; round++) {
    shuffle(order, random);
    // Rows that moved nothing twice are looked at every third round only.
    const everyRow = round < 3 || round % 3 === 0;
    for (const index of order) {
      if (!everyRow && (idle[index] ?? 0) >= 2) continue;
      const row = rows[index];
      if (!row) continue;
      score(weights, row, scores);
      const count = moves(scores, alphas, index, classOf[index] ?? -1, squares[index] ?? 1, softness, steps, moved);
      idle[index] = count === 0 ? (idle[index] ?? 0) + 1 : 0;
      if (count > 0) apply(weights, row, classes, steps, moved, count);
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

/** The steps of this row's alphas; returns how many classes move. */
function moves(
  scores: Float32Array,
  alphas: Float32Array,
  index: number,
  own: number,
  square: number,
  softness: number,
  steps: Float32Array,
  moved: Int32Array,
): number {
  const classes = scores.length;
  let count = 0;
  for (let k = 0; k < classes; k++) {
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

function apply(
  weights: Float32Array,
  row: SparseRow,
  classes: number,
  steps: Float32Array,
  moved: Int32Array,
  count: number,
): void {
  const { ids, values } = row;
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
