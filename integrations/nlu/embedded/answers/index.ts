import type { Locale } from '../../../../dialogs/protocol/locale.ts';
import type { AnswerPhrases } from './answer-phrases.ts';
import { ENGLISH_ANSWERS } from './english-answers.ts';
import { JAPANESE_ANSWERS } from './japanese-answers.ts';

/** What people say to a yes/no question, of which `learnAnswers` learns to read what nobody has written down. */
export const ANSWERS: Readonly<Record<Locale, AnswerPhrases>> = { en: ENGLISH_ANSWERS, ja: JAPANESE_ANSWERS };
