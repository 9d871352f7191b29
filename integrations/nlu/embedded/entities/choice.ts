import type { FoundEntity } from '../../reading.ts';
import { normaliseText } from '../normalise-text.ts';
import { isRefused } from '../rules/is-refused.ts';
import type { EntityFinder } from './entity-finder.ts';

/** Words of a slot's choices inside the customer's words. A slot of which two choices are named is left alone. */
export const findChoices: EntityFinder = (text, { choices, locale }) => {
  const said = normaliseText(text);
  const spaced = ` ${said.replace(/[^\p{L}\p{N}']/gu, ' ')} `;
  const apart = new Set(spaced.split(' '));
  return choices.flatMap((slot): FoundEntity[] => {
    const named = (slot.choices ?? []).flatMap(({ value, words }) => {
      const place = firstPlace({ said, spaced, apart }, wantedWords(words), locale);
      return place ? [{ value, ...place }] : [];
    });
    // "Yearly plus" is not also "yearly": a longer word takes in those inside it.
    const longest = named.filter(
      (one) =>
        !named.some(
          (other) =>
            other !== one &&
            other.start <= one.start &&
            one.end <= other.end &&
            other.end - other.start > one.end - one.start,
        ),
    );
    const [only] = longest;
    if (longest.length !== 1 || !only) return [];
    return [{ type: 'choice', slot: slot.name, value: only.value, start: only.start, end: only.end, confidence: 0.75 }];
  });
};

interface WantedWord {
  readonly word: string;
  /** How a word in Latin letters stands among others; undefined where there are no spaces between words. */
  readonly apart?: string;
  /** Its first word, without which it cannot stand there. */
  readonly first?: string;
}

/** Words of choices in the form in which they are looked for: the same few hundred at every message. */
const wanted = new WeakMap<readonly string[], readonly WantedWord[]>();

function wantedWords(words: readonly string[]): readonly WantedWord[] {
  const kept = wanted.get(words);
  if (kept) return kept;
  const made = words.map((each): WantedWord => {
    const word = normaliseText(each);
    return /^[\x20-\x7e]+$/.test(word) ? { word, apart: ` ${word} `, first: word.split(' ')[0] ?? '' } : { word };
  });
  wanted.set(words, made);
  return made;
}

interface Said {
  readonly said: string;
  /** With spaces for all that is no letter or digit. */
  readonly spaced: string;
  /** Its words. */
  readonly apart: ReadonlySet<string>;
}

function firstPlace(
  { said, spaced, apart: saidWords }: Said,
  words: readonly WantedWord[],
  locale: 'en' | 'ja',
): { start: number; end: number } | undefined {
  let best: { start: number; end: number } | undefined;
  for (const { word, apart, first } of words) {
    if (first !== undefined && !saidWords.has(first)) continue;
    if (word.length < (locale === 'ja' ? 2 : 3) || word.length > said.length) continue;
    const start = apart ? spaced.indexOf(apart) : said.indexOf(word);
    if (start >= 0 && isRefused(word, said)) return undefined;
    if (start >= 0 && (!best || word.length > best.end - best.start)) best = { start, end: start + word.length };
  }
  return best;
}
