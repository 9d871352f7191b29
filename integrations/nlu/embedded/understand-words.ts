import type { Command, CommandKind } from '../../../dialogs/protocol/command.ts';
import type { Locale } from '../../../dialogs/protocol/locale.ts';
import type { Expectation, Understanding } from '../../../dialogs/protocol/understanding.ts';
import { fillSlots } from '../fill-slots.ts';
import { meantPart } from '../meant-part.ts';
import type { UnderstandingContext } from '../nlu.ts';
import type { Reading } from '../reading.ts';
import { allows, type Decided, surelyWanted, toCommands } from '../to-commands.ts';
import { type Answered, answerQuestion, yesOf } from './answer-question.ts';
import { beginAtHome } from './begin-at-home.ts';
import { besides } from './besides.ts';
import { correctTold } from './correct-told.ts';
import { detectLanguage } from './detect-language.ts';
import { findEntities } from './entities/find-entities.ts';
import { freeTextValue } from './free-text-value.ts';
import type { Gazetteers } from './gazetteer.ts';
import { guessAnswer } from './guess-answer.ts';
import { maskValues } from './mask-values.ts';
import { cleanText, normaliseText } from './normalise-text.ts';
import { optionsNamed } from './options-named.ts';
import { phraseKey } from './phrase-key.ts';
import { readFollowUp } from './read-follow-up.ts';
import { readWords } from './read-words.ts';
import { asksSomething } from './rules/asks-something.ts';
import { tellsOfDanger } from './rules/danger-words.ts';
import { tellsOfDistress } from './rules/distress-words.ts';
import { couldWantPerson, wantsPerson } from './rules/handoff-words.ts';
import { asksForLanguage } from './rules/language-switch.ts';
import { namesWhatIsAsked } from './rules/names-what-is-asked.ts';
import { isOtherLanguage } from './rules/other-language.ts';
import { readPlainYesNo } from './rules/read-plain-yes-no.ts';
import { saysNoMore } from './rules/says-no-more.ts';
import { stripJoint } from './rules/strip-joint.ts';
import { stripPleasantry } from './rules/strip-pleasantry.ts';
import type { LanguageModel } from './train-models.ts';

export interface Learned {
  readonly models: Readonly<Record<Locale, LanguageModel>>;
  readonly gazetteers: Gazetteers;
}

/** Free text takes any words but those that surely ask for something else. */
const INTERRUPTS_FREE_TEXT = 0.9;
/** What stands after a "no" at a read-back may put it right, unless it asks for something else. */
const SURELY_ANOTHER = 0.8;
/** Characters in which something is taken back and said anew; longer texts tell a story. */
const SHORT = 60;

/** Words in, commands out: danger, a person, another language, the open question, and then what the classifier makes of it. */
export function understandWords(
  text: string,
  expected: Expectation,
  context: UnderstandingContext,
  learned: Learned,
): Understanding {
  const clean = cleanText(text);
  const words = normaliseText(text);
  const expectation = cancelsAThing(words, expected) ? without('cancel_flow', expected) : expected;
  if (!/[\p{L}\p{N}]/u.test(words)) return answerBySigns(words, expectation);
  const locale = detectLanguage(words, expectation.locale);
  const other = locale === expectation.locale ? {} : { otherLocale: locale };
  if (tellsOfDanger(words)) return { ...byRules([{ kind: 'handoff', reason: 'safety' }]), ...other };
  if (tellsOfDistress(words)) return { ...byRules([{ kind: 'handoff', reason: 'distress' }]), ...other };
  if (wantsPerson(words) && !isKnownPhrase(words, locale, expectation, learned))
    return { ...askedForPerson(clean, locale, expectation, context, learned), ...other };
  const language = asksForLanguage(words);
  if (!language && !expectation.question?.freeText && isOtherLanguage(words))
    return byRules([{ kind: 'set_slot', slot: 'locale', value: 'other' }]);
  if (language) return speakAnotherLanguage(language, expectation, context, learned);
  const corrected = correctTold(
    clean,
    expectation,
    (said) => findEntities(said, locale, expectation, context, learned.gazetteers),
    (said) => surelyWanted(read(said, locale, expectation, context, learned), expectation, SURELY_ANOTHER),
  );
  if (corrected) return { ...byRules(corrected, 0.9), ...other };
  const answer = answerQuestion(
    { raw: text, words, locale },
    expectation,
    optionsNamed(clean, locale, expectation, learned.gazetteers),
  );
  if (answer?.rest === '') {
    const told = valuesBeside(answer, clean, locale, expectation, context, learned);
    return { ...byRules([...told, ...answer.commands], answer.confidence), ...other };
  }
  const followed =
    answer || expectation.question?.freeText
      ? undefined
      : readFollowUp(clean, locale, expectation, learned.gazetteers.product ?? []);
  if (followed) return { ...byRules(followed, 0.9), ...other };
  return { ...byModel({ text, clean, locale }, answer, expectation, context, learned), ...other };
}

