import type { Context } from './context.ts';

/**
 * A change of the master, or a restart, may have taken back the last second. Every process offers what it knows of it, each by itself, and
 * begins nothing new for so long: what came first is run first, whichever process knows of it. In milliseconds.
 */
export const SETTLES_MS = 1000;

/** Resolves when something new may begin. */
export async function settled({ known }: Context): Promise<void> {
  while (known.settling) await known.settling;
}
