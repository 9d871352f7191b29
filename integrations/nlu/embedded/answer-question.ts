import type { Command } from '../../../dialogs/protocol/command.ts';
import type { Locale } from '../../../dialogs/protocol/locale.ts';
import type { Expectation, OpenQuestion } from '../../../dialogs/protocol/understanding.ts';
import type { Json } from '../../../dialogs/protocol/value.ts';
import { allows } from '../to-commands.ts';
import { chooseOption, choosesNone } from './rules/choose-option.ts';
import { isRefused } from './rules/is-refused.ts';
import { readGlobalCommand, wantsToSkip } from './rules/read-global-command.ts';
import { readPlainYesNo } from './rules/read-plain-yes-no.ts';
import { readPosition } from './rules/read-position.ts';
import { saysNoMore } from './rules/says-no-more.ts';

/** The words as rules take them. */
export interface HeardWords {
  /** As given, for free text. */
  readonly raw: string;
  /** Normalised, lower case. */
  readonly words: string;
  readonly locale: Locale;
}

export interface Answered {
  readonly commands: readonly Command[];
  readonly confidence: number;
  /** What was said besides, still to be read; empty where everything is understood. */
  readonly rest: string;
}

/** What is longer than this is a story, not an answer in set words. */
const LONGEST_ANSWER = 160;

const QUESTION_LIKE =
  /\?\s*$|^(?:what|who|where|when|why|how|which|is|are|do|does|did|can|could|would|will|should)\b|(?:ですか|ますか|でしょうか|なの|の？|ですかね|って何|とは|違いは|教えて)[。?？ ]*$/;

/**
 * The answer to the open question, by rules alone: an offered answer, yes or no, or a word that means the same at every step.
 * Undefined where rules don't tell; values of a type and free text are found elsewhere.
 * @param named the one offered answer that the words name by a thing of the world, if they do
 */
export function answerQuestion(heard: HeardWords, expectation: Expectation, named?: Json): Answered | undefined {
  const { words, locale } = heard;
  const question = expectation.question;
  if (words.length > LONGEST_ANSWER) return undefined;
  const spoken = question && chooseOption(words, question.options, locale, isNumeric(question));
  const fitting = spoken ?? (named === undefined ? undefined : { value: named, confidence: 0.85 });
  // What buys or cancels is said in so many words, not inside a sentence about something else.
  const agrees = question?.commits === true && fitting?.value === true && fitting.confidence < 1;
  const plain = !agrees || (saysNoMore(words, yesOf(question)) && !isPlace(words, question));
  const chosen = plain ? fitting : undefined;
  if (question && chosen?.confidence === 1) return done(answerWith(question, chosen.value), 1);
  const command = readGlobalCommand(words);
  // Repair's own questions stand beside the talk: "never mind" means the talk, and is more than a no.
  const leaves = command?.kind === 'cancel_flow' && question?.flow.startsWith('patterns/') === true;
  const whole = question?.yesNo && !leaves ? yesOrNo(heard, expectation) : undefined;
  if (whole) return whole;
  if (command && allows(expectation, command.kind)) return done(command, 1);
  if (question) {
    const answer = chosenOrSkipped(heard, expectation, question, chosen);
    if (answer) return answer;
    if (question.freeText) return undefined;
  }
  return question?.yesNo ? undefined : plainYesNo(heard, expectation);
}

/** "The first one", 「上のやつ」 may as well be the first of something shown: it is no yes to a purchase. */
function isPlace(words: string, question: OpenQuestion | undefined): boolean {
  return readPosition(words, question?.options.length ?? 0) !== undefined;
}

/** The offered answer that stands for yes. */
export function yesOf(question: OpenQuestion | undefined): OpenQuestion['options'][number] | undefined {
  return question?.options.find(({ value }) => value === true);
}

function chosenOrSkipped(
  heard: HeardWords,
  expectation: Expectation,
  question: OpenQuestion,
  chosen: { readonly value: Json; readonly confidence: number } | undefined,
): Answered | undefined {
  const asks = QUESTION_LIKE.test(heard.words);
  if (chosen && chosen.confidence >= (asks ? 0.95 : 0.8))
    return done(answerWith(question, chosen.value), chosen.confidence);
  if (!question.yesNo && wantsToSkip(heard.words) && allows(expectation, 'skip')) return done({ kind: 'skip' }, 0.95);
  if (question.options.length > 0 && choosesNone(heard.words) && allows(expectation, 'deny'))
    return done({ kind: 'deny' }, 0.9);
  if (chosen && !asks) return done(answerWith(question, chosen.value), chosen.confidence);
  if (!asks && refusesOne(heard.words, question)) return done({ kind: 'cannot_handle', why: 'not_understood' }, 0.9);
  const nothing = question.freeText && question.skippable && readPlainYesNo(heard.words, heard.locale);
  return nothing && nothing.answer === 'no' && nothing.rest === '' && allows(expectation, 'skip')
    ? done({ kind: 'skip' }, 0.9)
    : undefined;
}

