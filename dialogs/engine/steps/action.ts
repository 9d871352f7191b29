import type { ActionStep } from '../../flow/steps/action.ts';
import type { Frame } from '../../protocol/state.ts';
import type { Draft } from '../draft.ts';
import { evaluateAll } from '../evaluate.ts';
import { followRoute } from '../follow-route.ts';
import { changeTop, topFrame } from '../stack.ts';
import { startPattern } from '../start-pattern.ts';

/** Asks the shell to call the back end and waits for its answer. */
export function advanceAction(draft: Draft, step: ActionStep): void {
  const frame = topFrame(draft.state);
  if (!frame) return;
  const done = doneBefore(frame, step);
  if (done) {
    // A correction passes a writing step that it doesn't touch: its outcome stands, it is not done twice.
    changeTop(draft, { replay: frame.replay.filter((id) => id !== step.id) });
    return followRoute(draft, done.outcome === 'ok' ? (step.on['ok'] ?? step.next) : step.on[done.outcome]);
  }
  // Asked anew each time that the talk comes back to it.
  if (frame.held && !frame.held.agreed) {
    changeTop(draft, { waiting: true });
    return startPattern(draft, 'cut-off');
  }
  const callId = `${draft.state.startedAt}:${draft.state.counter}`;
  const call = { callId, action: step.action, flow: frame.flow, step: step.id, parked: false };
  draft.state = { ...draft.state, counter: draft.state.counter + 1, calls: [...draft.state.calls, call] };
  changeTop(draft, { calling: callId });
  draft.effects.push({
    kind: 'act',
    callId,
    action: step.action,
    with: evaluateAll(draft, frame, step.with),
    timeoutMs: step.timeout_ms,
    ...(step.while_waiting ? { whileWaiting: step.while_waiting } : {}),
    late: step.late,
    ...(frame.held ? { heldKey: frame.held.key } : {}),
  });
}

function doneBefore(frame: Frame, step: ActionStep) {
  return frame.replay.includes(step.id) ? frame.written.find((done) => done.step === step.id) : undefined;
}
