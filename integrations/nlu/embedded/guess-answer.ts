import type { CommandKind } from '../../../dialogs/protocol/command.ts';
import type { Locale } from '../../../dialogs/protocol/locale.ts';
import type { Expectation, Understanding } from '../../../dialogs/protocol/understanding.ts';
import { allows, type Decided } from '../to-commands.ts';
import type { AnswerReader } from './answers/learn-answers.ts';
import { readYesNo } from './rules/read-yes-no.ts';

/** A wish that is worth this much is no answer, however much its words sound like one. */
const SURELY_WISHED = 0.75;
const AS_SURE = 0.9;
const GUESSED = 0.8;

/**
 * The answer that the words most likely give to an open yes/no question where rules don't tell. What is guessed never buys, cancels or
 * books: such a yes is asked for again by leaving it to the other readers.
 * @param decided what the words would be taken for otherwise
 */
export function guessAnswer(
  words: string,
  locale: Locale,
  expectation: Expectation,
  decided: Decided,
  read: AnswerReader,
): Understanding | undefined {
  const question = expectation.question;
  if (!question?.yesNo) return undefined;
  const reading = readYesNo(words, locale, read);
  if (!reading?.guessed || isWished(decided, reading.guessed === 'surely')) return undefined;
  if (reading.answer === 'maybe')
    return { commands: [{ kind: 'cannot_handle', why: 'not_understood' }], confidence: GUESSED, by: 'embedded' };
  const kind = reading.answer === 'yes' ? 'affirm' : 'deny';
  if (!allows(expectation, kind) || (kind === 'affirm' && question.commits)) return undefined;
  return { commands: [{ kind }], confidence: GUESSED, by: 'embedded' };
}

/**
 * Words that are hardly ever anything but an answer are no new request, unless that is as sure; thanks, a wish for a person or to leave,
 * they may still be.
 */
function isWished({ commands, confidence }: Decided, isSure: boolean): boolean {
  // To be spared a question is no "no" to it.
  if (commands.some(({ kind }) => kind === 'skip')) return true;
  const yields = isSure && confidence < AS_SURE ? YIELDING : LOST;
  return confidence >= SURELY_WISHED && commands.some(({ kind }) => !yields.has(kind));
}

const LOST: ReadonlySet<CommandKind> = new Set(['cannot_handle', 'clarify']);
const YIELDING: ReadonlySet<CommandKind> = new Set([...LOST, 'start_flow', 'set_slot']);
