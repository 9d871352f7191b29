export const AREAS = ['settings', 'conversations', 'records', 'data folder', 'dialogs', 'queues', 'systems'] as const;
export type Area = (typeof AREAS)[number];

/** Something that was looked at. */
export interface Finding {
  readonly area: Area;
  /** `error`: it does not work, or customers lose something. `warning`: it works, and will hurt. `ok`: as it should be. */
  readonly level: 'error' | 'warning' | 'ok';
  /** In plain words. Never a secret: of an address the host alone. */
  readonly message: string;
  /** What to do. */
  readonly remedy?: string;
}

type Telling = (message: string, remedy: string) => Finding;

/** The three ways to tell of one area. */
export const tellOf = (area: Area): { ok(message: string): Finding; warning: Telling; error: Telling } => ({
  ok: (message) => ({ area, level: 'ok', message }),
  warning: (message, remedy) => ({ area, level: 'warning', message, remedy }),
  error: (message, remedy) => ({ area, level: 'error', message, remedy }),
});

/** Of several milliseconds the one in the middle, for people. */
export function middleOf(times: readonly number[]): string {
  const middle = times.toSorted((a, b) => a - b)[times.length >> 1] ?? 0;
  return middle < 10 ? `${middle.toFixed(1)} ms` : `${Math.round(middle)} ms`;
}

/** How long the work takes, so many times, one after the other. */
export async function timesOf(work: () => Promise<unknown>, count = 7): Promise<readonly number[]> {
  const times: number[] = [];
  for (let n = 0; n < count; n++) {
    const startedAt = performance.now();
    await work();
    times.push(performance.now() - startedAt);
  }
  return times;
}
