/** A passing fault is tried again for about this often, over about half an hour. */
const TRIES = 36;
const LONGEST_MS = 60_000;

/**
 * When to try a delivery again. Pure.
 * @param tries how often it was tried, this time included
 * @param hintMs how long the platform asked us to wait
 */
export function retryPolicy(tries: number, hintMs = 0): { readonly afterMs: number } | { readonly dead: string } {
  if (tries >= TRIES) return { dead: `It was tried ${tries} times.` };
  const backOff = Math.min(LONGEST_MS, 1000 * 2 ** (tries - 1));
  return { afterMs: Math.max(backOff, hintMs) };
}
