import type { Action, ActionContext } from '../action.ts';
import { dateIn } from '../calendar.ts';
import { callOf } from '../call-of.ts';
import type { Customers } from '../customers/customers.ts';
import { maskEmail } from '../customers/mask.ts';
import type { Diagnostics } from '../diagnostics/diagnostics.ts';
import type { EvenLatency } from '../even-latency.ts';
import { householdOf, provedCustomer } from '../identity-proof.ts';
import { implementAction } from '../implement-action.ts';
import { nameDate } from '../name-date.ts';
import type { Notifications } from '../notifications/notifications.ts';
import { writeLetter } from '../notifications/write-letter.ts';
import type { Count } from '../try-limits.ts';
import { ORDER_ACTIONS } from './action-descriptors.ts';
import { doorstepFacts } from './doorstep-facts.ts';
import { articlesOf, listOrders, openFirst } from './list-order.ts';
import { orderStatus } from './order.ts';
import type { Orders } from './orders.ts';
import { pickOrders } from './pick-orders.ts';
import { proveOrder } from './prove-order.ts';
import { readOwnOrder, readProvedOrder } from './read-proved-order.ts';
import { wayOf } from './way-of.ts';

/** What the actions on orders work with. */
export interface OrderPorts {
  readonly orders: Orders;
  readonly customers: Customers;
  readonly diagnostics: Pick<Diagnostics, 'findProducts'>;
  readonly notifications: Notifications;
  readonly count: Count;
  readonly latency: EvenLatency;
}

const LISTED = 5;
const READ = 50;

/** The code behind the actions on orders. */
export function createOrderActions(ports: OrderPorts): readonly Action[] {
  return [...readingActions(ports), ...findingActions(ports), ...deliveryActions(ports), ...cancellingActions(ports)];
}

function readingActions({ orders, customers, ...ports }: OrderPorts): readonly Action[] {
  return [
    implementAction(ORDER_ACTIONS.get_order_status, async ({ order_number }, context) => {
      const read = await readProvedOrder(orders, order_number, context);
      if (read.outcome !== 'ok') return read;
      const last_place = read.order.last_place?.[context.locale];
      const status = orderStatus.parse(read.order);
      return { outcome: 'ok', output: { ...status, last_place, steps: [...wayOf(status)] } };
    }),
    implementAction(ORDER_ACTIONS.get_order_details, async ({ order_number }, context) => {
      const read = await readOwnOrder(orders, order_number, context);
      if (read.outcome !== 'ok') return read;
      const { order } = read;
      const items = order.items.map(({ name, quantity, price }) => ({ name: name[context.locale], quantity, price }));
      const { total, refund, recipient, postcode, address, carrier, tracking_number } = order;
      const own = { total, refund, recipient, postcode, address, carrier, tracking_number };
      return {
        outcome: 'ok',
        output: { ...orderStatus.parse(order), items, ...articlesOf(order, context.locale), ...own },
      };
    }),
    implementAction(ORDER_ACTIONS.doorstep_facts, async (_, context) => {
      const customer_id = householdOf(context);
      if (customer_id === undefined) return { outcome: 'not_proved' };
      const [customer, listed] = await Promise.all([
        customers.readCustomer({ customer_id }, callOf(context)),
        orders.listOrders({ customer_id, limit: READ }, callOf(context)),
      ]);
      if (customer.outcome !== 'ok' || listed.outcome !== 'ok') return { outcome: 'none' };
      if (!customer.value.doorstep_facts) return { outcome: 'switched_off' };
      const facts = doorstepFacts(listed.value, dateIn(customer.value.zone, new Date(context.now)));
      return facts ? { outcome: 'ok', output: facts } : { outcome: 'none' };
    }),
    implementAction(ORDER_ACTIONS.prove_order, async (proof, context) => {
      const proved = await proveOrder({ orders, ...ports }, proof, context);
      if (proved.outcome !== 'ok') return proved;
      return { outcome: 'ok', output: { order_number: proved.order_number }, identity: proved.identity };
    }),
    implementAction(ORDER_ACTIONS.send_invoice, async ({ order_number }, context) => {
      const read = await readOwnOrder(orders, order_number, context);
      if (read.outcome !== 'ok') return read;
      const { customer_id, email: to, items, total, order_number: order } = read.order;
      const lines = items.map(({ name, quantity, price }) => ({ name: name[context.locale], quantity, price }));
      const letter = writeLetter({ about: 'invoice', order, lines, total }, context.locale);
      await ports.notifications.send({
        id: context.idempotencyKey,
        kind: 'receipt',
        by: 'email',
        to,
        customerId: customer_id,
        locale: context.locale,
        ...letter,
      });
      return { outcome: 'ok', output: { order_number: order, sent_to: maskEmail(to) } };
    }),
  ];
}

