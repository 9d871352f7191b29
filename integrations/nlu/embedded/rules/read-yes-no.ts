import type { Locale } from '../../../../dialogs/protocol/locale.ts';
import { guessYesNo } from '../answers/guess-yes-no.ts';
import type { AnswerReader } from '../answers/learn-answers.ts';
import { readPlainYesNo } from './read-plain-yes-no.ts';
import type { YesNoReading } from './yes-no.ts';

/**
 * What the words answer to a yes/no question: by rules, and where these don't tell as people answer otherwise. Undefined where they
 * answer none.
 * @param text normalised words
 * @param read the reader of the locale
 */
export function readYesNo(text: string, locale: Locale, read: AnswerReader): YesNoReading | undefined {
  const plain = readPlainYesNo(text, locale);
  if (plain) return plain;
  const guess = guessYesNo(text.trim(), locale, read);
  return guess && { answer: guess.answer, rest: '', guessed: guess.how };
}
