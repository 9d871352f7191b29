import type { Locale } from '../../../../dialogs/protocol/locale.ts';
import { ANSWERS } from './index.ts';
import type { AnswerExample } from './learn-answers.ts';

const KINDS = ['yes', 'no', 'maybe', 'none'] as const;

/** Every phrase of a language, with what it answers to a yes/no question. */
export function answerExamples(locale: Locale): readonly AnswerExample[] {
  return KINDS.flatMap((answer) => phrasesIn(ANSWERS[locale][answer]).map((text) => ({ text, answer })));
}

const phrasesIn = (list: string) => list.split('/').map((phrase) => phrase.trim());
