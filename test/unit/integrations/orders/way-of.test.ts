import { ORDER_STATES, type OrderState, orderStatus } from '../../../../integrations/orders/order.ts';
import { wayOf } from '../../../../integrations/orders/way-of.ts';

const anOrder = (state: OrderState, more: object = {}) =>
  orderStatus.parse({
    ...{ order_number: 'AB123456', state, placed_on: '2026-11-18', shipped_on: '2026-11-20', eta: '2026-11-24' },
    ...{ days_late: 0, parcels_total: 1, parcels_delivered: 0, parcels: [], is_gift: false },
    ...{ can_cancel: false, can_change_date: false, can_change_address: false, can_be_notified: false },
    ...more,
  });

describe('the way of an order', () => {
  it('shows what is done, where it is and what comes, with the days that are known', () => {
    expect(wayOf(anOrder('in_transit'))).toEqual([
      { step: 'placed', state: 'done', on: '2026-11-18' },
      { step: 'packed', state: 'done' },
      { step: 'shipped', state: 'now', on: '2026-11-20' },
      { step: 'out_for_delivery', state: 'next' },
      { step: 'delivered', state: 'next', on: '2026-11-24' },
    ]);
  });

  it('is done once it is delivered', () => {
    const way = wayOf(anOrder('delivered', { delivered_on: '2026-11-23' }));
    expect(way.map(({ state }) => state)).toEqual(['done', 'done', 'done', 'done', 'done']);
    expect(way.at(-1)).toMatchObject({ step: 'delivered', on: '2026-11-23' });
  });

  it('is nowhere for a cancelled order, and has at most one point under way for every state', () => {
    expect(wayOf(anOrder('cancelled'))).toEqual([]);
    for (const state of ORDER_STATES)
      expect(wayOf(anOrder(state)).filter((point) => point.state === 'now').length).toBeLessThanOrEqual(1);
  });
});
