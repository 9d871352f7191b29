import { addDays, type CalendarDate, dateIn } from '../../calendar.ts';
import type { Course } from '../../demo-world/course.ts';
import { claimed } from '../../demo-world/plan-course.ts';
import { MOVABLE, showOrder } from '../../demo-world/show-order.ts';
import type { StoredOrder } from '../../demo-world/stored.ts';
import type { World } from '../../demo-world/world.ts';
import type { Order } from '../order.ts';
import type { Orders } from '../orders.ts';

/** Days that can be chosen, counted from tomorrow. */
const CHOICE = 5;
const DAYS_TO_REFUND = 5;

type OrderOffer = Pick<Order, 'order_number' | 'items'> & {
  readonly refund: Order['total'];
  readonly refund_on: CalendarDate;
};

/** The orders socket over the demo world. */
export function createDemoOrders(world: World): Orders {
  const { tables, now } = world;
  const find = (number: string) => {
    const order = tables.order(number);
    if (!order) return undefined;
    const today = dateIn(order.zone, now());
    return { order, today, shown: showOrder(order, today) };
  };
  return {
    readOrder: async ({ order_number }) => {
      const found = find(order_number);
      return found ? { outcome: 'ok', value: found.shown } : { outcome: 'not_found' };
    },
    listOrders: async ({ customer_id, limit }) => {
      const orders = tables.ordersOf(customer_id).slice(0, limit);
      return { outcome: 'ok', value: orders.map((order) => showOrder(order, dateIn(order.zone, now()))) };
    },
    requestNotice: async ({ order_number, conversation_id, customer_id }) => {
      const found = find(order_number);
      if (!found) return { outcome: 'not_found' };
      if (found.shown.state === 'out_for_delivery') return { outcome: 'already_out' };
      if (!found.shown.can_be_notified) return { outcome: 'not_possible' };
      tables.rows.run(
        'INSERT OR REPLACE INTO demo_notices VALUES (?, ?, ?, ?, NULL)',
        ...[order_number, conversation_id, customer_id ?? null, now().toISOString()],
      );
      return { outcome: 'ok', value: {} };
    },
    ...delivery(world, find),
    ...cancelling(world, find),
  };
}

type Find = (
  number: string,
) => { readonly order: StoredOrder; readonly today: CalendarDate; readonly shown: Order } | undefined;

function redeliveryDates(course: Course, today: CalendarDate): readonly CalendarDate[] {
  const last = course.held_until ?? today;
  return comingDays(today).filter((day) => day <= last);
}

const comingDays = (today: CalendarDate) => Array.from({ length: CHOICE }, (_, day) => addDays(today, day + 1));

/** A parcel cannot come sooner than it travels. */
function deliveryDates({ course }: StoredOrder, shown: Order, today: CalendarDate): readonly CalendarDate[] {
  const earliest = shown.eta ?? course.eta;
  const from = earliest > today ? earliest : addDays(today, 1);
  return Array.from({ length: CHOICE + 1 }, (_, day) => addDays(from, day)).filter((day) => day !== shown.eta);
}

function delivery(
  { tables, now }: World,
  find: Find,
): Pick<
  Orders,
  | 'listRedeliveryDates'
  | 'bookRedelivery'
  | 'listDeliveryDates'
  | 'changeDeliveryDate'
  | 'changeDeliveryAddress'
  | 'reportNotReceived'
