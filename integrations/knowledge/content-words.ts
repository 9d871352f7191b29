import { isConcept } from './concepts.ts';
import { tokenize } from './tokenize.ts';

/** The words of a text that say what it is about, without those that every sentence has; pairs of letters and meanings don't count. */
export function contentWords(text: string): readonly string[] {
  return tokenize(text).filter((term) => !isConcept(term));
}
