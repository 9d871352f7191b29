import type { Frame } from '../protocol/state.ts';
import { afterRequest } from './after-request.ts';
import type { Draft, Ending } from './draft.ts';
import { followRoute } from './follow-route.ts';
import { applyPatternOutcome } from './pattern-outcome.ts';
import { readsOfInput } from './reads-of.ts';
import { changeTop, topFrame } from './stack.ts';
import { visibleSlots } from './visible-slots.ts';
import { writeSlot } from './write-slot.ts';

/** What follows from a frame's end: a called flow gives its slots back, repair takes effect, a request makes room for what waits. */
export function settleEnding(draft: Draft, { frame, outcome, close }: Ending): void {
  if (close) draft.state = { ...draft.state, closed: true };
  if (frame.cause === 'call') return returnToCaller(draft, frame, outcome);
  if (frame.cause === 'pattern') return applyPatternOutcome(draft, frame, outcome);
  draft.state = { ...draft.state, finished: { ...frame, waiting: false, outcome } };
  afterRequest(draft, draft.book.flows[frame.flow]?.ask_more ?? true);
}

function returnToCaller(draft: Draft, ended: Frame, outcome: 'success' | 'failed'): void {
  const caller = topFrame(draft.state);
  const step = caller && draft.book.flows[caller.flow]?.steps[caller.step]?.step;
  if (step?.kind !== 'call') return;
  const result = visibleSlots(draft.book, draft.state, ended);
  for (const [own, theirs] of Object.entries(step.into)) {
    const value = result[theirs];
    const origin = { step: step.id, from: readsOfInput(step) };
    if (value !== undefined) writeSlot(draft, draft.state.stack.length - 1, own, value, origin);
  }
  changeTop(draft, { waiting: false });
  followRoute(draft, outcome === 'failed' ? (step.onFailed ?? step.next) : step.next);
}
