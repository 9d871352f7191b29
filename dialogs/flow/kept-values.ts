/** What files held when they were read before and nothing was wrong with them: reading a file again costs much more than its check. */
export interface KeptValues {
  /** The value of a file with exactly this text, or undefined. */
  get(text: string): unknown;
  keep(text: string, value: unknown): void;
}
