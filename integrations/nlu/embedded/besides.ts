import type { Command } from '../../../dialogs/protocol/command.ts';
import type { Expectation } from '../../../dialogs/protocol/understanding.ts';
import { fillSlots } from '../fill-slots.ts';
import type { Reading } from '../reading.ts';
import type { Decided } from '../to-commands.ts';
import type { Answered } from './answer-question.ts';

/** "Yes, cancel it" must not cancel the talk: what stands after the answer counts only where it adds a value or another wish. */
export function besides(
  answer: Answered,
  reading: Reading,
  decided: Decided,
  expectation: Expectation,
): readonly Command[] {
  const started = decided.commands.flatMap((command) => (command.kind === 'start_flow' ? [command.flow] : []));
  const fills = fillSlots(reading, expectation, []).map(({ command }) => command);
  // "Yes, and cancel my router order" is a wish of its own; "no, it's my kettle" tells the request that runs which device it is about.
  const agrees = answer.commands.some(({ kind }) => kind === 'affirm') && fills.length > 0;
  if (KEEPS.test(answer.rest) || (denies(answer) && NO_NEED.test(answer.rest))) return [];
  const another = decided.confidence >= 0.7 && started.some((flow) => agrees || flow !== expectation.question?.flow);
  const own = !agrees && fills.length > 0 && started.every((flow) => expectation.running?.includes(flow));
  if (fills.length === 0 && wantsMore(answer, decided)) return startsWithFacts(decided);
  if (!another || own) return fills;
  return startsWithFacts(decided);
}

/** "No, leave it as it is", 「いえ、残してください」: nothing is wanted but that. */
const KEEPS = /^[\s,、。.]*(?:残して|そのまま|置いといて|keep it|leave it)/;

/** 「いいえ、送り先は変えなくていいです」, "no, there's no need to change it". */
const NO_NEED =
  /なくて(?:も)?(?:いい|良い|よい|大丈夫|結構|構)|必要(?:は)?(?:ない|ありません|なし)|\bno need to\b|\b(?:doesn't|does not) need to\b/;

const denies = ({ commands }: Answered): boolean => commands.some(({ kind }) => kind === 'deny');

const startsWithFacts = ({ commands }: Decided): readonly Command[] =>
  commands.filter(({ kind }) => kind === 'start_flow' || kind === 'set_slot' || kind === 'correct_slot');

/** 「いいえ、解約はしません」, "no, don't cancel it": what is named is what is not wanted. */
const NOT_WANTED = /\b(?:don'?t|do not|not|never|won'?t|without|no need)\b|ない|ません|不要|結構|いりま|いらな|やめ/;

/** 「はい、あと…」, "yes, and …": what comes is a wish of its own, and no other words for the yes. */
const JOINED =
  /^[\s,、。.]*(?:please[\s,]*)?(?:and|but|also|plus|then can|then could)\b|\balso\b|^[\s,、。.]*(?:お願いします|それで|です)?[\s、。]*(?:あと|それと|それから|ついでに|ちなみに|あわせて|ですが|けど|でも)/;

/** "No thanks, but can I change the address?", "yes please, and can I …": the answer stands, and another wish about the same thing is told after it. */
function wantsMore(answer: Answered, { commands, confidence }: Decided): boolean {
  const wishes = commands.some(({ kind }) => kind === 'start_flow') && commands.some(({ kind }) => kind === 'set_slot');
  if (!wishes || confidence < 0.5) return false;
  return denies(answer) ? !NOT_WANTED.test(answer.rest) : JOINED.test(answer.rest);
}
