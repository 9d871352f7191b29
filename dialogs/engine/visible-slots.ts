import type { FlowBook } from '../flow/flow-book.ts';
import type { SlotDefinition } from '../flow/slot-definition.ts';
import type { FlowId } from '../protocol/ids.ts';
import type { ConversationState, Frame } from '../protocol/state.ts';
import type { Json, Slots } from '../protocol/value.ts';

/** Where a slot is declared: by the frame's flow, or shared. */
export function slotDefinition(book: FlowBook, frame: Pick<Frame, 'flow'>, slot: string): SlotDefinition | undefined {
  return book.flows[frame.flow]?.slots[slot] ?? book.slots[slot];
}

export function isShared(book: FlowBook, frame: Pick<Frame, 'flow'>, slot: string): boolean {
  return !book.flows[frame.flow]?.slots[slot] && book.slots[slot] !== undefined;
}

interface DeclaredSlot {
  readonly name: string;
  readonly shared: boolean;
  readonly default: Json | undefined;
}

// A book never changes, and every condition of every step asks for the same list.
const declared = new WeakMap<FlowBook, Map<FlowId, readonly DeclaredSlot[]>>();

function declaredSlots(book: FlowBook, flow: FlowId): readonly DeclaredSlot[] {
  const ofBook = declared.get(book) ?? new Map<FlowId, readonly DeclaredSlot[]>();
  declared.set(book, ofBook);
  const known = ofBook.get(flow);
  if (known) return known;
  const found = Object.entries({ ...book.slots, ...book.flows[flow]?.slots }).map(([name, definition]) => ({
    name,
    shared: isShared(book, { flow }, name),
    default: definition.default,
  }));
  ofBook.set(flow, found);
  return found;
}

interface Seen {
  readonly book: FlowBook;
  readonly flow: FlowId;
  readonly memory: Slots;
  readonly visible: Slots;
}

// Slots are replaced, never changed in place, and most steps of a turn change none.
const latest = new WeakMap<Slots, Seen>();

/** Everything a frame can read: its own slots, the shared ones, and defaults where nothing is known. */
export function visibleSlots(book: FlowBook, { memory }: ConversationState, { flow, slots }: Frame): Slots {
  const known = latest.get(slots);
  if (known?.memory === memory && known.flow === flow && known.book === book) return known.visible;
  const visible: Record<string, Json> = {};
  for (const slot of declaredSlots(book, flow)) {
    const held = slot.shared ? memory[slot.name] : slots[slot.name];
    const value = held ?? slot.default;
    if (value !== undefined && value !== null) visible[slot.name] = value;
  }
  latest.set(slots, { book, flow, memory, visible });
  return visible;
}

/** The slot's value in this frame, without its default. */
export function heldValue(book: FlowBook, state: ConversationState, frame: Frame, slot: string): Json | undefined {
  return isShared(book, frame, slot) ? state.memory[slot] : frame.slots[slot];
}
