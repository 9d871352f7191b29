import type { Locale } from '../../../../dialogs/protocol/locale.ts';
import { answerExamples } from './answer-examples.ts';
import { type AnswerReader, learnAnswers, openAnswers } from './learn-answers.ts';

/** A reader that learns now, for those who have no learned models at hand. */
export const createAnswerReader = (locale: Locale): AnswerReader =>
  openAnswers(learnAnswers(answerExamples(locale), locale), locale);
