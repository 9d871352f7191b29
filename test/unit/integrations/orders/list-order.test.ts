import { listOrders } from '../../../../integrations/orders/list-order.ts';
import type { Order } from '../../../../integrations/orders/order.ts';

const order = (order_number: string, placed_on: string, amount: number): Order => ({
  order_number,
  state: 'placed',
  placed_on,
  days_late: 0,
  parcels_total: 1,
  parcels_delivered: 0,
  parcels: [],
  is_gift: false,
  can_cancel: true,
  can_change_date: true,
  can_change_address: true,
  can_be_notified: true,
  customer_id: 'C-1001',
  email: 'tess@example.com',
  postcode: '94107',
  recipient: 'Tess',
  address: '12 Harbor Street',
  items: [
    {
      product: 'kettle',
      name: { en: 'Yu kettle', ja: 'ケトル ユー' },
      quantity: 1,
      price: { amount, currency: 'USD' },
    },
  ],
  total: { amount, currency: 'USD' },
});

const labels = (orders: readonly Order[], locale: 'en' | 'ja') => listOrders(orders, locale).map(({ label }) => label);

describe('orders to choose from', () => {
  it('are named by their article alone where it is the only one', () => {
    expect(labels([order('AB000001', '2026-11-20', 80)], 'en')).toEqual(['Yu kettle']);
  });

  it('of the same article are told apart by the day, then the price, then the number', () => {
    expect(labels([order('AB000001', '2026-11-20', 80), order('AB000002', '2026-11-21', 80)], 'en')).toEqual([
      'Yu kettle (Nov 20)',
      'Yu kettle (Nov 21)',
    ]);
    expect(labels([order('AB000001', '2026-11-20', 80), order('AB000002', '2026-11-20', 95)], 'ja')).toEqual([
      'ケトル ユー (11月20日, $80.00)',
      'ケトル ユー (11月20日, $95.00)',
    ]);
    expect(labels([order('AB000001', '2026-11-20', 80), order('AB000002', '2026-11-20', 80)], 'en')).toEqual([
      'Yu kettle (Nov 20, AB000001)',
      'Yu kettle (Nov 20, AB000002)',
    ]);
  });
});
