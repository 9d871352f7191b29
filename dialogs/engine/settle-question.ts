import type { CollectStep } from '../flow/steps/collect.ts';
import { askAgain } from './ask-again.ts';
import type { Draft } from './draft.ts';
import { holds } from './evaluate.ts';
import { followRoute } from './follow-route.ts';
import { changeTop, topFrame } from './stack.ts';
import { writeSlot } from './write-slot.ts';

/** The question's slot is filled: a rejection sends the value away and asks again, else the flow goes on. */
export function settleQuestion(draft: Draft, step: CollectStep): void {
  const frame = topFrame(draft.state);
  if (!frame) return;
  const refused = step.rejections.find((rule) => holds(draft, frame, rule.if));
  if (refused) {
    writeSlot(draft, draft.state.stack.length - 1, step.slot, null);
    return askAgain(draft, step, { kind: 'rejected', say: refused.say });
  }
  changeTop(draft, { replay: frame.replay.filter((id) => id !== step.id) });
  draft.state = { ...draft.state, misses: 0, clarified: 0 };
  followRoute(draft, step.next);
}
