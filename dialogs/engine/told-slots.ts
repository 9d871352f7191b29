import type { Step } from '../flow/steps/index.ts';
import type { Frame } from '../protocol/state.ts';
import type { ToldSlot } from '../protocol/understanding.ts';
import type { Draft } from './draft.ts';
import { type AskedQuestion, isYesNo } from './open-question.ts';
import { allChoices } from './question-choices.ts';
import { readsOfExpression, readsOfInput } from './reads-of.ts';
import { isPattern } from './stack.ts';
import { heldValue, slotDefinition } from './visible-slots.ts';

type Collect = Extract<Step, { kind: 'collect' }>;

/**
 * What the customer gave and a read-back tells: slots that a question asked for, here or in the flow that called this one, and that what
 * is read out is made of, directly or over what was worked out from them. "No, Monday" puts such a slot right. What was chosen on the
 * way here (repair or replacement) counts too. Nothing where the open question is no read-back.
 */
export function toldSlots(draft: Draft, { frame, step }: AskedQuestion): readonly ToldSlot[] {
  const read = readsOfInput(step);
  if (!isYesNo(draft) || isPattern(frame) || read.length === 0) return [];
  const found = new Map<string, ToldSlot>();
  const add = (slot: ToldSlot | undefined) => {
    if (slot && !found.has(slot.slot)) found.set(slot.slot, slot);
  };
  let told = read;
  for (let at = draft.state.stack.length - 1; at >= 0; at--) {
    const current = draft.state.stack[at];
    if (!current) break;
    told = workedOutFrom(current, told);
    const asked = questionsPassed(draft, current).filter(({ slot }) => slot !== step.slot);
    const given = told.filter((slot) => !asked.some((question) => question.slot === slot));
    for (const question of asked) add(askedSlot(draft, current, question, told, read));
    for (const slot of given) add(givenSlot(draft, current, slot));
    if (current.cause !== 'call') break;
    told = handedOver(draft, draft.state.stack[at - 1], told);
  }
  return [...found.values()];
}

function questionsPassed({ book }: Draft, { flow, passed }: Frame): readonly Collect[] {
  return passed.flatMap((id) => {
    const step = book.flows[flow]?.steps[id]?.step;
    return step?.kind === 'collect' ? [step] : [];
  });
}

/** The slots of the calling frame that the told slots of the called one were filled from. */
function handedOver({ book }: Draft, caller: Frame | undefined, told: readonly string[]): readonly string[] {
  const step = caller && book.flows[caller.flow]?.steps[caller.step]?.step;
  if (step?.kind !== 'call') return [];
  return told.flatMap((slot) => readsOfExpression(step.with[slot]));
}

/** What a question of this flow was answered with. */
function askedSlot(
  draft: Draft,
  frame: Frame,
  asked: Collect,
  told: readonly string[],
  read: readonly string[],
): ToldSlot | undefined {
  const { slot } = asked;
  const type = typeTold(draft, frame, slot);
  if (type === undefined || !(told.includes(slot) || type === 'choice')) return undefined;
  const held = heldValue(draft.book, draft.state, frame, slot);
  const options = allChoices(draft, frame, asked).map(({ value, label, synonyms }) => ({
    value,
    label,
    synonyms: synonyms ?? [],
  }));
  return {
    slot,
    type,
    options,
    ...(held !== undefined && options.some(({ value }) => value === held) ? { chosen: held } : {}),
    // Words of the customer's own are put right only where they are read out themselves.
    freeText: type === 'text' && asked.options_from === undefined && read.includes(slot),
  };
}

/** What was told before it was asked, or found by another flow: an order number, a product. Its words must say what they are. */
function givenSlot(draft: Draft, frame: Frame, slot: string): ToldSlot | undefined {
  const type = typeTold(draft, frame, slot);
  if (type === undefined || type === 'text' || type === 'choice') return undefined;
  return { slot, type, options: [], freeText: false };
}

/** Type of a slot that the customer fills and that holds something else than a yes or no. */
function typeTold(draft: Draft, frame: Frame, slot: string): string | undefined {
  const definition = slotDefinition(draft.book, frame, slot);
  if (definition?.from !== 'customer' || definition.type === 'boolean') return undefined;
  return heldValue(draft.book, draft.state, frame, slot) === undefined ? undefined : definition.type;
}

/** These slots, and all that they were worked out from. */
function workedOutFrom(frame: Frame, slots: readonly string[]): readonly string[] {
  const found = new Set<string>();
  const queue = [...slots];
  for (let slot = queue.shift(); slot !== undefined; slot = queue.shift()) {
    if (found.has(slot)) continue;
    found.add(slot);
    queue.push(...(frame.origins[slot]?.from ?? []));
  }
  return [...found];
}
