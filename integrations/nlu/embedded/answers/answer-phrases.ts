import type { YesNo } from '../rules/yes-no.ts';

/** Phrases between slashes, by what they answer to a yes/no question; `none`: they are no answer. */
export type AnswerPhrases = Readonly<Record<YesNo | 'none', string>>;
