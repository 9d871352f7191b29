import { z } from 'zod';
import { LOCALES } from '../../dialogs/protocol/locale.ts';
import { calendarDate } from '../data-shapes.ts';
import { operation, type SocketOf } from '../operation.ts';

const CUSTOMER_TIERS = ['standard', 'silver', 'gold'] as const;

export const customer = z.object({
  customer_id: z.string(),
  name: z.string(),
  name_reading: z.string().optional().describe('In katakana, for Japanese names'),
  email: z.string(),
  phone: z.string().describe('E.164'),
  postcode: z.string(),
  address: z.string(),
  country: z.enum(['JP', 'US']),
  zone: z.string().describe('IANA time zone'),
  locale: z.enum(LOCALES),
  customer_since: calendarDate,
  tenure_days: z.int(),
  tier: z.enum(CUSTOMER_TIERS),
  value_band: z.enum(['low', 'middle', 'high']),
  phase: z.enum(['new', 'settled', 'at_risk']),
  preferred_channel: z.enum(['webchat', 'email', 'sms', 'phone']),
  doorstep_facts: z.boolean().describe('May a linked speaker tell the household which day parcels come?'),
});
export type Customer = z.infer<typeof customer>;

const byId = z.object({ customer_id: z.string() });

/** What is asked of the system that knows customers. */
export const CUSTOMERS_API = {
  readCustomer: operation({
    summary: 'Reads one customer.',
    method: 'GET',
    path: '/customers/{customer_id}',
    input: byId,
    output: customer,
    outcomes: ['not_found'],
  }),
  findByEmail: operation({
    summary: 'Finds the customer with an email address.',
    method: 'POST',
    path: '/customers/search',
    repeatable: true,
    input: z.object({ email: z.string().max(320) }),
    output: customer,
    outcomes: ['not_found'],
  }),
  setDoorstepFacts: operation({
    summary: 'Lets a linked speaker tell the household which day parcels come, or not.',
    method: 'PUT',
    path: '/customers/{customer_id}/doorstep-facts',
    input: byId.extend({ on: z.boolean() }),
    output: customer,
    outcomes: ['not_found'],
  }),
  forgetCustomer: operation({
    summary: 'Erases what may be erased of a customer and says what the law makes the company keep.',
    method: 'POST',
    path: '/customers/{customer_id}/erasure',
    input: byId,
    output: z.object({
      request_id: z.string(),
      done_by: calendarDate,
      kept: z.array(z.enum(['orders_and_invoices', 'running_plans'])),
    }),
    outcomes: ['not_found'],
  }),
} as const;

/**
 * THE SOCKET of the system that knows customers.
 * @example
 * const found = await customers.findByEmail({ email: 'hanako@example.jp' });
 */
export type Customers = SocketOf<typeof CUSTOMERS_API>;
