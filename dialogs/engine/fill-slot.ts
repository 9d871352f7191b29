import type { Frame } from '../protocol/state.ts';
import type { Json } from '../protocol/value.ts';
import { acceptValue } from './accept-value.ts';
import type { Draft } from './draft.ts';
import { customerRequest } from './stack.ts';
import { heldValue, slotDefinition } from './visible-slots.ts';
import { writeSlot } from './write-slot.ts';

/** What a fact may do: fill what is empty; come with a new request, and count more than what an earlier one left behind; or come from us. */
export type FactWeight = 'fact' | 'new_request' | 'trusted';

/**
 * Keeps a fact of the customer's for the request that they are about, whether it was asked or not. `trusted`: the value comes from an
 * event of ours and may fill any slot. False where nobody here knows such a slot, or it holds another value already.
 */
export function fillSlot(draft: Draft, slot: string, value: Json, weight: FactWeight = 'fact'): boolean {
  const { stack } = draft.state;
  const at = customerRequest(stack);
  const index = stack.findLastIndex((frame, i) => i >= at && isFillable(draft, frame, slot, weight === 'trusted'));
  const frame = stack[index];
  if (!frame) return false;
  const definition = slotDefinition(draft.book, frame, slot);
  const held = heldValue(draft.book, draft.state, frame, slot);
  const accepted = definition && acceptValue(definition, [], value);
  if (accepted === undefined) return false;
  if (held !== undefined && weight === 'fact') return held === accepted;
  writeSlot(draft, index, slot, accepted);
  return true;
}

function isFillable(draft: Draft, frame: Frame, slot: string, trusted: boolean): boolean {
  const definition = slotDefinition(draft.book, frame, slot);
  return definition !== undefined && (trusted || definition.from === 'customer');
}
