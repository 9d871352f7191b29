import type { Command } from '../protocol/command.ts';
import type { Frame } from '../protocol/state.ts';
import type { Draft } from './draft.ts';
import { heldValue, slotDefinition } from './visible-slots.ts';

/** Types that say which thing is talked of: another value is another thing, not another wish about the same one. */
const THINGS: ReadonlySet<string> = new Set(['order_number', 'contract_number', 'product']);

/** "Yes, and cancel my router order" while another order is talked of: is the same flow wanted for another thing? */
export function isAnotherThing(draft: Draft, running: Frame, commands: readonly Command[]): boolean {
  return commands.some((command) => {
    if (command.kind !== 'set_slot' && command.kind !== 'correct_slot') return false;
    const type = slotDefinition(draft.book, running, command.slot)?.type ?? '';
    return THINGS.has(type) && heldValue(draft.book, draft.state, running, command.slot) !== command.value;
  });
}
