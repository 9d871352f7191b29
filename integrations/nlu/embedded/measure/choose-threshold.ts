/** How a sentence that the model had not seen came out. */
export interface Held {
  readonly right: boolean;
  readonly score: number;
}

/** What the threshold may cost of the accuracy on in-scope sentences. */
const LOSS = 0.02;

/** The highest score to be asked of a guess that loses at most 2 points of accuracy on these in-scope rows. */
export function chooseThreshold(held: readonly Held[]): number {
  const right = held.filter((row) => row.right).map((row) => row.score);
  const lost = Math.floor(LOSS * held.length + 1e-9);
  return right.sort((a, b) => a - b)[lost] ?? Number.NEGATIVE_INFINITY;
}
