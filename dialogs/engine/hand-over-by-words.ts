import type { HandoffReason } from '../protocol/command.ts';
import { tellDesk } from './control.ts';
import type { Draft } from './draft.ts';
import { askForPeople } from './hand-over.ts';
import { handoffInputs } from './handoff-inputs.ts';
import { changeFrame, customerRequest, dropPatterns } from './stack.ts';
import { startPattern } from './start-pattern.ts';

/** The customer wants a person, or is in danger: whatever runs stops, and they are queued in this turn. */
export function handOverByWords(draft: Draft, reason: HandoffReason): void {
  if (draft.state.control.owner === 'queue') return askedAgain(draft, reason);
  dropPatterns(draft);
  const at = customerRequest(draft.state.stack);
  if (at >= 0) changeFrame(draft, at, { interruptedAt: draft.now });
  askForPeople(draft, { reason, helping: false });
}

function askedAgain(draft: Draft, reason: HandoffReason): void {
  const { handoff, danger } = draft.state;
  dropPatterns(draft);
  if (reason === 'safety' && !danger && handoff) {
    draft.state = { ...draft.state, danger: true, handoff: { ...handoff, reason } };
    tellDesk(draft, 'update', { reason });
    return startPattern(draft, 'human-handoff', { mode: 'queued', ...handoffInputs(draft, reason) });
  }
  startPattern(draft, 'human-handoff', { mode: 'again', ...handoffInputs(draft, danger ? 'safety' : reason) });
}
