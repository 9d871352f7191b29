import type { Command } from '../protocol/command.ts';
import type { FlowId } from '../protocol/ids.ts';
import type { Frame } from '../protocol/state.ts';
import type { Slots } from '../protocol/value.ts';
import type { Draft } from './draft.ts';
import { type FactWeight, fillSlot } from './fill-slot.ts';
import { flowTopic } from './flow-names.ts';
import { resumeTop } from './follow-route.ts';
import { POLICY } from './policy.ts';
import {
  changeFrame,
  customerRequest,
  dropPatterns,
  newFrame,
  pushFrame,
  setStack,
  topFrame,
  topRequest,
} from './stack.ts';
import { startPattern } from './start-pattern.ts';

export type Interruptions = 'allow' | 'ask' | 'block';

/**
 * Begins a flow that the customer or an event asks for. Repair on top gives way; another request is interrupted, asked about or kept
 * from it, as its author decided; a flow that already waits below is taken up again where it stood.
 */
export function startRequest(
  draft: Draft,
  flow: FlowId,
  commands: readonly Command[],
  slots: Slots = {},
  interruptions?: Interruptions,
  cause: Frame['cause'] = 'customer',
): void {
  dropPatterns(draft);
  if (takeUpAgain(draft, flow)) return fillFrom(draft, commands, slots, 'fact');
  const at = customerRequest(draft.state.stack);
  const running = draft.state.stack[at];
  const rule = interruptions ?? (running ? interruptionsNow(draft) : 'allow');
  if (running && rule !== 'allow') return hold(draft, flow, commands, rule);
  if (running) changeFrame(draft, at, { interruptedAt: draft.now });
  makeRoom(draft);
  const frame = newFrame(draft.book, flow, cause);
  if (!frame) return;
  pushFrame(draft, frame);
  draft.state = { ...draft.state, clarified: 0, misses: 0 };
  draft.trace.push({ kind: 'flow_started', flow });
  fillFrom(draft, commands, slots, 'new_request');
}

/** The rule of the open question, else of the flow on top. */
function interruptionsNow(draft: Draft): Interruptions {
  const frame = topFrame(draft.state);
  const flow = frame && draft.book.flows[frame.flow];
  const step = frame && flow?.steps[frame.step]?.step;
  return (step?.kind === 'collect' ? step.interruptions : undefined) ?? flow?.interruptions ?? 'allow';
}

function hold(draft: Draft, flow: FlowId, commands: readonly Command[], rule: 'ask' | 'block'): void {
  const others = draft.state.deferred.filter((request) => request.flow !== flow);
  const request = { flow, commands };
  const deferred = rule === 'ask' ? [request, ...others] : [...others, request];
  draft.state = { ...draft.state, deferred: deferred.slice(0, POLICY.deferred) };
  startPattern(draft, 'continue-interrupted', {
    mode: rule === 'ask' ? 'leave' : 'noted',
    topic: flowTopic(draft, flow),
    flow,
  });
}

/** Puts a request that is already on the stack on top, question and all. */
function takeUpAgain(draft: Draft, flow: FlowId): boolean {
  const { stack } = draft.state;
  const start = stack.findIndex((frame) => frame.flow === flow && frame.cause !== 'call');
  if (start < 0) return false;
  const rest = stack.slice(start + 1).findIndex((frame) => frame.cause !== 'call');
  const end = rest < 0 ? stack.length : start + 1 + rest;
  const below = [...stack.slice(0, start), ...stack.slice(end)];
  const at = topRequest(below);
  const marked = below.map((frame, i) =>
    i === at && end < stack.length ? { ...frame, interruptedAt: draft.now } : frame,
  );
  setStack(draft, [...marked, ...stack.slice(start, end)]);
  resumeTop(draft);
  return true;
}

/** Requests are not piled up without end: the oldest is put aside, to be offered again. */
function makeRoom(draft: Draft): void {
  const { stack, parked } = draft.state;
  const starts = stack.flatMap((frame, i) => (frame.cause === 'call' ? [] : [i]));
  if (starts.length < POLICY.requests) return;
  const second = starts[1] ?? stack.length;
  draft.state = {
    ...draft.state,
    stack: stack.slice(second),
    parked: [stack.slice(0, second), ...parked].slice(0, POLICY.parked),
  };
}

/** Fills what came with the request: values of the event, and what the customer said in the same breath. */
function fillFrom(draft: Draft, commands: readonly Command[], slots: Slots, weight: FactWeight): void {
  for (const [slot, value] of Object.entries(slots)) fillSlot(draft, slot, value, 'trusted');
  for (const command of commands) {
    if (command.kind === 'set_slot' || command.kind === 'correct_slot')
      fillSlot(draft, command.slot, command.value, weight);
  }
}
