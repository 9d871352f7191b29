import type { Locale } from '../../../../dialogs/protocol/locale.ts';
import type { AnswerPhrases } from './answer-phrases.ts';
import { ENGLISH_MAYBE } from './english-maybe.ts';
import { ENGLISH_NO } from './english-no.ts';
import { ENGLISH_NONE } from './english-none.ts';
import { ENGLISH_YES } from './english-yes.ts';
import { JAPANESE_MAYBE } from './japanese-maybe.ts';
import { JAPANESE_NO } from './japanese-no.ts';
import { JAPANESE_NONE } from './japanese-none.ts';
import { JAPANESE_YES } from './japanese-yes.ts';

/** What people say to a yes/no question, of which `learnAnswers` learns to read what nobody has written down. */
export const ANSWERS: Readonly<Record<Locale, AnswerPhrases>> = {
  en: { yes: ENGLISH_YES, no: ENGLISH_NO, maybe: ENGLISH_MAYBE, none: ENGLISH_NONE },
  ja: { yes: JAPANESE_YES, no: JAPANESE_NO, maybe: JAPANESE_MAYBE, none: JAPANESE_NONE },
};
