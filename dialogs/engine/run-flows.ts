import type { Draft } from './draft.ts';
import { endFrame } from './end-frame.ts';
import { holds } from './evaluate.ts';
import { moveTo } from './follow-route.ts';
import { maySpeak } from './may-speak.ts';
import { POLICY } from './policy.ts';
import { settleEnding } from './settle-ending.ts';
import { changeTop, topFrame } from './stack.ts';
import { startPattern } from './start-pattern.ts';
import { advanceStep } from './steps/index.ts';
import { takeLateAnswer } from './take-late-answer.ts';

/** Runs flows until the talk waits for someone: for the customer, for an action, for people, or for nothing at all. */
export function runFlows(draft: Draft): void {
  for (let steps = 0; steps < POLICY.stepsPerEvent; steps++) {
    const ending = draft.endings.shift();
    if (ending) {
      settleEnding(draft, ending);
      continue;
    }
    if (!runOne(draft)) return;
  }
  leaveLoop(draft);
}

/** Runs one step of the frame on top. False when the talk waits. */
function runOne(draft: Draft): boolean {
  const frame = topFrame(draft.state);
  if (!frame || draft.state.closed || !maySpeak(draft.state)) return false;
  if (frame.late) return takeLateAnswer(draft, frame, frame.late);
  if (frame.waiting || frame.calling) return false;
  if (frame.step === 'END') {
    endFrame(draft, 'success');
    return true;
  }
  const placed = draft.book.flows[frame.flow]?.steps[frame.step];
  if (!placed) {
    changeTop(draft, { waiting: true });
    startPattern(draft, 'dialogs-changed', { flow: frame.flow });
    return true;
  }
  const { step } = placed;
  if (!holds(draft, frame, step.if)) {
    moveTo(draft, placed.after);
    return true;
  }
  draft.trace.push({ kind: 'step', flow: frame.flow, step: step.id, detail: step.kind });
  if (!frame.passed.includes(step.id)) changeTop(draft, { passed: [...frame.passed, step.id] });
  advanceStep(draft, step);
  return true;
}

/** A book that goes round without asking is a fault of ours: the request that does so is ended and the customer hears it. */
function leaveLoop(draft: Draft): void {
  const frame = topFrame(draft.state);
  draft.endings.length = 0;
  draft.trace.push({
    kind: 'warning',
    flow: frame?.flow ?? '',
    step: frame?.step ?? '',
    detail: 'loop without a question',
  });
  draft.effects.splice(0, draft.effects.length, ...draft.effects.filter(({ kind }) => kind !== 'say').slice(0, 20));
  draft.state = { ...draft.state, stack: [] };
  startPattern(draft, 'internal-error', { fault_id: draft.eventId.slice(-8), may_retry: false });
  for (let steps = 0; steps < 20 && draft.endings.length === 0; steps++) if (!runOne(draft)) return;
}
