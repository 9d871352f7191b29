import type { Locale } from '../../dialogs/protocol/locale.ts';

/**
 * THE SOCKET of sentence encoders: sentences in, vectors out. Near vectors mean alike, so that a classifier also knows wishes in words
 * that no example has.
 * @example
 * const [vector] = await encoder.encode(['where is my parcel']);
 */
export interface Encoder {
  /** Names what the vectors are: what was learned with another encoder is learned anew. */
  readonly name: string;
  /** Numbers of a vector. */
  readonly dimensions: number;
  /** Languages that it knows; sentences of others are read without it. */
  readonly locales: readonly Locale[];
  /** A vector of length 1 for each text, in their order. The same text always gives nearly the same vector. */
  encode(texts: readonly string[]): Promise<readonly Float32Array[]>;
}
