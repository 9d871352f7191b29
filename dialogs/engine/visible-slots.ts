import type { FlowBook } from '../flow/flow-book.ts';
import type { SlotDefinition } from '../flow/slot-definition.ts';
import type { ConversationState, Frame } from '../protocol/state.ts';
import type { Json, Slots } from '../protocol/value.ts';

/** Where a slot is declared: by the frame's flow, or shared. */
export function slotDefinition(book: FlowBook, frame: Pick<Frame, 'flow'>, slot: string): SlotDefinition | undefined {
  return book.flows[frame.flow]?.slots[slot] ?? book.slots[slot];
}

export function isShared(book: FlowBook, frame: Pick<Frame, 'flow'>, slot: string): boolean {
  return !book.flows[frame.flow]?.slots[slot] && book.slots[slot] !== undefined;
}

/** Everything a frame can read: its own slots, the shared ones, and defaults where nothing is known. */
export function visibleSlots(book: FlowBook, state: ConversationState, frame: Frame): Slots {
  const visible: Record<string, Json> = {};
  const declared = { ...book.slots, ...book.flows[frame.flow]?.slots };
  for (const [name, definition] of Object.entries(declared)) {
    const held = isShared(book, frame, name) ? state.memory[name] : frame.slots[name];
    const value = held ?? definition.default;
    if (value !== undefined && value !== null) visible[name] = value;
  }
  return visible;
}

/** The slot's value in this frame, without its default. */
export function heldValue(book: FlowBook, state: ConversationState, frame: Frame, slot: string): Json | undefined {
  return isShared(book, frame, slot) ? state.memory[slot] : frame.slots[slot];
}