> {
  const change = (order: StoredOrder, changed: Partial<StoredOrder>) => {
    const after = { ...order, ...changed };
    tables.saveOrder(after);
    return { outcome: 'ok', value: showOrder(after, dateIn(after.zone, now())) } as const;
  };
  return {
    listRedeliveryDates: async ({ order_number }) => {
      const found = find(order_number);
      if (!found) return { outcome: 'not_found' };
      if (found.shown.state !== 'failed_delivery') return { outcome: 'not_possible' };
      const days = redeliveryDates(found.order.course, found.today);
      return days.length > 0 ? { outcome: 'ok', value: [...days] } : { outcome: 'not_possible' };
    },
    bookRedelivery: async ({ order_number, date }) =>
      tables.rows.together(() => {
        const found = find(order_number);
        if (!found) return { outcome: 'not_found' };
        const { order, shown, today } = found;
        if (order.course.redelivery_on === date) return { outcome: 'ok', value: shown };
        if (shown.state !== 'failed_delivery') return { outcome: 'not_possible' };
        if (!redeliveryDates(order.course, today).includes(date)) return { outcome: 'date_not_offered' };
        return change(order, { course: { ...order.course, redelivery_on: date } });
      }),
    listDeliveryDates: async ({ order_number }) => {
      const found = find(order_number);
      if (!found) return { outcome: 'not_found' };
      if (!found.shown.can_change_date) return { outcome: 'not_possible' };
      return { outcome: 'ok', value: deliveryDates(found.order, found.shown, found.today).slice(0, CHOICE) };
    },
    changeDeliveryDate: async ({ order_number, date }) =>
      tables.rows.together(() => {
        const found = find(order_number);
        if (!found) return { outcome: 'not_found' };
        const { order, shown, today } = found;
        if (shown.eta === date) return { outcome: 'ok', value: shown };
        if (!MOVABLE.includes(shown.state)) return { outcome: 'not_possible' };
        if (!deliveryDates(order, shown, today).includes(date)) return { outcome: 'date_not_offered' };
        // A day that the customer chose is no delay.
        const { original_eta: _, delay_reason: __, ...course } = order.course;
        return change(order, { course: { ...course, eta: date } });
      }),
    changeDeliveryAddress: async ({ order_number, address }) =>
      tables.rows.together(() => {
        const found = find(order_number);
        if (!found) return { outcome: 'not_found' };
        if (!found.shown.can_change_address) return { outcome: 'not_possible' };
        return change(found.order, { address: address.trim() });
      }),
    reportNotReceived: async ({ order_number }) =>
      tables.rows.together(() => {
        const found = find(order_number);
        if (!found) return { outcome: 'not_found' };
        const { order, shown, today } = found;
        if (shown.state === 'delivered_not_received') return { outcome: 'ok', value: shown };
        if (shown.state !== 'delivered') return { outcome: 'not_delivered' };
        const eta = shown.delivered_on ?? order.course.eta;
        return change(order, { course: claimed({ ...order.course, eta }, today) });
      }),
  };
}

function cancelling({ tables, offers, now }: World, find: Find): Pick<Orders, 'prepareCancellation' | 'cancelOrder'> {
  return {
    prepareCancellation: async ({ order_number }) => {
      const found = find(order_number);
      if (!found) return { outcome: 'not_found' };
      const { order, shown, today } = found;
      if (shown.state === 'cancelled') return { outcome: 'already_cancelled' };
      if (!shown.can_cancel) return { outcome: 'already_shipped' };
      const data: OrderOffer = {
        order_number,
        items: shown.items,
        refund: shown.total,
        refund_on: addDays(today, DAYS_TO_REFUND),
      };
      const { id, expires_at } = offers.make('order_cancellation', order.customer_id, data, now());
      return { outcome: 'ok', value: { id, expires_at, ...data } };
    },
    cancelOrder: async ({ offer_id, customer_id }) =>
      offers.take<
        OrderOffer,
        Pick<OrderOffer, 'order_number' | 'refund' | 'refund_on'> & { cancelled_on: string },
        'already_shipped' | 'not_found'
      >(...(['order_cancellation', offer_id, customer_id, now()] as const), ({ order_number, refund, refund_on }) => {
        const found = find(order_number);
        if (!found) return { refused: 'not_found' };
        if (!found.shown.can_cancel) return { refused: 'already_shipped' };
        const cancelled_on = found.today;
        tables.saveOrder({ ...found.order, course: { ...found.order.course, cancelled_on, refund_on } });
        return { done: { order_number, cancelled_on, refund, refund_on } };
      }),
  };
}
