import type { Locale } from '../../protocol/locale.ts';
import type { Example } from '../text.ts';

/** An example with what it stands for. */
export interface AuthoredPhrase {
  /** `order-status`, or `order-status wish=cancel` where it sets slots. */
  readonly intent: string;
  readonly example: Example;
}

/** What an example stands for: its flow, and the wish that it sets. Equal names, equal meaning. */
export function intentOf(flow: string, { set }: Pick<Example, 'set'>): string {
  const wishes = Object.keys(set)
    .sort()
    .map((slot) => `${slot}=${typeof set[slot] === 'string' ? set[slot] : JSON.stringify(set[slot])}`);
  return [flow, ...wishes].join(' ');
}

/** Examples by what they stand for, both in the order in which they are written. */
export function byIntent<Phrase extends AuthoredPhrase>(
  phrases: readonly Phrase[],
): ReadonlyMap<string, readonly [Phrase, ...Phrase[]]> {
  const found = new Map<string, [Phrase, ...Phrase[]]>();
  for (const phrase of phrases) {
    const known = found.get(phrase.intent);
    if (known) known.push(phrase);
    else found.set(phrase.intent, [phrase]);
  }
  return found;
}

const segmenter = new Intl.Segmenter('ja', { granularity: 'word' });

/** The words of a normalised phrase; Japanese ones by the dictionary. */
export function wordsOf(plain: string, locale: Locale): readonly string[] {
  if (locale === 'en') return plain.split(' ');
  return Array.from(segmenter.segment(plain.replace(/ /g, '')), ({ segment }) => segment);
}