/** 「待つのはいやだ」: which answer it is not is said, and not yet which it is. */
function refusesOne(words: string, { options }: OpenQuestion): boolean {
  return (
    words.length <= 30 &&
    options.some(({ label, synonyms }) => [label, ...synonyms].some((each) => isRefused(each, words)))
  );
}

function yesOrNo(heard: HeardWords, expectation: Expectation): Answered | undefined {
  const reading = readPlainYesNo(heard.words, heard.locale);
  if (!reading || endsNothing(heard, expectation)) return undefined;
  if (reading.answer === 'maybe')
    return { commands: [{ kind: 'cannot_handle', why: 'not_understood' }], confidence: 0.9, rest: '' };
  const command: Command = { kind: reading.answer === 'yes' ? 'affirm' : 'deny' };
  // 「いいえ、別のものです」: that it is another one is what the no says.
  const rest = command.kind === 'deny' && (choosesNone(reading.rest) || isWell(reading.rest)) ? '' : reading.rest;
  return allows(expectation, command.kind) ? { commands: [command], confidence: 0.98, rest } : undefined;
}

/** "No, that's all": yes and no where no yes/no question is open. */
function plainYesNo(heard: HeardWords, expectation: Expectation): Answered | undefined {
  const reading = readPlainYesNo(heard.words, heard.locale);
  if (!reading || !(reading.rest === '' || (reading.answer === 'no' && isWell(reading.rest)))) return undefined;
  if (reading.answer === 'maybe' || endsNothing(heard, expectation)) return undefined;
  const kind = reading.answer === 'yes' ? 'affirm' : 'deny';
  const question = expectation.question;
  if (kind === 'deny' && question?.skippable && allows(expectation, 'skip')) return done({ kind: 'skip' }, 0.8);
  return allows(expectation, kind) ? done({ kind }, 0.9) : undefined;
}

/** A trouble told where a "no" would end the talk: "it doesn't work", "nope, never arrived". */
const TROUBLE =
  /\b(?:work(?:s|ed|ing)?|arriv\w*|come|came|receiv\w*|got it|help(?:s|ed)?|fix(?:ed)?|solv\w*|broke\w*|same|still)\b|届|着い|動か|直ら|壊れ|変わら/;

/** "No, it has arrived", 「もう届きました」: told where nothing more is wanted, it is no trouble. */
const ALL_WELL =
  /\b(?:it|they|the \w+|everything)(?:'s| is| has| have|'ve| just)?(?: (?:just|already|now|all|finally|since|been))* (?:arrived|come|came|turned up|delivered|here|got here|working|works|worked|fixed|solved)(?: (?:now|already|today|yesterday|safely|again|in the meantime))*[.! ]*$|(?:届きました|届いた|着きました|着いた|受け取りました|受け取った|直りました|直った|動きました|動いた|来ました)(?:よ|ので|から|んで)?[。! ]*$/;
const NOT_WELL = /\b(?:not|never|n't|still|broken|wrong|but|late|empty|damaged)\b|ない|ません|壊れ|違|まだ|けど|のに/;

function isWell(words: string): boolean {
  return ALL_WELL.test(words) && !NOT_WELL.test(words);
}

function endsNothing({ words, locale }: HeardWords, { question, busy }: Expectation): boolean {
  const ends = question ? question.flow === 'patterns/completed' : !busy;
  return ends && !isWell(words) && TROUBLE.test(words) && readPlainYesNo(words, locale)?.answer === 'no';
}

function answerWith(question: OpenQuestion, value: Json): Command {
  if (question.yesNo && typeof value === 'boolean') return { kind: value ? 'affirm' : 'deny' };
  return { kind: 'set_slot', slot: question.slot, value };
}

function isNumeric(question: OpenQuestion): boolean {
  return ['integer', 'number', 'money'].includes(question.type);
}

function done(command: Command, confidence: number): Answered {
  return { commands: [command], confidence, rest: '' };
}