function findingActions({ orders, diagnostics }: OrderPorts): readonly Action[] {
  const ownOrders = async (context: ActionContext) => {
    const customer_id = provedCustomer(context);
    if (customer_id === undefined) return undefined;
    const listed = await orders.listOrders({ customer_id, limit: READ }, callOf(context));
    return listed.outcome === 'ok' ? listed.value : [];
  };
  return [
    implementAction(ORDER_ACTIONS.list_recent_orders, async (_, context) => {
      const own = await ownOrders(context);
      if (own === undefined) return { outcome: 'not_proved' };
      if (own.length === 0) return { outcome: 'none' };
      return { outcome: 'ok', output: listOrders(openFirst(own).slice(0, LISTED), context.locale) };
    }),
    implementAction(ORDER_ACTIONS.find_order, async ({ words }, context) => {
      const own = await ownOrders(context);
      if (own === undefined) return { outcome: 'not_proved' };
      const named = await diagnostics.findProducts({ words, locale: context.locale }, callOf(context));
      const products = named.outcome === 'ok' ? named.value.map((product) => product.id) : [];
      const found = pickOrders(words, own, products);
      const [first] = found;
      if (first === undefined) return { outcome: 'none' };
      const listed = listOrders(openFirst(found).slice(0, LISTED), context.locale);
      if (found.length > 1) return { outcome: 'several', output: { orders: listed } };
      return { outcome: 'ok', output: { order_number: first.order_number, orders: listed } };
    }),
  ];
}

function deliveryActions({ orders }: OrderPorts): readonly Action[] {
  const dateChoices = (dates: readonly string[], { locale }: ActionContext) =>
    dates.map((date) => ({ value: date, label: nameDate(date, locale), synonyms: [] }));
  return [
    implementAction(ORDER_ACTIONS.notify_out_for_delivery, async (input, context) => {
      const read = await readProvedOrder(orders, input.order_number, context);
      if (read.outcome !== 'ok') return read;
      const { order_number, eta } = read.order;
      const customer_id = provedCustomer(context);
      const noticed = await orders.requestNotice(
        { order_number, conversation_id: context.conversationId, customer_id },
        callOf(context),
      );
      return noticed.outcome === 'ok' ? { outcome: 'ok', output: { order_number, eta } } : noticed;
    }),
    implementAction(ORDER_ACTIONS.list_redelivery_dates, async (input, context) => {
      const read = await readProvedOrder(orders, input.order_number, context);
      if (read.outcome !== 'ok') return read;
      const dates = await orders.listRedeliveryDates({ order_number: read.order.order_number }, callOf(context));
      return dates.outcome === 'ok' ? { outcome: 'ok', output: dateChoices(dates.value, context) } : dates;
    }),
    implementAction(ORDER_ACTIONS.book_redelivery, async ({ date, ...input }, context) => {
      const read = await readProvedOrder(orders, input.order_number, context);
      if (read.outcome !== 'ok') return read;
      const { order_number } = read.order;
      const booked = await orders.bookRedelivery({ order_number, date }, callOf(context));
      return booked.outcome === 'ok' ? { outcome: 'ok', output: { order_number, date } } : booked;
    }),
    implementAction(ORDER_ACTIONS.list_delivery_dates, async (input, context) => {
      const read = await readProvedOrder(orders, input.order_number, context);
      if (read.outcome !== 'ok') return read;
      const dates = await orders.listDeliveryDates({ order_number: read.order.order_number }, callOf(context));
      return dates.outcome === 'ok' ? { outcome: 'ok', output: dateChoices(dates.value, context) } : dates;
    }),
    implementAction(ORDER_ACTIONS.change_delivery_date, async ({ date, ...input }, context) => {
      const read = await readOwnOrder(orders, input.order_number, context);
      if (read.outcome !== 'ok') return read;
      const { order_number } = read.order;
      const changed = await orders.changeDeliveryDate({ order_number, date }, callOf(context));
      return changed.outcome === 'ok' ? { outcome: 'ok', output: { order_number, date } } : changed;
    }),
    implementAction(ORDER_ACTIONS.change_delivery_address, async ({ address, ...input }, context) => {
      const read = await readOwnOrder(orders, input.order_number, context);
      if (read.outcome !== 'ok') return read;
      const { order_number } = read.order;
      const changed = await orders.changeDeliveryAddress({ order_number, address }, callOf(context));
      if (changed.outcome !== 'ok') return changed;
      return { outcome: 'ok', output: { order_number, address: changed.value.address, eta: changed.value.eta } };
    }),
    implementAction(ORDER_ACTIONS.report_not_received, async (input, context) => {
      const read = await readProvedOrder(orders, input.order_number, context);
      if (read.outcome !== 'ok') return read;
      const reported = await orders.reportNotReceived({ order_number: read.order.order_number }, callOf(context));
      if (reported.outcome !== 'ok') return reported;
      const { order_number, case_id = '', answer_by = '', delivered_on, left_at } = reported.value;
      return { outcome: 'ok', output: { order_number, case_id, answer_by, delivered_on, left_at } };
    }),
  ];
}

function cancellingActions({ orders }: OrderPorts): readonly Action[] {
  return [
    implementAction(ORDER_ACTIONS.prepare_order_cancellation, async (input, context) => {
      const read = await readOwnOrder(orders, input.order_number, context);
      if (read.outcome !== 'ok') return read;
      const offer = await orders.prepareCancellation({ order_number: read.order.order_number }, callOf(context));
      if (offer.outcome !== 'ok') return offer;
      const { items, ...rest } = offer.value;
      return { outcome: 'ok', output: { ...rest, ...articlesOf({ items }, context.locale) } };
    }),
    implementAction(ORDER_ACTIONS.cancel_order, async ({ offer_id }, context) => {
      const customer_id = provedCustomer(context);
      if (customer_id === undefined) return { outcome: 'not_proved' };
      const done = await orders.cancelOrder({ offer_id, customer_id }, callOf(context));
      return done.outcome === 'ok' ? { outcome: 'ok', output: done.value } : done;
    }),
  ];
}