/** What the classifier makes of the words, or of what stands beside an answer. */
function byModel(
  { text, clean, locale }: { readonly text: string; readonly clean: string; readonly locale: Locale },
  answer: Answered | undefined,
  expectation: Expectation,
  context: UnderstandingContext,
  learned: Learned,
): Understanding {
  const reading = read(answer ? stripJoint(answer.rest) : clean, locale, expectation, context, learned);
  const told = answer ? undefined : takeFreeText(text, reading, expectation);
  if (told) return byRules(told, 0.9);
  const homes = learned.models[locale].homes;
  // Once the open question is answered, the rest is read like any other words.
  const { question: _, ...answered } = expectation;
  const decided = beyondPleasantry(
    beginAtHome(toCommands(reading, answer ? answered : expectation), reading, expectation, homes),
    answer ? '' : stripPleasantry(clean),
    (said) => {
      const inner = read(said, locale, expectation, context, learned);
      return beginAtHome(toCommands(inner, expectation), inner, expectation, homes);
    },
  );
  if (!answer && isLost(decided) && couldWantPerson(normaliseText(text)))
    return byRules([{ kind: 'handoff', reason: 'asked' }], 0.8);
  const guessed = answer
    ? undefined
    : guessAnswer(normaliseText(text), locale, expectation, decided, learned.models[locale].answers);
  if (guessed) return guessed;
  if (!answer && namesWhatIsAsked(normaliseText(text), expectation.question))
    return byRules([{ kind: 'cannot_handle', why: 'not_understood' }], 0.8);
  if (!answer && isUnsure(text, decided, expectation))
    return byRules([{ kind: 'cannot_handle', why: 'not_understood' }]);
  if (!answer) return { ...decided, by: 'embedded' };
  if (!isPlainYes(answer, expectation)) return meantOtherwise(decided, expectation);
  // A yes that says no more than itself asks for nothing else: 「はい、解約で」.
  const commits = expectation.question?.commits && answer.commands.some(({ kind }) => kind === 'affirm');
  const more = commits ? [] : besides(answer, reading, decided, expectation);
  return byRules([...answer.commands, ...more], answer.confidence);
}

/** "Thanks, and how long is the warranty?": who asks something after the thanks is answered that, and not only thanked back. */
function beyondPleasantry(decided: Decided, rest: string, decide: (said: string) => Decided): Decided {
  const polite = decided.commands.every((command) => command.kind === 'chitchat' && POLITE.has(command.topic));
  if (!polite || !asksSomething(normaliseText(rest))) return decided;
  const meant = decide(rest);
  return meant.commands.some(({ kind }) => kind === 'chitchat') ? decided : meant;
}

const POLITE: ReadonlySet<string> = new Set(['thanks', 'greeting']);

/** 「キャンセルしたい」 where nothing runs is about an order or a plan: there is no talk to be left. */
function cancelsAThing(words: string, { busy }: Expectation): boolean {
  return !busy && /キャンセル|取り?消|解約/.test(words);
}

function without(kind: CommandKind, expectation: Expectation): Expectation {
  return { ...expectation, allowed: expectation.allowed.filter((each) => each !== kind) };
}

/** "Ok, Care Plus then" is no yes to buying something else: what was said besides must be about the answer itself. */
function isPlainYes({ commands, rest }: Answered, { question }: Expectation): boolean {
  if (!question?.commits || !commands.some(({ kind }) => kind === 'affirm')) return true;
  return saysNoMore(rest, yesOf(question));
}

/** The words without their "ok": another wish where they tell one, else something to be asked again. */
function meantOtherwise(decided: Decided, expectation: Expectation): Understanding {
  const useful = decided.commands.filter(({ kind }) => kind !== 'clarify' && kind !== 'cannot_handle');
  return useful.length > 0 && allows(expectation, 'start_flow')
    ? { commands: useful, confidence: decided.confidence, by: 'embedded' }
    : byRules([{ kind: 'cannot_handle', why: 'not_understood' }]);
}

/** Any words answer a question for free text, but not those that put an earlier value right or surely ask for something else. */
function takeFreeText(text: string, reading: Reading, expectation: Expectation): readonly Command[] | undefined {
  const question = expectation.question;
  if (!question?.freeText || surelyWanted(reading, expectation, INTERRUPTS_FREE_TEXT)) return undefined;
  const fills = reading.corrects && text.length < 80 ? fillSlots(reading, expectation, []) : [];
  const corrections = fills.map(({ command }) => command).filter(({ kind }) => kind === 'correct_slot');
  return corrections.length > 0 && allows(expectation, 'correct_slot')
    ? corrections
    : [{ kind: 'set_slot', slot: question.slot, value: freeTextValue(text.length <= SHORT ? meantPart(text) : text) }];
}

