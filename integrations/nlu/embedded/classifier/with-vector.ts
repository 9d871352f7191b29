import type { SparseRow } from './sparse-row.ts';

/** Length of a sentence's vector beside the blocks of n-grams, whose lengths are 1. */
const WEIGHT = 2;

/** A row with a sentence's vector behind its n-grams, as a dense block at the places from `size` on. */
export function withVector(row: SparseRow, vector: Float32Array | undefined, size: number): SparseRow {
  if (!vector) return row;
  const ids = new Int32Array(row.ids.length + vector.length);
  const values = new Float32Array(ids.length);
  ids.set(row.ids);
  values.set(row.values);
  for (let place = 0; place < vector.length; place++) {
    ids[row.ids.length + place] = size + place;
    values[row.ids.length + place] = WEIGHT * (vector[place] ?? 0);
  }
  return { ids, values };
}
