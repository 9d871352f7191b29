import type { HandoffStep } from '../../flow/steps/handoff.ts';
import type { Draft } from '../draft.ts';
import { askForPeople } from '../hand-over.ts';
import { handoffInputs, queueWish } from '../handoff-inputs.ts';
import { changeTop } from '../stack.ts';
import { startPattern } from '../start-pattern.ts';

/** Gives the conversation to people; where the customer didn't ask for it, what would be shared is said first. */
export function advanceHandoff(draft: Draft, step: HandoffStep): void {
  changeTop(draft, { waiting: true });
  if (draft.state.control.owner !== 'bot') return;
  if (step.offer && draft.state.handoff?.consent !== 'given') {
    return startPattern(draft, 'human-handoff', { mode: 'offer', ...handoffInputs(draft, step.reason) });
  }
  askForPeople(draft, queueWish(draft, step));
}
