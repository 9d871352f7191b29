import { setTimeout as pause } from 'node:timers/promises';
import type { Context } from './context.ts';

/**
 * A change of the master, or a restart, may have taken back the last second. Every process offers what it knows of it, each by itself, and
 * begins nothing new for so long: what came first is run first, whichever process knows of it. In milliseconds.
 */
export const SETTLES_MS = 1000;

/** On a machine that is too slow to be done with the old, the new begins all the same. */
const LONGEST_MS = 3 * SETTLES_MS;

/** Resolves when something new may begin. */
export const settled = ({ known }: Context): Promise<void> => withinSettling(known.settling);

/** Waits for what settles, but not longer than that may take. */
export async function withinSettling(settling: Promise<void> | undefined): Promise<void> {
  if (settling) await Promise.race([settling, pause(LONGEST_MS, undefined, { ref: false })]);
}
