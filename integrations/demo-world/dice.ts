/** Seeded chance: the same seed rolls the same numbers for ever, on every machine. */
export interface Dice {
  /** A whole number from `low` to `high`, both included. */
  int(low: number, high: number): number;
  pick<const Thing>(things: readonly [Thing, ...Thing[]]): Thing;
  /** true with this likelihood, 0 to 1. */
  chance(likelihood: number): boolean;
  /** That many digits. */
  digits(length: number): string;
}

/** Dice of our own (sfc32 over a hashed seed), so that no library's change can ever change the world. */
export function createDice(seed: string): Dice {
  const next = sfc32(hash(seed));
  const int = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  return {
    int,
    pick: (things) => things[int(0, things.length - 1)] ?? things[0],
    chance: (likelihood) => next() < likelihood,
    digits: (length) => Array.from({ length }, () => int(0, 9)).join(''),
  };
}

type Seed = readonly [number, number, number, number];

/** Four 32-bit numbers from a text (FNV-1a, stirred once per number). */
function hash(text: string): Seed {
  let state = 0x811c9dc5;
  const stir = (salt: number) => {
    for (let at = 0; at < text.length; at++) state = Math.imul(state ^ text.charCodeAt(at) ^ salt, 0x01000193);
    state ^= state >>> 15;
    return state >>> 0;
  };
  return [stir(1), stir(2), stir(3), stir(4)];
}

function sfc32([first, second, third, fourth]: Seed): () => number {
  let [a, b, c, d] = [first, second, third, fourth];
  const next = () => {
    const sum = (a + b + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + sum) | 0;
    return (sum >>> 0) / 4294967296;
  };
  for (let warmUp = 0; warmUp < 12; warmUp++) next();
  return next;
}
