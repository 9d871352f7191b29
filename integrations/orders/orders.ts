import { z } from 'zod';
import { calendarDate, orderNumber } from '../data-shapes.ts';
import { operation, type SocketOf } from '../operation.ts';
import { cancellation, cancellationOffer, order } from './order.ts';

const byNumber = z.object({ order_number: orderNumber });
const dates = z.array(calendarDate);

/** What is asked of the system that knows orders. */
export const ORDERS_API = {
  readOrder: operation({
    summary: 'Reads one order with its state of today.',
    method: 'GET',
    path: '/orders/{order_number}',
    input: byNumber,
    output: order,
    outcomes: ['not_found'],
  }),
  listOrders: operation({
    summary: "Lists a customer's orders, newest first.",
    method: 'GET',
    path: '/customers/{customer_id}/orders',
    input: z.object({ customer_id: z.string(), limit: z.int().min(1).max(100) }),
    output: z.array(order),
    outcomes: [],
  }),
  requestNotice: operation({
    summary: 'Asks for a notice to a conversation when the order is out for delivery.',
    method: 'PUT',
    path: '/orders/{order_number}/notices/{conversation_id}',
    input: byNumber.extend({ conversation_id: z.string(), customer_id: z.string().optional() }),
    output: z.object({}),
    outcomes: ['not_found', 'already_out', 'not_possible'],
  }),
  listRedeliveryDates: operation({
    summary: 'Lists the days on which a parcel that could not be handed over can come again.',
    method: 'GET',
    path: '/orders/{order_number}/redelivery-dates',
    input: byNumber,
    output: dates,
    outcomes: ['not_found', 'not_possible'],
  }),
  bookRedelivery: operation({
    summary: 'Books a day for a new delivery; booking the same day again changes nothing.',
    method: 'PUT',
    path: '/orders/{order_number}/redelivery',
    input: byNumber.extend({ date: calendarDate }),
    output: order,
    outcomes: ['not_found', 'not_possible', 'date_not_offered'],
  }),
  listDeliveryDates: operation({
    summary: 'Lists the days to which a delivery can be moved.',
    method: 'GET',
    path: '/orders/{order_number}/delivery-dates',
    input: byNumber,
    output: dates,
    outcomes: ['not_found', 'not_possible'],
  }),
  changeDeliveryDate: operation({
    summary: 'Moves a delivery to another day.',
    method: 'PUT',
    path: '/orders/{order_number}/delivery-date',
    input: byNumber.extend({ date: calendarDate }),
    output: order,
    outcomes: ['not_found', 'not_possible', 'date_not_offered'],
  }),
  changeDeliveryAddress: operation({
    summary: 'Sends an order that is not shipped yet to another address.',
    method: 'PUT',
    path: '/orders/{order_number}/delivery-address',
    input: byNumber.extend({ address: z.string().min(5).max(300) }),
    output: order,
    outcomes: ['not_found', 'not_possible'],
  }),
  prepareCancellation: operation({
    summary: 'Makes an offer to cancel: what comes back and when. Nothing is cancelled yet.',
    method: 'POST',
    path: '/orders/{order_number}/cancellation-offers',
    input: byNumber,
    output: cancellationOffer,
    outcomes: ['not_found', 'already_shipped', 'already_cancelled'],
  }),
  cancelOrder: operation({
    summary: 'Takes a cancellation offer. The same offer again gives the same answer again.',
    method: 'POST',
    path: '/cancellation-offers/{offer_id}/accept',
    repeatable: true,
    input: z.object({ offer_id: z.string(), customer_id: z.string() }),
    output: cancellation,
    outcomes: ['not_found', 'already_shipped', 'offer_expired'],
  }),
  reportNotReceived: operation({
    summary: 'Opens a search for a delivered parcel that did not arrive; asking again gives the same case.',
    method: 'PUT',
    path: '/orders/{order_number}/search',
    input: byNumber,
    output: order,
    outcomes: ['not_found', 'not_delivered'],
  }),
} as const;

/**
 * THE SOCKET of the system that knows orders.
 * @example
 * const read = await orders.readOrder({ order_number: 'AB123456' });
 * if (read.outcome === 'ok') read.value.state; // 'in_transit'
 */
export type Orders = SocketOf<typeof ORDERS_API>;
