import type { CallStep } from '../../flow/steps/call.ts';
import type { Draft } from '../draft.ts';
import { evaluateAll } from '../evaluate.ts';
import { followRoute } from '../follow-route.ts';
import { POLICY } from '../policy.ts';
import { newFrame, pushFrame, topFrame } from '../stack.ts';
import { isShared } from '../visible-slots.ts';
import { writeSlot } from '../write-slot.ts';

/** Lays the called flow on top; shared slots among `with` are filled for everyone, its own for it alone. */
export function advanceCall(draft: Draft, step: CallStep): void {
  const caller = topFrame(draft.state);
  const called = newFrame(draft.book, step.flow, 'call');
  if (!caller) return;
  if (!called || draft.state.stack.length >= POLICY.frames) {
    draft.trace.push({ kind: 'warning', flow: caller.flow, step: step.id, detail: { cannot_call: step.flow } });
    return followRoute(draft, step.onFailed ?? step.next);
  }
  const given = evaluateAll(draft, caller, step.with);
  pushFrame(draft, called);
  for (const [slot, value] of Object.entries(given)) {
    if (isShared(draft.book, called, slot) && draft.state.memory[slot] === value) continue;
    writeSlot(draft, draft.state.stack.length - 1, slot, value);
  }
}
