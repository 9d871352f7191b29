import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Database from 'libsql';
import { createDemoWorld } from '../../../../integrations/demo-world/create-demo-world.ts';
import { ORDER_STATES, type OrderState, order } from '../../../../integrations/orders/order.ts';
import { PLAN_STATES, plan } from '../../../../integrations/subscriptions/plan.ts';
import { aWorld } from '../../../kit/company/a-world.ts';

const everyOrder = (base: ReturnType<typeof aWorld>) =>
  base.world.listWorld().customers.flatMap((customer) => customer.orders);
const read = async (base: ReturnType<typeof aWorld>, order_number: string) => {
  const answer = await base.world.orders.readOrder({ order_number });
  if (answer.outcome !== 'ok') throw new Error(answer.outcome);
  return answer.value;
};

describe('the seeded world', () => {
  it('holds 500 customers, 2,000 orders in every state and every kind and state of plan, in both languages', () => {
    const base = aWorld();
    for (const locale of ['en', 'ja']) {
      const { customers } = base.world.listWorld({ locale });
      expect(customers).toHaveLength(250);
      expect(new Set(customers.flatMap((one) => one.orders.map((each) => each.state)))).toEqual(new Set(ORDER_STATES));
      expect(new Set(customers.flatMap((one) => one.plans.map((each) => each.state)))).toEqual(new Set(PLAN_STATES));
    }
    const orders = everyOrder(base);
    expect(orders).toHaveLength(2000);
    expect(new Set(orders.map((one) => one.number)).size).toBe(2000);
    expect(orders.every((one) => /^[A-Z]{2}\d{6}$/.test(one.number))).toBe(true);
    expect(new Set(base.world.listWorld().customers.flatMap((one) => one.plans.map((each) => each.kind))).size).toBe(3);
  });

  it('lists exactly the fields of the listing, and nothing of mails or codes', () => {
    const [customer] = aWorld().world.listWorld().customers;
    expect(Object.keys(customer!)).toEqual(['id', 'name', 'locale', 'email', 'postcode', 'orders', 'plans', 'devices']);
    expect(Object.keys(customer!.orders[0]!)).toEqual(['number', 'state', 'items']);
    expect(Object.keys(customer!.plans[0]!)).toEqual(['id', 'kind', 'state', 'renews_on']);
    expect(Object.keys(customer!.devices[0]!)).toEqual(['product', 'serial']);
  });

  it('is the same for the same seed on any day, and another for another seed', () => {
    const today = aWorld();
    const later = aWorld({ now: () => new Date('2031-03-01T12:00:00Z') });
    const shape = (base: ReturnType<typeof aWorld>) =>
      base.world.listWorld().customers.map(({ plans, ...customer }) => ({
        ...customer,
        plans: plans.map(({ renews_on: _, ...rest }) => rest),
      }));
    expect(shape(later)).toEqual(shape(today));
    expect(shape(aWorld({ seed: 'other' }))).not.toEqual(shape(today));
    // Published numbers stay for ever: this line may only change with a new default seed.
    expect(today.world.listWorld().customers[0]).toMatchObject({ id: 'C10001', email: 'takashi.sasaki1@example.jp' });
  });

  it('gives records that fit the sockets’ schemas in every state', async () => {
    const base = aWorld();
    for (const state of ORDER_STATES) {
      for (const locale of ['en', 'ja']) {
        const shown = await read(base, base.orderIn(state, locale).number);
        expect(order.parse(shown)).toEqual(shown);
        expect(shown.state).toBe(state);
      }
    }
    for (const { id } of base.world.listWorld().customers.slice(0, 60)) {
      const plans = await base.world.subscriptions.listPlans({ customer_id: id });
      if (plans.outcome === 'ok') for (const one of plans.value) expect(plan.parse(one)).toEqual(one);
    }
  });

  it('writes nothing when it is opened again, so that a second process may read it', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'world-'));
    const file = path.join(folder, 'world.db');
    const first = new Database(file);
    const listed = aWorld({ database: first }).world.listWorld();
    const reader = new Database(file);
    reader.pragma('query_only = true');
    expect(aWorld({ database: reader }).world.listWorld()).toEqual(listed);
    reader.close();
    first.close();
    rmSync(folder, { recursive: true });
  });
});

