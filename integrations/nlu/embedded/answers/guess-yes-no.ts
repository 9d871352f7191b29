import type { Locale } from '../../../../dialogs/protocol/locale.ts';
import type { YesNo } from '../rules/yes-no.ts';
import type { AnswerReader } from './learn-answers.ts';

/** Characters: what is longer tells more than an answer. */
const LONGEST: Readonly<Record<Locale, number>> = { en: 110, ja: 45 };
/** Least margin of an answer, and how far it stands before none; chosen by cross-validation. */
const LIKELY = { margin: -0.3, before: 0.4 };
/** From here on hardly a wish of the shop's is taken for an answer. */
const SURE = { margin: 0.2, before: 0.8 };
/** Who asks back agrees to nothing yet. */
const ASKS_BACK =
  /^(?:what|who|where|when|how|which)\b|\?\s*$|(?:いくら|いつ|どこ|誰|何時)|(?:です|ます|でしょう)か[?？。 ]*$|[?？]\s*$/;
const ASKS_POLITELY = /^(?:why not|how about)\b|お願い|おねがい|もらえ|いただけ|いいんじゃ/;

const CLAUSES = /[,.;!、。]+/;
/** Who says more tells a story. */
const MOST_CLAUSES = 4;

/** Characters of "oh well", 「あの」. */
const SIGH: Readonly<Record<Locale, number>> = { en: 12, ja: 5 };
const THANKS =
  /\b(?:thank|thanks|thx|cheers|ta|appreciate|sorry|kind of you)\b|ありがと|有難|どうも|すみません|すいません|ごめん|恐れ入|お手数/;

const ANSWER_KINDS = ['yes', 'no', 'maybe'] as const;

interface GuessedAnswer {
  readonly answer: YesNo;
  /** `surely`: hardly anything else is said in such words. */
  readonly how: 'likely' | 'surely';
}

/**
 * What short words most likely answer to a yes/no question, learned from what people say to one. Undefined where they are probably no
 * answer.
 * @param words normalised
 * @param read the reader of the locale
 */
export function guessYesNo(words: string, locale: Locale, read: AnswerReader): GuessedAnswer | undefined {
  return guessWhole(words, locale, read) ?? guessByClauses(words, locale, read);
}

/** "That is right, thank you for checking": one clause surely answers, none surely says the contrary, and the others only thank or sigh. */
function guessByClauses(words: string, locale: Locale, read: AnswerReader): GuessedAnswer | undefined {
  const clauses = words.split(CLAUSES).filter((clause) => clause.trim() !== '');
  if (clauses.length < 2 || clauses.length > MOST_CLAUSES) return undefined;
  const all = clauses.map((clause) => ({ clause, guess: guessWhole(clause.trim(), locale, read) }));
  if (!all.every(({ clause, guess }) => guess || clause.trim().length <= SIGH[locale] || THANKS.test(clause)))
    return undefined;
  const guesses = all.map(({ guess }) => guess).filter((guess) => guess?.how === 'surely');
  const [first] = guesses;
  return first && guesses.every((guess) => guess?.answer === first.answer) ? { ...first, how: 'likely' } : undefined;
}

function guessWhole(words: string, locale: Locale, read: AnswerReader): GuessedAnswer | undefined {
  if (words.length > LONGEST[locale] || !/\p{L}/u.test(words)) return undefined;
  const margins = read(words);
  const [answer = 'maybe'] = [...ANSWER_KINDS].sort((a, b) => margins[b] - margins[a]);
  const reaches = (least: typeof LIKELY) =>
    margins[answer] >= least.margin && margins[answer] - margins.none >= least.before;
  if (!reaches(LIKELY)) return undefined;
  const how = reaches(SURE) ? 'surely' : 'likely';
  // "What would it cost?" is undecided; "what is the capital of Peru?" is about something else.
  const asksBack = ASKS_BACK.test(words) && !ASKS_POLITELY.test(words);
  return asksBack && (answer !== 'maybe' || how === 'likely') ? undefined : { answer, how };
}
