import { answerQuestion } from './answer-question.ts';
import type { Draft } from './draft.ts';
import { fillSlot } from './fill-slot.ts';
import { resumeTop } from './follow-route.ts';
import { clip, note } from './note.ts';
import { openQuestion } from './open-question.ts';
import { POLICY } from './policy.ts';
import { notUnderstood } from './repair.ts';
import { greetOnce } from './session-event.ts';
import { customerRequest } from './stack.ts';
import { startRequest } from './start-request.ts';
import { flowsForEvent } from './trigger-event.ts';

/** Reserved slot for the address of what the customer sent last, and the event that lets a flow begin with it. */
const PHOTO = 'photo';
const PHOTO_EVENT = 'photo_received';

/**
 * A photo or file. It answers a question for `photo`; else it is kept and the open step looks again, since its `if` may read it; where
 * nothing runs it begins the flow that waits for `photo_received`.
 */
export function takeAttachment(draft: Draft, url: string): void {
  note(draft, { by: 'customer', text: url });
  if (draft.state.control.owner !== 'bot') {
    draft.effects.push({ kind: 'relay', to: 'agent', text: url });
    return;
  }
  draft.state = { ...draft.state, closed: false };
  greetOnce(draft);
  if (openQuestion(draft)?.step.slot === PHOTO && answerQuestion(draft, url)) return;
  const [flow] = flowsForEvent(draft, PHOTO_EVENT);
  if (customerRequest(draft.state.stack) >= 0) {
    if (keepPhoto(draft, url)) resumeTop(draft);
    else notUnderstood(draft);
  } else if (flow) {
    startRequest(draft, flow, [], { [PHOTO]: url }, 'allow', 'customer');
  } else notUnderstood(draft);
}

/** False where neither the request nor the conversation has a place for a photo. */
function keepPhoto(draft: Draft, url: string): boolean {
  const shared = draft.book.slots[PHOTO] !== undefined;
  if (!shared) return fillSlot(draft, PHOTO, url, 'trusted');
  draft.state = { ...draft.state, memory: { ...draft.state.memory, [PHOTO]: clip(url, POLICY.valueKept) } };
  return true;
}
