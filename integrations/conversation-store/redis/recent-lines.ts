import { setTimeout as pause } from 'node:timers/promises';
import { withinSettling } from './settled.ts';

/** A line of a thread's log that was acknowledged a moment ago. */
interface RecentLine {
  readonly thread: string;
  readonly number: number;
  readonly at: number;
  readonly again: Again;
}

/**
 * Writes a line once more.
 * @param under the number that it had; 0 = whatever comes next
 * @returns false where lines before it are missing: another process may know them
 */
type Again = (under: number) => Promise<boolean>;

/** The last seconds' lines of this process: a restart of Redis, or a change of the master, may take them back. */
export interface RecentLines {
  note(thread: string, number: number, again: Again): void;
  /** The thread was erased: nothing of it comes back. */
  forget(thread: string): void;
  /**
   * Redis was away: what comes next waits until the lines before it stand again.
   * @param settlesMs for so long at least: other processes write theirs meanwhile
   */
  lost(settlesMs: number): void;
  /** Resolves when the lines stand. */
  standing(): Promise<void>;
}

const KEPT_MS = 10_000;
/** Redis may be away for so long and still be told its last lines. */
const AWAY_MS = 60_000;
const KEPT_MOST = 20_000;
/** Tries before a line goes to the end because the ones before it are lost for good. */
const GAP_TRIES = 40;
const GAP_MS = 20;

/** Pages have seen these lines under their numbers, and messages are told once by their keys: both hold only where the lines stand. */
export function createRecentLines(steady: () => number = () => performance.now()): RecentLines {
  const lines = new Set<RecentLine>();
  let mending: Promise<void> | undefined;
  const writeAgain = async (): Promise<void> => {
    const oldest = steady() - AWAY_MS;
    const again = [...lines].filter(({ at }) => at >= oldest).toSorted((a, b) => a.number - b.number);
    const threads = new Map<string, RecentLine[]>();
    for (const line of again) threads.set(line.thread, [...(threads.get(line.thread) ?? []), line]);
    await Promise.all(
      [...threads.values()].map(async (own) => {
        let waits = true;
        // Where the lines before one are lost for good, those before the next ones are, too.
        for (const line of own) waits = await writeInPlace(line, waits);
      }),
    );
  };
  return {
    note: (thread, number, again) => {
      const now = steady();
      lines.add({ thread, number, at: now, again });
      for (const line of lines) {
        if (line.at >= now - KEPT_MS && lines.size <= KEPT_MOST) return;
        lines.delete(line);
      }
    },
    forget: (thread) => {
      for (const line of lines) if (line.thread === thread) lines.delete(line);
    },
    lost: (settlesMs) => {
      // Over the same connection hardly anything is lost but answers. What is written again may wait for its own, too: once is enough.
      if (settlesMs === 0 && (lines.size === 0 || mending)) return;
      // Redis went away again: when it is back, this is done anew.
      const written = writeAgain().catch(() => undefined);
      const mended: Promise<void> = Promise.all([written, pause(settlesMs, undefined, { ref: false })]).then(() => {
        if (mending === mended) mending = undefined;
      });
      mending = mended;
    },
    standing: async () => {
      await withinSettling(mending);
    },
  };
}

/** False: it went to the end, since what came before it is missing. */
async function writeInPlace({ number, again }: RecentLine, waits: boolean): Promise<boolean> {
  for (let left = waits ? GAP_TRIES : 1; left > 0; left--) {
    if (await again(number)) return waits;
    await pause(GAP_MS, undefined, { ref: false });
  }
  await again(0);
  return false;
}
