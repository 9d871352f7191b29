import { z } from 'zod';
import { calendarDate, choice, money, orderNumber } from '../data-shapes.ts';
import { describeAction } from '../describe-action.ts';
import { CARRIERS, order, orderStatus } from './order.ts';

const input = z.object({ order_number: orderNumber });
const needsOrder = { level: 'recognised', proves: 'order' } as const;
const needsCustomer = { level: 'verified', proves: 'customer' } as const;

/** An order to choose from a list. `value` is its number, `label` names its articles. */
const listedOrder = choice.extend({
  order_number: orderNumber,
  state: order.shape.state,
  article: z.string().describe('Its first article'),
  more_articles: z.int().describe('How many articles beside the first'),
  placed_on: calendarDate,
  eta: calendarDate.optional(),
  delivered_on: calendarDate.optional(),
  is_open: z.boolean().describe('Still on its way to the customer'),
});

const dateChoices = z.array(choice.extend({ value: calendarDate })).describe('Days, with their names as labels');
const itemOf = z.object({ name: z.string(), quantity: z.int(), price: money });

const orderDetails = orderStatus.extend({
  items: z.array(itemOf),
  article: z.string().describe('Its first article'),
  more_articles: z.int().describe('How many articles beside the first'),
  total: money,
  refund: money.optional(),
  recipient: z.string(),
  postcode: z.string(),
  address: z.string(),
  carrier: z.enum(CARRIERS).optional(),
  tracking_number: z.string().optional(),
});

