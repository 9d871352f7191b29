import type { Flow } from '../flow/flow.ts';
import type { Step } from '../flow/steps/index.ts';
import type { Frame } from '../protocol/state.ts';
import type { Json } from '../protocol/value.ts';
import { acceptValue } from './accept-value.ts';
import { answerQuestion } from './answer-question.ts';
import type { Draft } from './draft.ts';
import { resumeTop } from './follow-route.ts';
import { openQuestion } from './open-question.ts';
import { readsOf, readsOfInput } from './reads-of.ts';
import { customerRequest, dropPatterns, pushFrame, setStack } from './stack.ts';
import { startPattern } from './start-pattern.ts';
import { heldValue, slotDefinition } from './visible-slots.ts';
import { writeSlot } from './write-slot.ts';

/** Types whose values people say as we keep them; a date, a choice or a product would be said in our code for it. */
const SAID_AS_KEPT: ReadonlySet<string> = new Set(['order_number', 'contract_number', 'integer', 'number']);

/**
 * The customer takes something back: the value changes, what was worked out from it is forgotten, and the flow goes back to the first
 * step that read it. What the customer gave besides stays. What was bought, cancelled or booked with the old value is not done twice.
 */
export function correctSlot(draft: Draft, slot: string, value: Json, wished = false): boolean {
  if (openQuestion(draft)?.step.slot === slot) return answerQuestion(draft, value);
  const { finished } = draft.state;
  const index = findReader(draft, slot);
  if (index < 0) return false;
  const reopened = draft.state.finished ? undefined : finished;
  const frame = draft.state.stack[index];
  const definition = frame && slotDefinition(draft.book, frame, slot);
  const flow = frame && draft.book.flows[frame.flow];
  if (!frame || !definition || !flow) return false;
  const label = definition.label?.[draft.state.locale];
  const accepted = acceptValue(definition, [], value);
  if (accepted === undefined) {
    startPattern(draft, 'invalid-value', { attempt: 1, slot, slot_type: definition.type, label });
    return true;
  }
  if (heldValue(draft.book, draft.state, frame, slot) === accepted) {
    resumeTop(draft);
    return true;
  }
  const changed = new Set([slot, ...dependants(draft, frame, flow, slot)]);
  if (wasCommitted(draft, frame, flow, changed)) {
    if (reopened) closeAgain(draft, reopened);
    startPattern(draft, 'correction', { mode: 'done', label });
    return true;
  }
  writeSlot(draft, index, slot, accepted);
  for (const name of changed) if (name !== slot) writeSlot(draft, index, name, null);
  goBack(draft, index, flow, slot, changed);
  const sayable = definition.sensitivity === 'public' && SAID_AS_KEPT.has(definition.type);
  // What is too long to be a number of ours is not read back at length.
  const shown = sayable && String(accepted).length <= 24 ? accepted : undefined;
  // "Can I still cancel it?" corrects nothing: the flow goes on with the new wish, without a word about a change.
  if (!wished || shown !== undefined) startPattern(draft, 'correction', { mode: 'changed', label, value: shown });
  return true;
}

/** What was done stays done: the request opened for the correction is over as it was, and is not told again. */
function closeAgain(draft: Draft, finished: NonNullable<Draft['state']['finished']>): void {
  setStack(draft, draft.state.stack.slice(0, -1));
  draft.state = { ...draft.state, finished };
}

/** Index of the frame whose passed steps read the slot: in the request on top, else in the one finished last, which is opened again. */
function findReader(draft: Draft, slot: string): number {
  const at = customerRequest(draft.state.stack);
  const found = draft.state.stack.findIndex(
    (frame, i) => i >= at && at >= 0 && frame.cause !== 'pattern' && readsPassed(draft, frame, slot),
  );
  const { finished, ...state } = draft.state;
  if (found >= 0) {
    dropPatterns(draft);
    return found;
  }
  if (!finished || !readsPassed(draft, finished, slot)) return -1;
  draft.state = state;
  dropPatterns(draft);
  const { outcome: _, ...frame } = finished;
  pushFrame(draft, { ...frame, cause: frame.cause === 'call' ? 'customer' : frame.cause });
  draft.trace.push({ kind: 'flow_started', flow: frame.flow, detail: 'reopened' });
  return draft.state.stack.length - 1;
}

