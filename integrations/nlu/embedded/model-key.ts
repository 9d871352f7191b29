import type { TrainingExamples } from '../nlu.ts';
import { ANSWERS } from './answers/index.ts';
import { BACKGROUND } from './background/index.ts';
import { CONCEPTS } from './classifier/find-concepts.ts';
import type { GazetteerEntry } from './gazetteer.ts';

/** To be raised with every change in what training makes of the same examples. */
const ENGINE = 20;

/** Names what training would give: equal keys, equal models. 28 letters and digits. */
export function modelKey(examples: TrainingExamples, products: readonly GazetteerEntry[], encoder?: string): string {
  const concepts = Object.entries(CONCEPTS).map(([name, { en, ja }]) => [name, en.source, ja.source]);
  const all = JSON.stringify([
    ENGINE,
    examples,
    products,
    BACKGROUND,
    ANSWERS,
    concepts,
    ...(encoder ? [encoder] : []),
  ]);
  return [1, 2, 3, 4].map((seed) => hash(all, seed).toString(36).padStart(7, '0')).join('');
}

/** FNV-1a from another start for every seed, mixed at the end. */
function hash(text: string, seed: number): number {
  let value = 0x811c9dc5 ^ Math.imul(seed, 0x9e3779b1);
  for (let index = 0; index < text.length; index++) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  value = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d);
  return (value ^ (value >>> 13)) >>> 0;
}
