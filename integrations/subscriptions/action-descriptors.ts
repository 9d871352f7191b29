import { z } from 'zod';
import { choice } from '../data-shapes.ts';
import { describeAction } from '../describe-action.ts';
import { plan, planCancellation, planCancellationOffer, planOption, purchase, renewalOffer } from './plan.ts';

const needs = { level: 'verified', proves: 'customer' } as const;
const ofPlan = z.object({ plan_id: z.string().max(100) });
const ofOffer = z.object({ offer_id: z.string().max(100) });
const name = z.string().describe('In the language of the conversation');

const localPlan = plan.omit({ customer_id: true }).extend({ name, product_name: name.optional() });

/** What flows may know of the actions on plans. */
export const SUBSCRIPTION_ACTIONS = {
  list_plans: describeAction({
    name: 'list_plans',
    description: 'The customer’s plans, what needs attention first. `value` is the plan’s id.',
    input: z.object({}),
    output: z.array(localPlan.extend(choice.shape)),
    outcomes: ['none', 'not_proved'],
    needs,
    timeoutMs: 2500,
  }),
  get_plan: describeAction({
    name: 'get_plan',
    description: 'One of the customer’s plans, as it is now. `title` names its device too.',
    input: ofPlan,
    output: localPlan.extend({ title: z.string().describe('In the language of the conversation') }),
    outcomes: ['not_found', 'not_proved'],
    needs,
    timeoutMs: 2500,
  }),
  list_plan_options: describeAction({
    name: 'list_plan_options',
    description:
      'What a plan can be renewed to, with prices and differences; the same plan comes first. `value` is the option’s id.',
    input: ofPlan,
    output: z.array(
      planOption
        .extend({ name, includes: z.string().describe('Its features, in the language of the conversation') })
        .extend(choice.shape),
    ),
    outcomes: ['not_found', 'none', 'not_proved'],
    needs,
    timeoutMs: 2500,
  }),
  prepare_renewal: describeAction({
    name: 'prepare_renewal',
    description: 'The offer to read back before buying. Nothing is bought yet.',
    input: ofPlan.extend({ option_id: z.string().max(100) }),
    output: renewalOffer.omit({ customer_id: true }).extend({ name }),
    outcomes: ['not_found', 'not_proved'],
    access: 'write',
    needs,
    timeoutMs: 4000,
  }),
  confirm_renewal: describeAction({
    name: 'confirm_renewal',
    description: 'Buys what the offer says, once. The same offer again answers as the first time.',
    input: ofOffer,
    output: purchase.extend({ name }),
    outcomes: ['not_found', 'declined', 'offer_expired', 'not_proved'],
    access: 'write',
    commits: true,
    purchase: true,
    needs,
    timeoutMs: 6000,
  }),
  set_auto_renewal: describeAction({
    name: 'set_auto_renewal',
    description: 'Switches renewal by itself on or off.',
    input: ofPlan.extend({ on: z.boolean() }),
    output: localPlan,
    outcomes: ['not_found', 'not_possible', 'not_proved'],
    access: 'write',
    needs,
    timeoutMs: 4000,
  }),
  prepare_plan_cancellation: describeAction({
    name: 'prepare_plan_cancellation',
    description: 'The offer to read back before cancelling a plan. Nothing is cancelled yet.',
    input: ofPlan,
    output: planCancellationOffer.omit({ customer_id: true }).extend({ name }),
    outcomes: ['not_found', 'already_cancelled', 'not_proved'],
    access: 'write',
    needs,
    timeoutMs: 4000,
  }),
  cancel_plan: describeAction({
    name: 'cancel_plan',
    description: 'Cancels the plan of an offer. The same offer again answers as the first time.',
    input: ofOffer,
    output: planCancellation.extend({ name }),
    outcomes: ['not_found', 'offer_expired', 'not_proved'],
    access: 'write',
    commits: true,
    needs,
    timeoutMs: 5000,
  }),
  send_confirmation_link: describeAction({
    name: 'send_confirmation_link',
    description:
      'Mails a link at which the offer can be confirmed: for places that may not sell, and after a declined payment.',
    input: ofOffer,
    output: z.object({ sent_to: z.string().describe('Masked: t•••@example.com'), expires_at: z.iso.datetime() }),
    outcomes: ['not_found', 'offer_expired', 'not_proved'],
    access: 'write',
    needs,
    timeoutMs: 4000,
  }),
} as const;
