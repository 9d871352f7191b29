import { setTimeout as pause } from 'node:timers/promises';

/** How the time of an answer is evened out: a floor in milliseconds, and how to wait (a test gives its own). */
export interface EvenLatency {
  readonly floorMs: number;
  readonly wait?: (ms: number) => Promise<unknown>;
  readonly clock?: () => number;
}

/** Runs `work` and answers not before the floor: "not found" takes as long as "does not match". */
export async function evenLatency<Value>(how: EvenLatency, work: () => Promise<Value>): Promise<Value> {
  const clock = how.clock ?? (() => performance.now());
  const started = clock();
  try {
    return await work();
  } finally {
    const left = how.floorMs - (clock() - started);
    if (left > 0) await (how.wait ?? pause)(left);
  }
}
