import type { Locale } from '../../../../dialogs/protocol/locale.ts';
import { guessYesNo } from '../answers/guess-yes-no.ts';
import { readPlainYesNo } from './read-plain-yes-no.ts';
import type { YesNoReading } from './yes-no.ts';

/**
 * What the words answer to a yes/no question: by rules, and where these don't tell as people answer otherwise. Undefined where they
 * answer none.
 * @param text normalised words
 */
export function readYesNo(text: string, locale: Locale): YesNoReading | undefined {
  const plain = readPlainYesNo(text, locale);
  if (plain) return plain;
  const guess = guessYesNo(text.trim(), locale);
  return guess && { answer: guess.answer, rest: '', guessed: guess.how };
}
