import type { StoreTimes, StoreUnderTest } from './store-under-test.ts';

export interface StorePlug {
  readonly name: string;
  /** How many sequences the model test runs. */
  readonly modelRuns: number;
  create(times: StoreTimes): Promise<StoreUnderTest>;
}