describe('a world that moves with the clock', () => {
  it('delivers tomorrow what is out for delivery today', async () => {
    const base = aWorld();
    const { number } = base.orderIn('out_for_delivery');
    const today = await read(base, number);
    expect(today).toMatchObject({ days_to_eta: 0, eta: expect.any(String) });
    base.clock.now = new Date('2026-11-25T00:30:00Z');
    expect(await read(base, number)).toMatchObject({
      state: 'delivered',
      delivered_on: today.eta,
      parcels_delivered: 1,
    });
  });

  it('takes a new order through every station, a day or more each', async () => {
    const base = aWorld();
    const { number } = base.orderIn('placed');
    const seen: OrderState[] = [];
    for (let day = 0; day < 12; day++) {
      const { state } = await read(base, number);
      if (seen.at(-1) !== state) seen.push(state);
      base.clock.now = new Date(base.clock.now.getTime() + 86_400_000);
    }
    expect(seen).toEqual(['placed', 'packed', 'shipped', 'in_transit', 'out_for_delivery', 'delivered']);
  });

  it('sends back what nobody fetched, and pays it back', async () => {
    const base = aWorld();
    const { number } = base.orderIn('failed_delivery');
    base.clock.now = new Date('2026-12-03T00:30:00Z');
    expect((await read(base, number)).state).toBe('returned');
    base.clock.now = new Date('2026-12-20T00:30:00Z');
    expect(await read(base, number)).toMatchObject({ state: 'refunded', refund_on: expect.any(String) });
  });

  it('lets a partly shipped order arrive parcel by parcel', async () => {
    const base = aWorld();
    const { number } = base.orderIn('partly_shipped');
    expect((await read(base, number)).parcels.length).toBeGreaterThan(1);
    base.clock.now = new Date('2026-12-20T00:30:00Z');
    const there = await read(base, number);
    expect(there).toMatchObject({ state: 'delivered', parcels_delivered: there.parcels_total });
  });

  it('tells of a delay what was promised and how late it is', async () => {
    const base = aWorld();
    const late = await read(base, base.orderIn('delayed').number);
    expect(late.days_late).toBeGreaterThan(0);
    expect(late.original_eta! < late.eta!).toBe(true);
    expect(late.delay_reason).toBeTruthy();
  });

  it('renews by itself what renews by itself, and lets the rest run out', async () => {
    const base = aWorld();
    const auto = base.customerWith((one) => one.plans.some((each) => each.state === 'auto_renewing'));
    const { id, renews_on } = auto.plans.find((each) => each.state === 'auto_renewing')!;
    const expiring = base.customerWith((one) => one.plans.some((each) => each.state === 'expiring'));
    const ending = expiring.plans.find((each) => each.state === 'expiring')!.id;
    base.clock.now = new Date('2028-02-01T00:30:00Z');
    const all = base.world.listWorld().customers.flatMap((one) => one.plans);
    expect(all.find((each) => each.id === id)!.renews_on > renews_on).toBe(true);
    expect(all.find((each) => each.id === id)!.state).toBe('auto_renewing');
    expect(all.find((each) => each.id === ending)!.state).toBe('expired');
  });

  it('reckons the day where the parcel goes, whatever zone the process runs in', async () => {
    const zone = process.env['TZ'];
    const base = aWorld();
    const japan = base.orderIn('out_for_delivery', 'ja').number;
    const america = base.orderIn('out_for_delivery', 'en').number;
    for (const here of ['UTC', 'Asia/Tokyo', 'America/Los_Angeles']) {
      process.env['TZ'] = here;
      // 16:00 UTC on 24 November is already the 25th in Japan and still the 24th in America.
      base.clock.now = new Date('2026-11-24T16:00:00Z');
      expect((await read(base, japan)).state).toBe('delivered');
      base.clock.now = new Date('2026-11-24T02:00:00Z');
      expect((await read(base, america)).state).toBe('out_for_delivery');
    }
    process.env['TZ'] = zone;
  });
});

describe('moving the world by hand', () => {
  it('brings any order into any state, from which it goes on by itself', async () => {
    const base = aWorld();
    const { number } = base.orderIn('delivered');
    for (const state of ORDER_STATES) {
      expect(base.world.advanceOrder(number.toLowerCase(), state)).toBe(true);
      expect((await read(base, number)).state).toBe(state);
    }
    expect(base.world.advanceOrder('ZZ000000', 'lost')).toBe(false);
  });

  it('starts over', async () => {
    const base = aWorld();
    const before = base.world.listWorld();
    const { number } = base.orderIn('placed');
    base.world.advanceOrder(number, 'lost');
    base.world.reset();
    expect(base.world.listWorld()).toEqual(before);
  });

  it('keeps what was changed when it is opened again', async () => {
    const base = aWorld();
    const { number } = base.orderIn('failed_delivery');
    const days = await base.world.orders.listRedeliveryDates({ order_number: number });
    const date = days.outcome === 'ok' ? days.value[0]! : '';
    await base.world.orders.bookRedelivery({ order_number: number, date });
    const again = createDemoWorld({ database: base.database, now: () => base.clock.now });
    expect(await again.orders.readOrder({ order_number: number })).toMatchObject({ value: { redelivery_on: date } });
  });

  it('says once, and only then, when an order that somebody waits for is out for delivery', async () => {
    const base = aWorld();
    const { number, customer } = base.orderIn('in_transit', 'en');
    await base.world.orders.requestNotice({ order_number: number, conversation_id: 'c1', customer_id: customer.id });
    expect(base.world.dueNotices()).toEqual([]);
    base.world.advanceOrder(number, 'out_for_delivery');
    expect(base.world.dueNotices()).toEqual([
      {
        conversationId: 'c1',
        customerId: customer.id,
        askedAt: expect.stringContaining('2026-11-24'),
        order_number: number,
        state: 'out_for_delivery',
        window: expect.stringMatching(/^(morning|from_)/),
        eta: '2026-11-23',
      },
    ]);
    base.world.markNoticed('c1', number);
    expect(base.world.dueNotices()).toEqual([]);
  });
});
