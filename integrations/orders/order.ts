import { z } from 'zod';
import { bilingual, calendarDate, money, orderNumber } from '../data-shapes.ts';

/** Every state an order can be in. `delivered_not_received` is what the customer says. */
export const ORDER_STATES = [
  'placed',
  'packed',
  'shipped',
  'in_transit',
  'out_for_delivery',
  'delivered',
  'delivered_not_received',
  'delayed',
  'failed_delivery',
  'partly_shipped',
  'back_ordered',
  'lost',
  'returned',
  'refunded',
  'cancelled',
] as const;
export type OrderState = (typeof ORDER_STATES)[number];

export const DELAY_REASONS = ['weather', 'carrier', 'customs', 'stock', 'sorting_error'] as const;
export const FAILURE_REASONS = ['nobody_home', 'address_unclear', 'no_access'] as const;
export const LEFT_AT = ['handed_over', 'front_door', 'delivery_box', 'reception'] as const;
/** Part of the day: before noon, 14 to 16 o'clock and so on. */
export const DELIVERY_WINDOWS = [
  'morning',
  'from_12_to_14',
  'from_14_to_16',
  'from_16_to_18',
  'from_18_to_20',
] as const;
export const CARRIERS = ['tsubame_express', 'blue_crane', 'pacific_parcel'] as const;

const parcel = z.object({
  parcel: z.int().describe('1, 2, 3 …'),
  state: z.enum(ORDER_STATES),
  eta: calendarDate.optional().describe('Due on this day, while it is not delivered'),
  delivered_on: calendarDate.optional(),
});

/** State and dates: what is open to whoever has proved this one order. */
export const orderStatus = z.object({
  order_number: orderNumber,
  state: z.enum(ORDER_STATES),
  placed_on: calendarDate,
  shipped_on: calendarDate.optional(),
  eta: calendarDate
    .optional()
    .describe('Due on this day (an estimate); absent once it is delivered, or when nobody knows'),
  window: z.enum(DELIVERY_WINDOWS).optional().describe('Part of that day'),
  days_to_eta: z.int().optional().describe('0 = today, 1 = tomorrow'),
  days_late: z.int().describe('0 = in time'),
  original_eta: calendarDate.optional().describe('First promised day, when it is late'),
  delay_reason: z.enum(DELAY_REASONS).optional(),
  delivered_on: calendarDate.optional(),
  left_at: z.enum(LEFT_AT).optional().describe('How it was left at delivery'),
  failed_on: calendarDate.optional().describe('Day of the failed delivery'),
  failure_reason: z.enum(FAILURE_REASONS).optional(),
  held_until: calendarDate.optional().describe('Last day on which a new delivery can be booked'),
  redelivery_on: calendarDate.optional().describe('New delivery, booked by the customer'),
  back_ordered_until: calendarDate.optional().describe('Day on which the article comes in'),
  lost_on: calendarDate.optional(),
  returned_on: calendarDate.optional(),
  refund_on: calendarDate.optional().describe('Day on which the money is or was paid back'),
  cancelled_on: calendarDate.optional(),
  case_id: z.string().optional().describe('Search for a parcel that did not arrive'),
  answer_by: calendarDate.optional().describe('Day by which that search is answered'),
  parcels_total: z.int(),
  parcels_delivered: z.int(),
  parcels: z.array(parcel).describe('Each parcel; one entry for an order in one parcel'),
  is_gift: z.boolean(),
  can_cancel: z.boolean(),
  can_change_date: z.boolean(),
  can_change_address: z.boolean(),
  can_be_notified: z.boolean().describe('Can a notice be asked for when it is out for delivery?'),
});

const orderItem = z.object({
  product: z.string(),
  name: bilingual,
  quantity: z.int(),
  price: money.describe('Of all pieces, tax included'),
});

/** An order as the company system keeps it. Never leaves the actions whole. */
export const order = orderStatus.extend({
  customer_id: z.string(),
  email: z.string(),
  postcode: z.string().describe('Where it goes'),
  billing_postcode: z.string().optional().describe('Of whoever ordered, where that is another'),
  recipient: z.string(),
  address: z.string(),
  items: z.array(orderItem),
  total: money,
  refund: money.optional(),
  last_place: bilingual.optional().describe('Town of the last scan'),
  carrier: z.enum(CARRIERS).optional(),
  tracking_number: z.string().optional(),
});
export type Order = z.infer<typeof order>;

export const cancellationOffer = z.object({
  id: z.string(),
  order_number: orderNumber,
  items: z.array(orderItem),
  refund: money,
  refund_on: calendarDate,
  expires_at: z.iso.datetime(),
});

export const cancellation = z.object({
  order_number: orderNumber,
  cancelled_on: calendarDate,
  refund: money,
  refund_on: calendarDate,
});

/** States in which a customer still waits for something. */
export const OPEN_STATES: readonly OrderState[] = [
  'placed',
  'packed',
  'shipped',
  'in_transit',
  'out_for_delivery',
  'delivered_not_received',
  'delayed',
  'failed_delivery',
  'partly_shipped',
  'back_ordered',
  'lost',
];
