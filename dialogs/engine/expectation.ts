import type { FlowBook } from '../flow/flow-book.ts';
import type { CommandKind } from '../protocol/command.ts';
import type { FlowId, Instant } from '../protocol/ids.ts';
import type { ConversationState, Frame } from '../protocol/state.ts';
import type { Expectation, FillableSlot, OpenQuestion } from '../protocol/understanding.ts';
import { type Draft, openDraft } from './draft.ts';
import { leadsToCommit } from './leads-to-commit.ts';
import { mayStart } from './may-start.ts';
import { openQuestion } from './open-question.ts';
import { allChoices } from './question-choices.ts';
import { slotChoices } from './slot-choices.ts';
import { customerRequest } from './stack.ts';
import { toldSlots } from './told-slots.ts';
import { heldValue, slotDefinition } from './visible-slots.ts';

const ALWAYS: readonly CommandKind[] = [
  'start_flow',
  'set_slot',
  'clarify',
  'repeat',
  'restart',
  'handoff',
  'chitchat',
  'cannot_handle',
];

/** What we are waiting for, told to understanding: the open question, the flows that may start, the slots that words may fill. */
export function expectation(book: FlowBook, state: ConversationState, now: Instant): Expectation {
  const draft = openDraft(book, state, { id: '', words: '', fresh: false }, now);
  const question = questionOf(draft);
  const flows = Object.keys(book.flows).filter((flow) => mayStart(draft, flow));
  const busy = state.stack.some((frame) => frame.cause === 'customer' || frame.cause === 'event');
  const slots = fillableSlots(draft, flows);
  const allowed: CommandKind[] = [...ALWAYS, 'cancel_flow', 'affirm', 'deny'];
  if (slots.some(({ filled }) => filled)) allowed.push('correct_slot');
  if (question) allowed.push('skip');
  const request = customerRequest(state.stack);
  const running = request < 0 ? [] : state.stack.slice(request).map(({ flow }) => flow);
  const last = state.finished ? { last: state.finished.flow } : {};
  return { locale: state.locale, ...(question ? { question } : {}), ...last, running, flows, slots, allowed, busy };
}

function questionOf(draft: Draft): OpenQuestion | undefined {
  const open = openQuestion(draft);
  if (!open) return undefined;
  const { frame, step } = open;
  const type = slotDefinition(draft.book, frame, step.slot)?.type ?? 'text';
  const options = allChoices(draft, frame, step).map(({ value, label, synonyms }) => ({
    value,
    label,
    synonyms: synonyms ?? [],
  }));
  const tells = toldSlots(draft, open);
  return {
    flow: frame.flow,
    step: step.id,
    slot: step.slot,
    type,
    options,
    skippable: step.skippable,
    yesNo: type === 'boolean',
    ...(type === 'boolean' && leadsToCommit(draft.book, frame.flow, step) ? { commits: true } : {}),
    ...(tells.length > 0 ? { tells } : {}),
    // Answers offered beside a free text ("send it again") don't close it; a list to choose from does.
    freeText: type === 'text' && step.options_from === undefined,
  };
}

/** Slots of the running request first, then shared ones, then those of flows that the same sentence may begin. */
function fillableSlots(draft: Draft, flows: readonly FlowId[]): readonly FillableSlot[] {
  const { book, state } = draft;
  const found = new Map<string, FillableSlot>();
  const add = (slot: FillableSlot) => {
    const key = `${slot.flow ?? ''}.${slot.name}`;
    if (!found.has(key)) found.set(key, slot);
  };
  const question = openQuestion(draft);
  const running = state.stack.slice(Math.max(0, customerRequest(state.stack))).toReversed();
  const frames: readonly Frame[] = [
    ...(question ? [question.frame] : []),
    ...running,
    ...(state.finished ? [state.finished] : []),
  ];
  for (const frame of frames) {
    for (const name of ownSlots(book, frame.flow)) {
      add(fillable(draft, name, frame.flow, heldValue(book, state, frame, name) !== undefined));
    }
  }
  for (const [name, { from }] of Object.entries(book.slots)) {
    if (from === 'customer') add(fillable(draft, name, undefined, state.memory[name] !== undefined));
  }
  for (const flow of flows) for (const name of ownSlots(book, flow)) add(fillable(draft, name, flow, false));
  return [...found.values()];
}

function ownSlots(book: FlowBook, flow: FlowId): readonly string[] {
  return Object.entries(book.flows[flow]?.slots ?? {}).flatMap(([name, { from }]) =>
    from === 'customer' ? [name] : [],
  );
}

function fillable(draft: Draft, name: string, flow: FlowId | undefined, filled: boolean): FillableSlot {
  const { book, state } = draft;
  const choices = slotChoices(book, state.locale, { name, ...(flow === undefined ? {} : { flow }) });
  return {
    name,
    type: slotDefinition(book, { flow: flow ?? '' }, name)?.type ?? 'text',
    filled,
    ...(choices ? { choices } : {}),
    ...(flow === undefined ? {} : { flow }),
  };
}
