import type { HandoffStep } from '../flow/steps/handoff.ts';
import type { HandoffReason } from '../protocol/command.ts';
import type { QueueWish } from './control.ts';
import type { Draft } from './draft.ts';
import { evaluateAll } from './evaluate.ts';
import { flowTopic } from './flow-names.ts';
import { customerRequest, topFrame } from './stack.ts';

/** What pattern `human-handoff` may know: why, what it is about, and whether sharing was agreed to before. */
export function handoffInputs(draft: Draft, reason: HandoffReason) {
  const { stack, handoff } = draft.state;
  const request = stack[customerRequest(stack)] ?? draft.state.finished;
  const goal =
    handoff?.want ?? (request && !request.flow.startsWith('patterns/') ? flowTopic(draft, request.flow) : undefined);
  return { reason, goal, consent: handoff?.consent ?? 'unasked' };
}

/** The routing wish of a `handoff` step, its note's values worked out. */
export function queueWish(draft: Draft, step: HandoffStep): QueueWish {
  const frame = topFrame(draft.state);
  return {
    reason: step.reason,
    ...(step.queue ? { queue: step.queue } : {}),
    skills: step.skills,
    ...(step.note ? { note: step.note, noteWith: frame ? evaluateAll(draft, frame, step.with) : {} } : {}),
    ...(step.include ? { include: step.include } : {}),
    helping: step.while_queued === 'keep_helping',
  };
}
