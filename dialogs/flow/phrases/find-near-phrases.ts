import type { Locale } from '../../protocol/locale.ts';
import { normalizePhrase } from '../checks/normalize-phrase.ts';
import type { Example } from '../text.ts';
import { wordsOf } from './authored-phrase.ts';

/** Words that fill a sentence and change nothing of what it wants. */
const FILLERS: Readonly<Record<Locale, ReadonlySet<string>>> = {
  en: new Set(
    'please um uh hi hello hey just so well ok okay the a my pls can could you i'.split(' '), // in the order of how often they are put in
  ),
  ja: new Set(['あの', 'えっと', 'すみません', 'ちょっと', 'ね', 'よ', 'か', 'は', 'が', 'を', 'です', 'ます']),
};

/** Telling words of a phrase that can be near to another: "refund" and "refunds" are two words to be learned. */
const LEAST = 2;

/** Two examples that teach no more than one. */
export interface NearPhrases<Phrase> {
  readonly phrase: Phrase;
  /** The one that stands before it. */
  readonly other: Phrase;
}

/** Examples of one intent that differ by one word at most, fillers and marked values aside: a template filled twice. */
export function findNearPhrases<Phrase extends { readonly example: Example }>(
  phrases: readonly Phrase[],
  locale: Locale,
): readonly NearPhrases<Phrase>[] {
  const told = phrases.map(({ example }) => tellingWords(example, locale));
  const found: NearPhrases<Phrase>[] = [];
  for (const [at, phrase] of phrases.entries()) {
    const words = told[at] ?? [];
    if (words.length < LEAST) continue;
    const other = phrases[told.findIndex((before, index) => index < at && areNear(before, words))];
    if (other) found.push({ phrase, other });
  }
  return found;
}

/** Without fillers; a marked value is one word, whatever it is, unless it is the whole phrase. */
function tellingWords({ text, spans }: Example, locale: Locale): readonly string[] {
  const isWhole = spans.length === 1 && (spans[0]?.end ?? 0) - (spans[0]?.start ?? 0) === text.length;
  const masked = isWhole
    ? text
    : spans.toReversed().reduce((said, { start, end }) => `${said.slice(0, start)} 0 ${said.slice(end)}`, text);
  return wordsOf(normalizePhrase(masked), locale).filter((word) => !FILLERS[locale].has(word));
}

/** One word more, one less, or another in its place. */
function areNear(one: readonly string[], other: readonly string[]): boolean {
  if (one.length < LEAST || Math.abs(one.length - other.length) > 1) return false;
  const shorter = Math.min(one.length, other.length);
  let before = 0;
  while (before < shorter && one[before] === other[before]) before++;
  let after = 0;
  while (after < shorter - before && one[one.length - 1 - after] === other[other.length - 1 - after]) after++;
  return Math.max(one.length, other.length) - before - after <= 1;
}
