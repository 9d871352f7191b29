/** Keys and list positions from the top of a file to a value. */
export type SourcePath = readonly (string | number)[];

/** Counts from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A file as designers wrote it, after reading. */
export interface SourceFile {
  /** Relative to the flows folder: `order-status/flow.yaml`. */
  readonly path: string;
  /** Plain data, or undefined where the file could not be read. */
  readonly value: unknown;
  /** Where the key or value at a path stands; a path that leads nowhere gives its nearest ancestor. */
  locate(path: SourcePath, on: 'key' | 'value', offset: number): Position;
}

/** One file handed in for reading. */
export interface TextFile {
  readonly path: string;
  readonly text: string;
}
