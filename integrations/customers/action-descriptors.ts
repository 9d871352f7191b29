import { z } from 'zod';
import { calendarDate, orderNumber } from '../data-shapes.ts';
import { describeAction } from '../describe-action.ts';
import { CUSTOMERS_API, customer } from './customers.ts';

const needs = { level: 'verified', proves: 'customer' } as const;

/** What a consent may be for. */
export const CONSENT_PURPOSES = [
  'service',
  'handoff',
  'transcript',
  'recording',
  'personalisation',
  'proactive',
  'training',
] as const;

/** What flows may know of the actions on customers. */
export const CUSTOMER_ACTIONS = {
  send_one_time_code: describeAction({
    name: 'send_one_time_code',
    description:
      'Sends a six-digit code to the address on file. The answer is the same whether the address is known or not.',
    input: z.object({ email: z.string().max(320).optional(), order_number: orderNumber.optional() }),
    output: z.object({ digits: z.int(), valid_minutes: z.int() }),
    outcomes: ['too_many_tries'],
    access: 'write',
    timeoutMs: 4000,
  }),
  check_one_time_code: describeAction({
    name: 'check_one_time_code',
    description:
      'Checks the code that was sent in this conversation, and verifies the customer. `expired`: too old, used, or none sent.',
    input: z.object({ code: z.string().max(100) }),
    output: z.object({ verified: z.boolean() }),
    outcomes: ['wrong_code', 'expired', 'too_many_tries'],
    access: 'write',
    grants: 'verified',
    timeoutMs: 3000,
  }),
  what_we_know: describeAction({
    name: 'what_we_know',
    description: 'What is kept about the verified customer, in short form.',
    input: z.object({}),
    output: customer
      .pick({ name: true, customer_since: true, tier: true, preferred_channel: true, doorstep_facts: true })
      .extend({
        email: z.string().describe('Masked: t•••@example.com'),
        phone: z.string().describe('Masked: its last four digits'),
        orders: z.int(),
        orders_open: z.int(),
        plans: z.int(),
        devices: z.int(),
        conversations: z.int().describe('Kept conversations'),
        consents: z.array(z.enum(CONSENT_PURPOSES)).describe('Given and not withdrawn'),
        link: z.string().optional().describe('Where everything can be seen in full'),
      }),
    outcomes: ['not_proved'],
    needs,
    timeoutMs: 4000,
  }),
  record_consent: describeAction({
    name: 'record_consent',
    description: 'Writes down a consent, or that it was refused or withdrawn.',
    input: z.object({ purpose: z.enum(CONSENT_PURPOSES), granted: z.boolean() }),
    output: z.object({ purpose: z.enum(CONSENT_PURPOSES), granted: z.boolean() }),
    outcomes: [],
    access: 'write',
    timeoutMs: 2500,
  }),
  set_doorstep_facts: describeAction({
    name: 'set_doorstep_facts',
    description: 'Lets a linked speaker tell the household which day parcels come, or not.',
    input: z.object({ on: z.boolean() }),
    output: z.object({ on: z.boolean() }),
    outcomes: ['not_proved'],
    access: 'write',
    needs,
    timeoutMs: 3000,
  }),
  forget_me: describeAction({
    name: 'forget_me',
    description: 'Erases what may be erased about the verified customer, and says what the law makes us keep.',
    input: z.object({}),
    output: z.object({
      request_id: z.string(),
      done_by: calendarDate,
      kept: CUSTOMERS_API.forgetCustomer.output.shape.kept,
    }),
    outcomes: ['not_proved'],
    access: 'write',
    commits: true,
    needs,
    timeoutMs: 6000,
  }),
} as const;
