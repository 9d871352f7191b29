/** One text as numbers: places in the model and their weights, unit length per block. */
export interface SparseRow {
  readonly ids: Int32Array;
  readonly values: Float32Array;
}
