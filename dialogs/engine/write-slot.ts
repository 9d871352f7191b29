import type { SlotOrigin } from '../protocol/state.ts';
import type { Json, Slots } from '../protocol/value.ts';
import type { Draft } from './draft.ts';
import { changeFrame } from './stack.ts';
import { isShared, slotDefinition } from './visible-slots.ts';

function put(slots: Slots, slot: string, value: Json | undefined): Slots {
  const { [slot]: _, ...others } = slots;
  return value === undefined || value === null ? others : { ...others, [slot]: value };
}

/**
 * Fills or empties (null) a slot as the frame at `index` sees it, and notes where the value came from. A changed order number takes
 * its proof with it at once: nobody is recognised for an order that was not proved.
 */
export function writeSlot(draft: Draft, index: number, slot: string, value: Json | null, origin?: SlotOrigin): void {
  const frame = draft.state.stack[index];
  if (!frame) return;
  const definition = slotDefinition(draft.book, frame, slot);
  if (!definition) {
    draft.trace.push({ kind: 'warning', flow: frame.flow, detail: { unknown_slot: slot } });
    return;
  }
  const shared = isShared(draft.book, frame, slot);
  const { [slot]: _, ...origins } = frame.origins;
  changeFrame(draft, index, {
    ...(shared ? {} : { slots: put(frame.slots, slot, value) }),
    origins: origin && value !== null ? { ...origins, [slot]: origin } : origins,
  });
  if (shared) draft.state = { ...draft.state, memory: put(draft.state.memory, slot, value) };
  if (shared && definition.lifetime === 'customer') draft.effects.push({ kind: 'remember', slot, value });
  if (definition.type === 'order_number' && value !== null) keepProof(draft, value);
  const open = definition.sensitivity === 'public';
  draft.trace.push({ kind: 'slot', flow: frame.flow, detail: { [slot]: value === null || open ? value : '***' } });
}

/** Lowers what is proved for another order than this one. */
export function keepProof(draft: Draft, order: Json): void {
  const { identity } = draft.state;
  const proved = identity.proves.order;
  if (proved === undefined || proved === order) return;
  const { order: _, ...proves } = identity.proves;
  const { method: __, at: ___, expiresAt: ____, ...plain } = identity;
  draft.state = {
    ...draft.state,
    identity: identity.level === 'recognised' ? { ...plain, level: 'claimed', proves } : { ...identity, proves },
  };
}
