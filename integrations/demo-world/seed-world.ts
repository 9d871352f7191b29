import { addDays, addMonths, type CalendarDate, dateIn } from '../calendar.ts';
import type { Product } from '../diagnostics/guide.ts';
import { CARRIERS, ORDER_STATES, type OrderState } from '../orders/order.ts';
import { PLAN_STATES, type PlanState } from '../subscriptions/plan.ts';
import { byCustomer } from './by-customer.ts';
import { createDice, type Dice } from './dice.ts';
import { makePerson } from './people.ts';
import { placesTo } from './places.ts';
import { planCourse } from './plan-course.ts';
import { kindsFor, listPrice, PLAN_TIERS } from './plan-list.ts';
import { type Currency, priceOf, roundMoney, serialCode } from './price-list.ts';
import type { StoredCustomer, StoredDevice, StoredOrder, StoredPlan } from './stored.ts';

export interface SeededWorld {
  readonly customers: readonly StoredCustomer[];
  readonly orders: readonly StoredOrder[];
  readonly devices: readonly StoredDevice[];
  readonly plans: readonly StoredPlan[];
}

const WORLD_SIZE = { customers: 500, orders: 2000 } as const;

/** A bag of states for orders: every state has its share, delivered ones most. */
const STATE_BAG: readonly OrderState[] = [
  ...ORDER_STATES,
  ...ORDER_STATES,
  ...Array<OrderState>(9).fill('delivered'),
  'in_transit',
];
const LETTERS = [...'ABCDEFGHJKLMNPQRSTUVWXYZ'] as [string, ...string[]];

/** Makes the world up: the same seed gives the same customers, numbers and states for ever; only the dates follow the day of seeding. */
export function seedWorld(seed: string, at: Date, products: readonly Product[]): SeededWorld {
  const dice = createDice(seed);
  const customers = Array.from({ length: WORLD_SIZE.customers }, (_, index) => makeCustomer(dice, index, at));
  const numbers = new Set<string>();
  const orders = Array.from({ length: WORLD_SIZE.orders }, (_, index) => {
    // The first round goes through everyone but the last ten, who never bought anything here.
    const buyers = WORLD_SIZE.customers - 10;
    const buyer = customers[index < buyers ? index : dice.int(0, buyers - 1)];
    if (!buyer) throw new RangeError('no customer at this index');
    return makeOrder(dice, buyer, index, numbers, at, products);
  });
  const bought = byCustomer(orders);
  const devices = customers.flatMap((customer) =>
    makeDevices(dice, customer, bought.get(customer.id) ?? [], at, products),
  );
  const plans = makePlans(dice, customers, devices, at);
  return { customers, orders, devices, plans };
}

function makeCustomer(dice: Dice, index: number, at: Date): StoredCustomer {
  const person = makePerson(dice, index % 2 === 0 ? 'JP' : 'US', index + 1);
  const tenure = dice.pick([dice.int(10, 90), dice.int(91, 700), dice.int(731, 1700), dice.int(1830, 3200)]);
  const tier = tenure > 1800 ? dice.pick(['gold', 'silver']) : dice.pick(['standard', 'standard', 'silver']);
  return {
    ...person,
    id: `C${String(10001 + index)}`,
    customer_since: addDays(dateIn(person.zone, at), -tenure),
    tier,
    value_band: tier === 'gold' ? 'high' : dice.pick(['low', 'middle']),
    preferred_channel: dice.pick(['webchat', 'email', 'sms', 'phone']),
    doorstep_facts: !dice.chance(0.05),
    card_last4: dice.digits(4),
    card_declines: index % 12 === 11 || index % 12 === 6,
  };
}

function makeOrder(
  dice: Dice,
  buyer: StoredCustomer,
  index: number,
  numbers: Set<string>,
  at: Date,
  products: readonly Product[],
): StoredOrder {
  const state = STATE_BAG[Math.floor(index / 2 + (index % 2) * 7) % STATE_BAG.length] ?? 'delivered';
  const is_gift = dice.chance(0.08);
  const recipient = is_gift ? makePerson(dice, buyer.country, 0) : buyer;
  const currency: Currency = buyer.country === 'JP' ? 'JPY' : 'USD';
  const items = makeItems(dice, state === 'partly_shipped' ? 2 : dice.chance(0.15) ? 2 : 1, currency, products);
  return {
    number: makeNumber(dice, numbers),
    customer_id: buyer.id,
    email: buyer.email,
    postcode: recipient.postcode,
    billing_postcode: buyer.postcode,
    recipient: recipient.name,
    address: recipient.address,
    zone: recipient.zone,
    is_gift,
    items,
    total: roundMoney(
      items.reduce((sum, item) => sum + item.price.amount, 0),
      currency,
    ),
    carrier: buyer.country === 'JP' ? dice.pick([CARRIERS[0], CARRIERS[1]]) : CARRIERS[2],
    tracking_number: dice.digits(12),
    places: placesTo(recipient, dice),
    course: planCourse(state, dateIn(recipient.zone, at), dice),
  };
}

