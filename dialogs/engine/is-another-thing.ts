import type { Command } from '../protocol/command.ts';
import type { Frame } from '../protocol/state.ts';
import { THING_TYPES } from '../protocol/thing-types.ts';
import type { Draft } from './draft.ts';
import { heldValue, slotDefinition } from './visible-slots.ts';

/** "Yes, and cancel my router order" while another order is talked of: is the same flow wanted for another thing? */
export function isAnotherThing(draft: Draft, running: Frame, commands: readonly Command[]): boolean {
  return commands.some((command) => {
    if (command.kind !== 'set_slot' && command.kind !== 'correct_slot') return false;
    const type = slotDefinition(draft.book, running, command.slot)?.type ?? '';
    return THING_TYPES.has(type) && heldValue(draft.book, draft.state, running, command.slot) !== command.value;
  });
}
