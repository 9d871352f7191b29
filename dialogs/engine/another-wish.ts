import type { Command } from '../protocol/command.ts';
import type { Frame } from '../protocol/state.ts';
import { THING_TYPES } from '../protocol/thing-types.ts';
import type { Draft } from './draft.ts';
import { heldValue, slotDefinition } from './visible-slots.ts';

/**
 * "Yes, and can I change the address?" while an order is talked of: the same flow is wanted for something else, about the same thing.
 * Its facts with the thing added, or undefined where nothing else is wanted.
 */
export function anotherWish(
  draft: Draft,
  running: Frame,
  commands: readonly Command[],
): readonly Command[] | undefined {
  const held = (slot: string) => heldValue(draft.book, draft.state, running, slot);
  const wished = commands.some(
    (command) =>
      command.kind === 'set_slot' &&
      slotDefinition(draft.book, running, command.slot)?.type === 'choice' &&
      held(command.slot) !== command.value,
  );
  if (!wished) return undefined;
  const things = Object.keys(running.slots).flatMap((slot): readonly Command[] => {
    const value = held(slot);
    const isThing = THING_TYPES.has(slotDefinition(draft.book, running, slot)?.type ?? '');
    const told = commands.some((command) => 'slot' in command && command.slot === slot);
    return isThing && !told && value !== undefined && value !== null ? [{ kind: 'set_slot', slot, value }] : [];
  });
  return [...commands, ...things];
}