function makeNumber(dice: Dice, taken: Set<string>): string {
  for (;;) {
    const number = `${dice.pick(LETTERS)}${dice.pick(LETTERS)}${dice.digits(6)}`;
    if (taken.has(number)) continue;
    taken.add(number);
    return number;
  }
}

function makeItems(dice: Dice, kinds: number, currency: Currency, products: readonly Product[]): StoredOrder['items'] {
  const first = dice.int(0, products.length - 1);
  return Array.from({ length: kinds }, (_, index) => {
    const product = products[(first + index * 5) % products.length];
    if (!product) throw new RangeError('a world needs products');
    const quantity = dice.chance(0.07) ? 2 : 1;
    return {
      product: product.id,
      name: product.name,
      quantity,
      price: roundMoney(priceOf(product.id, currency) * quantity, currency),
    };
  });
}

/** What a customer has at home: some of what was delivered to them, and older things. */
function makeDevices(
  dice: Dice,
  customer: StoredCustomer,
  orders: readonly StoredOrder[],
  at: Date,
  products: readonly Product[],
): readonly StoredDevice[] {
  const today = dateIn(customer.zone, at);
  const bought = orders
    .filter((order) => !order.is_gift && isAtHome(order, today))
    .flatMap((order) => order.items.map((item) => ({ product: item.product, bought_on: order.course.placed_on })));
  const older =
    dice.chance(0.7) && customer.id < 'C10491'
      ? [{ product: products[dice.int(0, products.length - 1)]?.id, months: dice.int(2, 40) }]
      : [];
  const all = [
    ...bought,
    ...older.map(({ product, months }) => ({ product: product ?? '', bought_on: addMonths(today, -months) })),
  ];
  return all.map(({ product, bought_on }) => {
    const months = products.find((known) => known.id === product)?.warranty_months ?? 12;
    const serial = `AZ${serialCode(product)}${dice.digits(7)}`;
    return { serial, customer_id: customer.id, product, bought_on, warranty_until: addMonths(bought_on, months) };
  });
}

function isAtHome({ course }: StoredOrder, today: CalendarDate): boolean {
  const gone = course.cancelled_on ?? course.returned_on ?? course.claimed_on ?? course.lost_on ?? course.failed_on;
  return gone === undefined && course.legs === undefined && course.eta < today;
}

function makePlans(
  dice: Dice,
  customers: readonly StoredCustomer[],
  devices: readonly StoredDevice[],
  at: Date,
): readonly StoredPlan[] {
  const byId = new Map(customers.map((customer) => [customer.id, customer]));
  const covered = devices.filter(() => dice.chance(0.55));
  return covered.flatMap((device, index) => {
    const owner = byId.get(device.customer_id);
    return owner ? [makePlan(dice, owner, device, index, dateIn(owner.zone, at))] : [];
  });
}

function makePlan(
  dice: Dice,
  owner: StoredCustomer,
  device: StoredDevice,
  index: number,
  today: CalendarDate,
): StoredPlan {
  const kind = dice.pick(kindsFor(device.product));
  const tier = dice.pick(PLAN_TIERS);
  const currency: Currency = owner.country === 'JP' ? 'JPY' : 'USD';
  const state = PLAN_STATES[index % PLAN_STATES.length] ?? 'active';
  return {
    id: `P${String(20001 + index)}`,
    customer_id: owner.id,
    kind,
    tier,
    product: device.product,
    ends_on: addDays(today, endOf(state, dice)),
    auto_renewal: state === 'auto_renewing',
    term_months: 12,
    price: roundMoney(listPrice(kind, tier, 12, currency), currency),
    cancelled_on: state === 'cancelled' ? addDays(today, -dice.int(3, 9)) : undefined,
  };
}

/** Days from today to the end of a plan that is in this state today. */
function endOf(state: PlanState, dice: Dice): number {
  switch (state) {
    case 'active':
      return dice.int(60, 300);
    case 'auto_renewing':
      return dice.int(2, 200);
    case 'expiring':
      return dice.int(1, 28);
    case 'in_grace':
      return -dice.int(1, 12);
    case 'expired':
      return -dice.int(20, 90);
    case 'cancelled':
      return dice.int(20, 200);
  }
}
