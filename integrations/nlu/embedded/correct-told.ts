import type { Command } from '../../../dialogs/protocol/command.ts';
import type { Expectation, OpenQuestion, ToldSlot } from '../../../dialogs/protocol/understanding.ts';
import type { Json } from '../../../dialogs/protocol/value.ts';
import type { FoundEntity } from '../reading.ts';
import { allows } from '../to-commands.ts';
import { freeTextValue } from './free-text-value.ts';
import { normaliseText } from './normalise-text.ts';
import { chooseOption } from './rules/choose-option.ts';
import { chooseTold } from './rules/choose-told.ts';
import { type Correction, readCorrection } from './rules/read-correction.ts';
import { readGlobalCommand } from './rules/read-global-command.ts';
import { readPlainYesNo } from './rules/read-plain-yes-no.ts';

/** What asks about another answer, instead of giving it: "how much is the two-year one?" */
const ASKS_ABOUT =
  /^(?:and |but |so |ok |wait |no )*(?:how (?:much|long|many|is|are|does|do)|what(?:'s| is| are| does| do| would|'d)|which|why|when|where|who|is|are|does|do|did)\b|\bdifferen(?:ce|t from)\b|いくら|何円|値段|料金|違い|違うの|どう違|何が|いつ|どこ|なぜ|どうして|ですか[?？。]*$/i;
/** Talk about the answer, and no value: "I don't want that", "leave it", 「考えます」. */
const TALK =
  /^(?:i|i'm|i'll|i've|i'd|we|we're|we'll|you|he|she|they|don't|do not|didn't|doesn't|isn't|wasn't|not|never|nothing|none|this|that|that's|it|it's|leave|cancel|forget|keep|stop|later|maybe|let|because|why|what|how|when|where|which|who|is|are|do|does|can|could|would|will|there|thanks|thank|bye|hello|hi|good|give|ask|call|help|show|tell me|another|a different|different|other|some other|something else|change|the (?:address|message|text|day|date|number|whole|wrong|other|old|same)\b(?! \d))\b|(?:ません|ないです|ない|たくない|なくて(?:も)?(?:いい|良い|よい|大丈夫|結構|構わない)(?:です)?|考え(?:ます|る|中)|やめ(?:ます|る|とく|ておく)|結構(?:です)?|けっこう(?:です)?|大丈夫(?:です)?|あとで|後で|また今度|違(?:う|います|ってます|っています)|間違(?:い|え|っ)[^、]*|分かりま.*|わかりま.*|どうも|ありがとう.*|別の.*|ほかの.*|他の.*|変え(?:たい|ます|て).*|変更.*)$/iu;

/**
 * An answer to a read-back that puts right what is read out: "no wait, 14 Elm Street", "for two years", 「いえ、2年で」. The value goes
 * to the slot that is told; what only denies is left to the read-back's own "no".
 * @param clean cleaned words, case kept
 * @param entities values that stand in words
 * @param asksOther do these words surely ask for something else?
 */
export function correctTold(
  clean: string,
  expectation: Expectation,
  entities: (words: string) => readonly FoundEntity[],
  asksOther: (words: string) => boolean,
): readonly Command[] | undefined {
  const { question, locale } = expectation;
  const tells = question?.tells ?? [];
  if (!question || tells.length === 0 || !allows(expectation, 'correct_slot') || isPlain(clean, question, expectation))
    return undefined;
  const correction = readCorrection(clean, locale);
  if (correction.value === '' || ASKS_ABOUT.test(correction.value)) return undefined;
  const inValue = typedValues(tells, entities(correction.value));
  const typed = inValue.length > 0 ? inValue : typedValues(tells, entities(clean));
  if (typed.length > 0 && (correction.carried || !asksOther(clean))) return typed;
  for (const told of tells) {
    if (told.options.length === 0) continue;
    const corrects = correction.denies || correction.carried;
    const value = chooseTold(correction.value, told, locale, corrects);
    if (value !== undefined && (corrects || !asksOther(correction.value)))
      return [{ kind: 'correct_slot', slot: told.slot, value }];
  }
  const own = tells.find(({ freeText }) => freeText);
  if (!own || !isNewText(correction, clean, expectation)) return undefined;
  if (!correction.carried && asksOther(correction.value)) return undefined;
  return [{ kind: 'correct_slot', slot: own.slot, value: freeTextValue(correction.value) }];
}

/** Said in the question's own words, or nothing but a yes, a no or a command. */
function isPlain(clean: string, question: OpenQuestion, { locale }: Expectation): boolean {
  const words = normaliseText(clean);
  if (readGlobalCommand(words) || readPlainYesNo(words, locale)?.rest === '') return true;
  return chooseOption(words, question.options, locale)?.confidence === 1;
}

/**
 * Are these the customer's new words? Only where they come as such ("make it …"), or where a denial goes before what is no talk about
 * it: "no wait, 14 Elm Street".
 */
function isNewText({ value, denies, carried, dictated }: Correction, clean: string, { locale }: Expectation): boolean {
  const short =
    locale === 'en' ? !/\p{L}+[^\p{L}]+\p{L}+|\d/u.test(value) : value.replace(/[^\p{L}\p{N}]/gu, '').length < 4;
  if (short || !(denies || carried)) return false;
  const agrees = readPlainYesNo(normaliseText(clean), locale)?.answer === 'yes';
  if (agrees && !carried && !denies) return false;
  const answer = readPlainYesNo(normaliseText(value), locale);
  if (answer?.rest === '' || readGlobalCommand(normaliseText(value))) return false;
  return dictated || !TALK.test(value);
}

/** Another day, email or number for one that is read out. */
function typedValues(tells: readonly ToldSlot[], entities: readonly FoundEntity[]): readonly Command[] {
  return tells.flatMap((told): Command[] => {
    const { slot, type } = told;
    const found = entities.filter((entity) => entity.type === type && entity.slot === undefined);
    const [only] = found;
    if (!only || found.length > 1 || type === 'text' || type === 'choice') return [];
    return [{ kind: 'correct_slot', slot, value: offeredHour(told, only.value) ?? only.value }];
  });
}

/** "At 3 pm" names no day: the one offered hour that it can be. */
function offeredHour({ type, options }: ToldSlot, value: Json): Json | undefined {
  if (type !== 'datetime' || options.some((option) => option.value === value)) return undefined;
  const clock = (instant: Json) => String(instant).slice(10);
  const fitting = options.filter((option) => clock(option.value) === clock(value));
  return fitting.length === 1 ? fitting[0]?.value : undefined;
}
