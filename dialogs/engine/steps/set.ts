import type { SetStep } from '../../flow/steps/set.ts';
import type { Draft } from '../draft.ts';
import { evaluate } from '../evaluate.ts';
import { followRoute } from '../follow-route.ts';
import { readsOfExpression } from '../reads-of.ts';
import { topFrame } from '../stack.ts';
import { writeSlot } from '../write-slot.ts';

/** Fills the slots in the order written: a later expression sees what an earlier one set. */
export function advanceSet(draft: Draft, step: SetStep): void {
  const index = draft.state.stack.length - 1;
  for (const [slot, source] of Object.entries(step.values)) {
    const frame = topFrame(draft.state);
    if (!frame) return;
    const value = evaluate(draft, frame, source);
    writeSlot(draft, index, slot, value ?? null, { step: step.id, from: readsOfExpression(source) });
  }
  followRoute(draft, step.next);
}
