import type { CallId } from '../protocol/ids.ts';
import type { Outcome } from '../protocol/outcome.ts';
import type { PendingCall } from '../protocol/state.ts';
import type { Draft } from './draft.ts';
import { note } from './note.ts';
import { routeOutcome } from './route-outcome.ts';
import { sayInFrame } from './say-text.ts';
import { changeFrame, isPattern, setStack, topRequest } from './stack.ts';
import { startPattern } from './start-pattern.ts';

/** An action answered. The flow that asked goes on now, or when it is back on top. */
export function actionResult(draft: Draft, callId: CallId, outcome: Outcome): void {
  const call = draft.state.calls.find((pending) => pending.callId === callId);
  if (!call) {
    draft.trace.push({ kind: 'warning', detail: { unknown_call: callId } });
    return;
  }
  draft.state = { ...draft.state, calls: draft.state.calls.filter((pending) => pending !== call) };
  // what repair asks for itself (opening hours, an article) is no attempt at the customer's matter
  if (!call.flow.startsWith('patterns/'))
    note(draft, { by: 'action', action: { name: call.action, outcome: outcome.outcome } });
  if (outcome.identity) draft.state = { ...draft.state, identity: outcome.identity };
  if (outcome.customer) draft.state = { ...draft.state, customer: outcome.customer };
  const index = draft.state.stack.findLastIndex((frame) => frame.calling === callId);
  if (index < 0) return answerForNobody(draft, call, outcome);
  if (index === draft.state.stack.length - 1 && draft.state.control.owner === 'bot' && !call.parked) {
    clearCall(draft, index);
    return routeOutcome(draft, outcome);
  }
  answerLater(draft, index, call, outcome);
}

function clearCall(draft: Draft, index: number): void {
  const stack = draft.state.stack.map((frame, i) => {
    if (i !== index) return frame;
    const { calling: _, ...rest } = frame;
    return rest;
  });
  setStack(draft, stack);
}

/** The customer was told to wait: the answer comes with a word of its own, at once where nothing else is talked about. */
function answerLater(draft: Draft, index: number, call: PendingCall, outcome: Outcome): void {
  clearCall(draft, index);
  changeFrame(draft, index, { late: outcome });
  const onTop = index === draft.state.stack.length - 1;
  if (onTop && call.parked && draft.state.control.owner === 'bot') startPattern(draft, 'late-answer', { mode: 'here' });
}

/** The request was left before its action answered. What was read interests nobody; what was written must be owned up to. */
function answerForNobody(draft: Draft, call: PendingCall, outcome: Outcome): void {
  const wrote = draft.book.actions[call.action]?.commits === true && outcome.outcome === 'ok';
  draft.trace.push({ kind: 'warning', detail: { answer_for_nobody: call.action, outcome: outcome.outcome } });
  const top = draft.state.stack[topRequest(draft.state.stack)];
  const mayTell = !isPattern(top) || top?.flow === 'patterns/completed';
  if (wrote && draft.state.control.owner === 'bot' && mayTell) {
    startPattern(draft, 'late-answer', { mode: 'done_anyway' });
  }
}

/** Nothing was run: the step waits until the customer, who was told meanwhile that something went wrong, says that it is still wanted. */
export function actionHeld(draft: Draft, callId: CallId, key: string): void {
  const index = draft.state.stack.findLastIndex((frame) => frame.calling === callId);
  draft.state = { ...draft.state, calls: draft.state.calls.filter((call) => call.callId !== callId) };
  if (index < 0) return;
  clearCall(draft, index);
  changeFrame(draft, index, { held: { key, agreed: false } });
}

/** The place's patience is over before the action's: the customer hears that it takes longer, and the talk may go on. */
export function actionParked(draft: Draft, callId: CallId): void {
  const index = draft.state.stack.findLastIndex((frame) => frame.calling === callId);
  const frame = draft.state.stack[index];
  const step = frame && draft.book.flows[frame.flow]?.steps[frame.step]?.step;
  if (!frame || step?.kind !== 'action') return;
  const calls = draft.state.calls.map((call) => (call.callId === callId ? { ...call, parked: true } : call));
  draft.state = { ...draft.state, calls };
  if (step.while_waiting) sayInFrame(draft, frame, step.while_waiting);
  else startPattern(draft, 'late-answer', { mode: 'wait' });
}
