import type { FoundEntity } from '../../reading.ts';
import { normaliseText } from '../normalise-text.ts';
import { isRefused } from '../rules/is-refused.ts';
import type { EntityFinder } from './entity-finder.ts';

/** Words of a slot's choices inside the customer's words. A slot of which two choices are named is left alone. */
export const findChoices: EntityFinder = (text, { choices, locale }) => {
  const said = normaliseText(text);
  const spaced = ` ${said.replace(/[^\p{L}\p{N}']/gu, ' ')} `;
  return choices.flatMap((slot): FoundEntity[] => {
    const named = (slot.choices ?? []).flatMap(({ value, words }) => {
      const place = firstPlace(said, spaced, words.map(plainWord), locale);
      return place ? [{ value, ...place }] : [];
    });
    // "Yearly plus" is not also "yearly": a longer word takes in those inside it.
    const apart = named.filter(
      (one) =>
        !named.some(
          (other) =>
            other !== one &&
            other.start <= one.start &&
            one.end <= other.end &&
            other.end - other.start > one.end - one.start,
        ),
    );
    const [only] = apart;
    if (apart.length !== 1 || !only) return [];
    return [{ type: 'choice', slot: slot.name, value: only.value, start: only.start, end: only.end, confidence: 0.75 }];
  });
};

/** Words of choices in the form in which they are looked for: the same few hundred at every message. */
const plainWords = new Map<string, string>();
const MOST_WORDS = 5000;

function plainWord(word: string): string {
  const kept = plainWords.get(word);
  if (kept !== undefined) return kept;
  if (plainWords.size >= MOST_WORDS) plainWords.clear();
  const plain = normaliseText(word);
  plainWords.set(word, plain);
  return plain;
}

function firstPlace(
  said: string,
  spaced: string,
  words: readonly string[],
  locale: 'en' | 'ja',
): { start: number; end: number } | undefined {
  let best: { start: number; end: number } | undefined;
  for (const word of words) {
    if (word.length < (locale === 'ja' ? 2 : 3) || word.length > said.length) continue;
    const latin = /^[\x20-\x7e]+$/.test(word);
    const start = latin ? spaced.indexOf(` ${word} `) : said.indexOf(word);
    if (start >= 0 && isRefused(word, said)) return undefined;
    if (start >= 0 && (!best || word.length > best.end - best.start)) best = { start, end: start + word.length };
  }
  return best;
}