function readsPassed(draft: Draft, frame: Frame, slot: string): boolean {
  const flow = draft.book.flows[frame.flow];
  if (!flow || !slotDefinition(draft.book, frame, slot)) return false;
  if (heldValue(draft.book, draft.state, frame, slot) === undefined) return false;
  return frame.passed.some((id) => flow.steps[id] !== undefined && readsOf(flow.steps[id].step).has(slot));
}

/** Slots that were worked out from this one, directly or over others. */
function dependants(draft: Draft, frame: Frame, flow: Flow, slot: string): ReadonlySet<string> {
  const found = new Set<string>();
  const queue = [slot];
  for (let source = queue.shift(); source !== undefined; source = queue.shift()) {
    for (const [name, origin] of Object.entries(frame.origins)) {
      if (name === slot || found.has(name) || !origin.from.includes(source)) continue;
      found.add(name);
      queue.push(name);
    }
  }
  const commits = Object.values(flow.steps).some(({ step }) => commitsSomething(draft, step));
  if (found.size > 0 && commits) for (const name of agreements(draft, frame, flow)) if (name !== slot) found.add(name);
  return found;
}

/** Every yes given in a flow that buys, cancels or books: it was given for the old facts. */
function agreements(draft: Draft, frame: Frame, flow: Flow): readonly string[] {
  return frame.passed.flatMap((id) => {
    const step = flow.steps[id]?.step;
    if (step?.kind !== 'collect') return [];
    return slotDefinition(draft.book, frame, step.slot)?.type === 'boolean' ? [step.slot] : [];
  });
}

function commitsSomething(draft: Draft, step: Step): boolean {
  return step.kind === 'action' && (draft.book.actions[step.action]?.commits ?? false);
}

function wasCommitted(draft: Draft, frame: Frame, flow: Flow, changed: ReadonlySet<string>): boolean {
  return frame.written.some(({ step: id, outcome }) => {
    const step = flow.steps[id]?.step;
    return outcome === 'ok' && step !== undefined && commitsSomething(draft, step) && touches(step, changed);
  });
}

function touches(step: Step, changed: ReadonlySet<string>): boolean {
  return readsOfInput(step).some((name) => changed.has(name));
}

/** Back to the first passed step that reads the slot; what the change doesn't touch is passed again without asking or doing. */
function goBack(draft: Draft, index: number, flow: Flow, slot: string, changed: ReadonlySet<string>): void {
  const frame = draft.state.stack[index];
  const target = frame?.passed.find((id) => flow.steps[id] !== undefined && readsOf(flow.steps[id].step).has(slot));
  if (!frame || target === undefined) return;
  const replay = frame.passed.filter((id) => {
    const step = flow.steps[id]?.step;
    // The question that waits now was not answered yet.
    if (step?.kind === 'collect' && id === frame.step) return false;
    if (step?.kind === 'collect') return step.slot === slot || (!changed.has(step.slot) && !touches(step, changed));
    return step?.kind === 'action' && !touches(step, changed);
  });
  setStack(draft, draft.state.stack.slice(0, index + 1));
  const { calling: _, late: __, held: ___, ...rest } = frame;
  const current = draft.state.stack[index] ?? rest;
  setStack(draft, [
    ...draft.state.stack.slice(0, index),
    {
      ...rest,
      slots: current.slots,
      origins: current.origins,
      step: target,
      waiting: false,
      asked: 0,
      silent: 0,
      page: 0,
      faults: 0,
      replay,
    },
  ]);
}
