/** A passing fault is tried again for about this often, over about half an hour. */
const TRIES = 36;
const LONGEST_MS = 60_000;

/**
 * When to try a delivery again. Pure.
 * @param tries how often it was tried, this time included
 * @param hintMs how long the platform asked us to wait
 * @param spread from 0 to 1: pauses differ by half, so that what failed together is not tried together
 */
export function retryPolicy(
  tries: number,
  hintMs = 0,
  spread = 0.5,
): { readonly afterMs: number } | { readonly dead: string } {
  if (tries >= TRIES) return { dead: `It was tried ${tries} times.` };
  const backOff = Math.round(Math.min(LONGEST_MS, 1000 * 2 ** (tries - 1)) * (0.75 + spread / 2));
  return { afterMs: Math.max(backOff, hintMs) };
}
