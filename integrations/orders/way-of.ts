import type { z } from 'zod';
import type { OrderState, orderStatus } from './order.ts';

const WAY = ['placed', 'packed', 'shipped', 'out_for_delivery', 'delivered'] as const;

/** One point of a parcel's way, as a timeline shows it. `on`: the day on which it happened, or is due. */
export interface WayStep {
  readonly step: (typeof WAY)[number];
  readonly state: 'done' | 'now' | 'next';
  readonly on?: string;
}

/** How far along the way each state stands; a cancelled order has no way. */
const REACHED: Readonly<Record<OrderState, number | undefined>> = {
  placed: 0,
  back_ordered: 0,
  packed: 1,
  shipped: 2,
  in_transit: 2,
  delayed: 2,
  partly_shipped: 2,
  lost: 2,
  out_for_delivery: 3,
  failed_delivery: 3,
  delivered: 4,
  delivered_not_received: 4,
  returned: 4,
  refunded: 4,
  cancelled: undefined,
};

/** The way of an order's parcel, oldest first. Days that nobody has promised are left out. */
export function wayOf(order: z.infer<typeof orderStatus>): readonly WayStep[] {
  const reached = REACHED[order.state];
  if (reached === undefined) return [];
  const days: Readonly<Record<WayStep['step'], string | undefined>> = {
    placed: order.placed_on,
    packed: undefined,
    shipped: order.shipped_on,
    out_for_delivery: order.state === 'out_for_delivery' ? order.eta : order.failed_on,
    delivered: order.delivered_on ?? order.redelivery_on ?? order.eta,
  };
  return WAY.map((step, place) => {
    const on = days[step];
    // what is delivered is done with: nothing is under way any more
    const state = place < reached || reached === WAY.length - 1 ? 'done' : place === reached ? 'now' : 'next';
    return { step, state, ...(on === undefined ? {} : { on }) };
  });
}