function read(
  clean: string,
  locale: Locale,
  expectation: Expectation,
  context: UnderstandingContext,
  learned: Learned,
): Reading {
  const entities = findEntities(clean, locale, expectation, context, learned.gazetteers);
  return readWords(clean, locale, learned.models[locale], learned.gazetteers.product ?? [], entities);
}

/** An example of a flow that may start now outdoes the words for a person in it: "request a call". */
function isKnownPhrase(
  words: string,
  locale: Locale,
  expectation: Expectation,
  { models, gazetteers }: Learned,
): boolean {
  const label = models[locale].phrases.get(phraseKey(maskValues(words, locale, gazetteers.product ?? [])));
  return label !== undefined && expectation.flows.includes(label.flow);
}

function isLost({ commands }: Decided): boolean {
  return commands.every(({ kind }) => kind === 'cannot_handle' || kind === 'clarify');
}

/** 「うーん、どうでしょう」 at a question is no answer to it, and nothing else either. */
function isUnsure(text: string, decided: Decided, { question, locale }: Expectation): boolean {
  if (question === undefined || !isLost(decided)) return false;
  const words = normaliseText(text);
  return HESITATES.test(words) || readPlainYesNo(words, locale)?.answer === 'maybe';
}

const HESITATES =
  /^(?:um+|uh+|hm+|er+m?|well|let me (?:think|see))?[\s,.…]*(?:what was (?:it|that|i)\b.*|where was i|how was that again|i forgot(?: (?:it|that|what.*))?)$|^[ええぇーっうんー、…\s]*と?[、…\s]*(?:なん|何)だっけ|度忘れ|ど忘れ|思い出せ(?:ない|ません)/;

/** "The number was wrong, it's AB123456": who picks an answer from a list may say what it leads to in the same breath. */
function valuesBeside(
  answer: Answered,
  clean: string,
  locale: Locale,
  expectation: Expectation,
  context: UnderstandingContext,
  learned: Learned,
): readonly Command[] {
  const picked = answer.commands[0]?.kind === 'set_slot' && expectation.question?.type === 'choice';
  if (!picked || !/\d{4}|@/.test(clean.normalize('NFKC'))) return [];
  return surelyTold(clean, locale, expectation, context, learned);
}

/** The wish for a person, with what was said besides: it travels with the conversation. */
function askedForPerson(
  clean: string,
  locale: Locale,
  expectation: Expectation,
  context: UnderstandingContext,
  learned: Learned,
): Understanding {
  const told = surelyTold(clean, locale, expectation, context, learned);
  return byRules([...told.filter(({ kind }) => kind === 'set_slot'), { kind: 'handoff', reason: 'asked' }]);
}

/** Values that say by themselves what they are. */
function surelyTold(
  clean: string,
  locale: Locale,
  expectation: Expectation,
  context: UnderstandingContext,
  learned: Learned,
): readonly Command[] {
  const entities = findEntities(clean, locale, expectation, context, learned.gazetteers).filter(
    (entity) => entity.confidence >= 0.8,
  );
  const reading: Reading = { locale, clauses: [], entities, corrects: false, sensible: true, asks: true };
  return fillSlots(reading, expectation, []).map(({ command }) => command);
}

function speakAnotherLanguage(
  wish: { readonly locale: Locale; readonly rest: string },
  expectation: Expectation,
  context: UnderstandingContext,
  learned: Learned,
): Understanding {
  const command: Command = { kind: 'set_slot', slot: 'locale', value: wish.locale };
  if (wish.rest.length < 6) return byRules([command]);
  const locale = detectLanguage(wish.rest, expectation.locale);
  const { commands } = toCommands(read(wish.rest, locale, expectation, context, learned), expectation);
  return byRules([command, ...commands.filter(({ kind }) => kind === 'start_flow' || kind === 'set_slot')]);
}

/** No letters and no digits: a thumb answers a yes/no question, everything else says nothing. */
function answerBySigns(words: string, expectation: Expectation): Understanding {
  const sign = readPlainYesNo(words, expectation.locale)?.answer;
  const kind = sign === 'yes' ? 'affirm' : 'deny';
  if (expectation.question?.yesNo && sign && sign !== 'maybe' && allows(expectation, kind))
    return byRules([{ kind }], 0.9);
  return byRules([{ kind: 'cannot_handle', why: 'not_understood' }]);
}

function byRules(commands: readonly Command[], confidence = 1): Understanding {
  return { commands, confidence, by: 'rules' };
}
