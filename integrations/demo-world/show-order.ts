import { type CalendarDate, daysBetween } from '../calendar.ts';
import type { Order, OrderState } from '../orders/order.ts';
import { type Standing, standingOn } from './course.ts';
import type { StoredOrder } from './stored.ts';

const CANCELLABLE: readonly OrderState[] = ['placed', 'packed', 'back_ordered'];
export const MOVABLE: readonly OrderState[] = ['placed', 'packed', 'shipped', 'in_transit', 'delayed'];
const NOTIFIABLE: readonly OrderState[] = [...MOVABLE, 'back_ordered', 'partly_shipped'];
const COMING: readonly OrderState[] = [...NOTIFIABLE, 'out_for_delivery'];

/** A stored order as the company system would show it on this day. */
export function showOrder(order: StoredOrder, today: CalendarDate): Order {
  const { course } = order;
  const standing = standingOn(course, today);
  const { state } = standing;
  return {
    ...fixed(order),
    state,
    ...dates(order, standing, today),
    days_late: daysLate(order, standing),
    parcels: standing.parcels.map((parcel, at) => ({ parcel: at + 1, ...parcel })),
    parcels_total: standing.parcels.length,
    parcels_delivered: standing.parcels.filter((parcel) => parcel.state === 'delivered').length,
    can_cancel: CANCELLABLE.includes(state),
    can_change_address: CANCELLABLE.includes(state),
    can_change_date: MOVABLE.includes(state),
    can_be_notified: NOTIFIABLE.includes(state),
  };
}

function fixed(order: StoredOrder) {
  const { customer_id, email, postcode, billing_postcode, recipient, address, is_gift, items, total, course } = order;
  return {
    order_number: order.number,
    placed_on: course.placed_on,
    ...{ customer_id, email, postcode, billing_postcode, recipient, address, is_gift, total },
    items: items.map((item) => ({ ...item })),
  };
}

const ARRIVED: readonly OrderState[] = ['delivered', 'delivered_not_received'];
const BEFORE_SHIPPING: readonly OrderState[] = ['placed', 'packed', 'back_ordered', 'cancelled'];

/** The dates that matter in this state and nothing of those that lie ahead unseen. */
function dates(order: StoredOrder, { state, ...standing }: Standing, today: CalendarDate) {
  const { course } = order;
  const coming = COMING.includes(state);
  const sent = !BEFORE_SHIPPING.includes(state);
  return given({
    shipped_on: sent ? course.shipped_on : undefined,
    eta: standing.eta,
    window: coming && standing.eta !== undefined ? course.window : undefined,
    days_to_eta: standing.eta === undefined ? undefined : daysBetween(today, standing.eta),
    original_eta: course.original_eta !== course.eta ? course.original_eta : undefined,
    delay_reason: coming ? course.delay_reason : undefined,
    delivered_on: standing.delivered_on,
    left_at: ARRIVED.includes(state) ? course.left_at : undefined,
    failed_on: state === 'failed_delivery' ? course.failed_on : undefined,
    failure_reason: state === 'failed_delivery' ? course.failure_reason : undefined,
    held_until: state === 'failed_delivery' ? course.held_until : undefined,
    redelivery_on: course.redelivery_on,
    back_ordered_until: state === 'back_ordered' ? course.back_ordered_until : undefined,
    lost_on: state === 'lost' ? course.lost_on : undefined,
    returned_on: standing.returned_on,
    refund_on: standing.refund_on,
    refund: standing.refund_on === undefined ? undefined : order.total,
    cancelled_on: state === 'cancelled' ? course.cancelled_on : undefined,
    case_id: course.claimed_on === undefined ? undefined : caseIdOf(order.number),
    answer_by: course.claimed_on === undefined ? undefined : course.answer_by,
    last_place: placeOf(order, state, today),
    carrier: sent ? order.carrier : undefined,
    tracking_number: sent ? order.tracking_number : undefined,
  });
}

const caseIdOf = (orderNumber: string) => `S-${orderNumber}`;

/** An order that came late stays late. */
function daysLate({ course }: StoredOrder, { state, eta, delivered_on }: Standing): number {
  const day = eta ?? delivered_on;
  if (course.original_eta === undefined || day === undefined || state === 'back_ordered') return 0;
  return Math.max(0, daysBetween(course.original_eta, day));
}

function placeOf({ places, course }: StoredOrder, state: OrderState, today: CalendarDate) {
  if (state !== 'shipped' && state !== 'in_transit' && state !== 'delayed') return undefined;
  const passed = Math.max(0, daysBetween(course.shipped_on, today));
  return places[Math.min(passed, places.length - 1)];
}

type Given<Fields> = { [Key in keyof Fields]?: Exclude<Fields[Key], undefined> };

/** Leaves out what is undefined. */
function given<Fields extends object>(fields: Fields): Given<Fields> {
  const entries = Object.entries(fields).filter(([, value]) => value !== undefined);
  const result: Given<Fields> = {};
  return Object.assign(result, Object.fromEntries(entries));
}