/** What flows may know of the actions on orders. */
export const ORDER_ACTIONS = {
  get_order_status: describeAction({
    name: 'get_order_status',
    description: 'State and dates of one order: nothing of contents, money or address.',
    input,
    output: orderStatus.extend({
      last_place: z.string().optional().describe('Town of the last scan'),
      steps: z
        .array(
          z.object({
            step: z.enum(['placed', 'packed', 'shipped', 'out_for_delivery', 'delivered']),
            state: z.enum(['done', 'now', 'next']),
            on: calendarDate.optional().describe('Day on which it happened, or is due'),
          }),
        )
        .describe('The way of the parcel, oldest first: what a timeline shows'),
    }),
    outcomes: ['not_found', 'not_proved'],
    needs: needsOrder,
    timeoutMs: 3000,
  }),
  get_order_details: describeAction({
    name: 'get_order_details',
    description: 'Everything of one of the customer’s own orders: articles, money, address, refund.',
    input,
    output: orderDetails,
    outcomes: ['not_found', 'not_proved'],
    needs: needsCustomer,
    timeoutMs: 3000,
  }),
  doorstep_facts: describeAction({
    name: 'doorstep_facts',
    description: 'How many parcels come on which day: what a household may hear on its linked speaker.',
    input: z.object({}),
    output: z.object({
      parcels: z.int().describe('On their way, all together'),
      arriving_today: z.int(),
      arriving_on: calendarDate.optional().describe('The next day with a parcel'),
      arriving_on_that_day: z.int(),
      days_to_arrival: z.int().optional().describe('0 = today, 1 = tomorrow'),
      delayed: z.int(),
      delivered_today: z.int(),
      last_delivered_on: calendarDate.optional(),
    }),
    outcomes: ['none', 'switched_off', 'not_proved'],
    needs: { level: 'claimed', proves: 'customer' },
    timeoutMs: 2500,
  }),
  prove_order: describeAction({
    name: 'prove_order',
    description:
      'Proves one order by its postcode or email. Not found and not matching are one outcome, after one and the same time.',
    input: z.object({
      order_number: orderNumber,
      postcode: z.string().max(40).optional(),
      email: z.string().max(200).optional(),
    }),
    output: z.object({ order_number: orderNumber }),
    outcomes: ['no_match', 'too_many_tries'],
    grants: 'recognised',
    timeoutMs: 3000,
  }),
  list_recent_orders: describeAction({
    name: 'list_recent_orders',
    description: 'The customer’s latest orders, those on their way first, at most five.',
    input: z.object({}),
    output: z.array(listedOrder),
    outcomes: ['none', 'not_proved'],
    needs: needsCustomer,
    timeoutMs: 2500,
  }),
  find_order: describeAction({
    name: 'find_order',
    description:
      'Finds one of the customer’s orders by their words: "my last order", "the espresso machine". `several` brings a list.',
    input: z.object({ words: z.string().max(500) }),
    output: z.object({
      order_number: orderNumber.optional().describe('Filled when exactly one was meant'),
      orders: z.array(listedOrder),
    }),
    outcomes: ['none', 'several', 'not_proved'],
    needs: needsCustomer,
    timeoutMs: 2500,
  }),
  notify_out_for_delivery: describeAction({
    name: 'notify_out_for_delivery',
    description:
      'Tells this conversation by itself when the order is out for delivery (event out_for_delivery_notice).',
    input,
    output: z.object({ order_number: orderNumber, eta: calendarDate.optional() }),
    outcomes: ['not_found', 'already_out', 'not_possible', 'not_proved'],
    access: 'write',
    needs: needsOrder,
    timeoutMs: 3000,
  }),
  list_redelivery_dates: describeAction({
    name: 'list_redelivery_dates',
    description: 'Days for a new delivery after a failed one.',
    input,
    output: dateChoices,
    outcomes: ['not_found', 'not_possible', 'not_proved'],
    needs: needsOrder,
    timeoutMs: 3000,
  }),
  book_redelivery: describeAction({
    name: 'book_redelivery',
    description: 'Books a day for a new delivery.',
    input: z.object({ order_number: orderNumber, date: calendarDate }),
    output: z.object({ order_number: orderNumber, date: calendarDate }),
    outcomes: ['not_found', 'not_possible', 'date_not_offered', 'not_proved'],
    access: 'write',
    needs: needsOrder,
    timeoutMs: 4000,
  }),
  list_delivery_dates: describeAction({
    name: 'list_delivery_dates',
    description: 'Days to which the delivery can be moved.',
    input,
    output: dateChoices,
    outcomes: ['not_found', 'not_possible', 'not_proved'],
    needs: needsOrder,
    timeoutMs: 3000,
  }),
  change_delivery_date: describeAction({
    name: 'change_delivery_date',
    description: 'Moves the delivery to another day.',
    input: z.object({ order_number: orderNumber, date: calendarDate }),
    output: z.object({ order_number: orderNumber, date: calendarDate }),
    outcomes: ['not_found', 'not_possible', 'date_not_offered', 'not_proved'],
    access: 'write',
    needs: needsCustomer,
    timeoutMs: 4000,
  }),
  change_delivery_address: describeAction({
    name: 'change_delivery_address',
    description: 'Sends an order that is not shipped yet to another address.',
    input: z.object({ order_number: orderNumber, address: z.string().min(5).max(300) }),
    output: z.object({ order_number: orderNumber, address: z.string(), eta: calendarDate.optional() }),
    outcomes: ['not_found', 'not_possible', 'not_proved'],
    access: 'write',
    needs: needsCustomer,
    timeoutMs: 4000,
  }),
  prepare_order_cancellation: describeAction({
    name: 'prepare_order_cancellation',
    description: 'The offer to cancel an order: what comes back and when. Nothing is cancelled yet.',
    input,
    output: z.object({
      id: z.string().describe('The offer’s id, for cancel_order'),
      order_number: orderNumber,
      article: z.string(),
      more_articles: z.int(),
      refund: money,
      refund_on: calendarDate,
      expires_at: z.iso.datetime(),
    }),
    outcomes: ['not_found', 'already_shipped', 'already_cancelled', 'not_proved'],
    access: 'write',
    needs: needsCustomer,
    timeoutMs: 4000,
  }),
  cancel_order: describeAction({
    name: 'cancel_order',
    description: 'Cancels the order of an offer. The same offer again answers as the first time.',
    input: z.object({ offer_id: z.string().max(100) }),
    output: z.object({ order_number: orderNumber, cancelled_on: calendarDate, refund: money, refund_on: calendarDate }),
    outcomes: ['not_found', 'already_shipped', 'offer_expired', 'not_proved'],
    access: 'write',
    commits: true,
    needs: needsCustomer,
    timeoutMs: 5000,
  }),
  report_not_received: describeAction({
    name: 'report_not_received',
    description: 'Opens a search for a parcel that stands as delivered and did not arrive.',
    input,
    output: z.object({
      order_number: orderNumber,
      case_id: z.string(),
      answer_by: calendarDate.describe('Day by which the customer hears from us'),
      delivered_on: calendarDate.optional(),
      left_at: order.shape.left_at,
    }),
    outcomes: ['not_found', 'not_delivered', 'not_proved'],
    access: 'write',
    needs: needsOrder,
    timeoutMs: 4000,
  }),
  send_invoice: describeAction({
    name: 'send_invoice',
    description: 'Sends the invoice to the customer’s own email address.',
    input,
    output: z.object({ order_number: orderNumber, sent_to: z.string().describe('Masked: t•••@example.com') }),
    outcomes: ['not_found', 'not_proved'],
    access: 'write',
    needs: needsCustomer,
    timeoutMs: 4000,
  }),
} as const;
