import { z } from 'zod';
import { operation, type SocketOf } from '../operation.ts';
import { plan, planCancellation, planCancellationOffer, planOption, purchase, renewalOffer } from './plan.ts';

const ofPlan = z.object({ plan_id: z.string(), customer_id: z.string() });
const ofOffer = z.object({ offer_id: z.string(), customer_id: z.string() });

/** What is asked of the system that knows plans and takes money for them. */
export const SUBSCRIPTIONS_API = {
  listPlans: operation({
    summary: "Lists a customer's plans, what needs attention first.",
    method: 'GET',
    path: '/customers/{customer_id}/plans',
    input: z.object({ customer_id: z.string() }),
    output: z.array(plan),
    outcomes: [],
  }),
  listOptions: operation({
    summary: 'Lists what a plan can be renewed to, with prices for this customer.',
    method: 'GET',
    path: '/customers/{customer_id}/plans/{plan_id}/options',
    input: ofPlan,
    output: z.array(planOption),
    outcomes: ['not_found'],
  }),
  prepareRenewal: operation({
    summary: 'Makes an offer to renew or change a plan. Nothing is bought yet.',
    method: 'POST',
    path: '/customers/{customer_id}/plans/{plan_id}/renewal-offers',
    input: ofPlan.extend({ option_id: z.string() }),
    output: renewalOffer,
    outcomes: ['not_found'],
  }),
  confirmRenewal: operation({
    summary: 'Buys what an offer says, once: the same offer again gives the same purchase again and charges nothing.',
    method: 'POST',
    path: '/customers/{customer_id}/renewal-offers/{offer_id}/accept',
    repeatable: true,
    input: ofOffer,
    output: purchase,
    outcomes: ['not_found', 'declined', 'offer_expired'],
  }),
  readOffer: operation({
    summary: 'Reads an open renewal offer.',
    method: 'GET',
    path: '/customers/{customer_id}/renewal-offers/{offer_id}',
    input: ofOffer,
    output: renewalOffer,
    outcomes: ['not_found', 'offer_expired'],
  }),
  createConfirmationLink: operation({
    summary: 'Makes a web address at which the offer can be confirmed, with another card if need be.',
    method: 'POST',
    path: '/customers/{customer_id}/renewal-offers/{offer_id}/link',
    repeatable: true,
    input: ofOffer,
    output: z.object({ url: z.string() }),
    outcomes: ['not_found', 'offer_expired'],
  }),
  setAutoRenewal: operation({
    summary: 'Switches renewal by itself on or off.',
    method: 'PUT',
    path: '/customers/{customer_id}/plans/{plan_id}/auto-renewal',
    input: ofPlan.extend({ on: z.boolean() }),
    output: plan,
    outcomes: ['not_found', 'not_possible'],
  }),
  prepareCancellation: operation({
    summary: 'Makes an offer to cancel a plan: until when it still covers, and what comes back.',
    method: 'POST',
    path: '/customers/{customer_id}/plans/{plan_id}/cancellation-offers',
    input: ofPlan,
    output: planCancellationOffer,
    outcomes: ['not_found', 'already_cancelled'],
  }),
  cancelPlan: operation({
    summary: 'Takes a cancellation offer. The same offer again gives the same answer again.',
    method: 'POST',
    path: '/customers/{customer_id}/plan-cancellation-offers/{offer_id}/accept',
    repeatable: true,
    input: ofOffer,
    output: planCancellation,
    outcomes: ['not_found', 'offer_expired'],
  }),
} as const;

/**
 * THE SOCKET of the system that knows plans. Every call names the customer, and the system answers `not_found` for anyone else's plan.
 * @example
 * const offer = await subscriptions.prepareRenewal({ plan_id, customer_id, option_id });
 * if (offer.outcome === 'ok') await subscriptions.confirmRenewal({ offer_id: offer.value.id, customer_id });
 */
export type Subscriptions = SocketOf<typeof SUBSCRIPTIONS_API>;
