import type { FlowBook } from '../flow/flow-book.ts';
import type { SlotDefinition } from '../flow/slot-definition.ts';
import type { CommandKind } from '../protocol/command.ts';
import type { FlowId, Instant } from '../protocol/ids.ts';
import type { Locale } from '../protocol/locale.ts';
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
  const question = openQuestion(draft);
  const running = state.stack.slice(Math.max(0, customerRequest(state.stack))).toReversed();
  const frames: readonly Frame[] = [
    ...(question ? [question.frame] : []),
    ...running,
    ...(state.finished ? [state.finished] : []),
  ];
  const slots = slotsOfBook(book, state.locale);
  const found: FillableSlot[] = [];
  const seen = new Set<FlowId>();
  for (const frame of frames) {
    if (seen.has(frame.flow)) continue;
    seen.add(frame.flow);
    for (const slot of slots.of(frame.flow)) {
      found.push(heldValue(book, state, frame, slot.empty.name) === undefined ? slot.empty : slot.filled);
    }
  }
  for (const slot of slots.shared) found.push(state.memory[slot.empty.name] === undefined ? slot.empty : slot.filled);
  for (const flow of flows) if (!seen.has(flow)) for (const { empty } of slots.of(flow)) found.push(empty);
  return found;
}

/** One slot, as it is told to understanding while nothing is in it and when something is. */
interface EitherWay {
  readonly empty: FillableSlot;
  readonly filled: FillableSlot;
}

interface SlotsOfBook {
  readonly shared: readonly EitherWay[];
  of(flow: FlowId): readonly EitherWay[];
}

// A book never changes, and every message is told of all its slots.
const known = new WeakMap<FlowBook, Map<Locale, SlotsOfBook>>();

/** What of a book customers can fill, made once for a language. */
function slotsOfBook(book: FlowBook, locale: Locale): SlotsOfBook {
  const ofBook = known.get(book) ?? new Map<Locale, SlotsOfBook>();
  known.set(book, ofBook);
  const kept = ofBook.get(locale);
  if (kept) return kept;
  const asked = (slots: Readonly<Record<string, SlotDefinition>>, flow?: FlowId): readonly EitherWay[] =>
    Object.entries(slots).flatMap(([name, { from }]) => {
      if (from !== 'customer') return [];
      return [{ empty: fillable(book, locale, name, flow, false), filled: fillable(book, locale, name, flow, true) }];
    });
  const ofFlows = new Map(Object.entries(book.flows).map(([flow, { slots }]) => [flow, asked(slots, flow)]));
  const made: SlotsOfBook = { shared: asked(book.slots), of: (flow) => ofFlows.get(flow) ?? [] };
  ofBook.set(locale, made);
  return made;
}

function fillable(
  book: FlowBook,
  locale: Locale,
  name: string,
  flow: FlowId | undefined,
  filled: boolean,
): FillableSlot {
  const choices = slotChoices(book, locale, { name, ...(flow === undefined ? {} : { flow }) });
  return Object.freeze({
    name,
    type: slotDefinition(book, { flow: flow ?? '' }, name)?.type ?? 'text',
    filled,
    ...(choices ? { choices } : {}),
    ...(flow === undefined ? {} : { flow }),
  });
}
