import { z } from 'zod';
import { bilingual, calendarDate, instant, money } from '../data-shapes.ts';

/** protection: repairs and replacement of a device · supplies: filters, beans, cleaning sets · cloud: recordings and back-ups. */
const PLAN_KINDS = ['protection', 'supplies', 'cloud'] as const;
export type PlanKind = (typeof PLAN_KINDS)[number];

/** expiring: ends within 30 days and does not renew by itself · in_grace: ended, still covered for a few days. */
export const PLAN_STATES = ['active', 'auto_renewing', 'expiring', 'in_grace', 'expired', 'cancelled'] as const;
export type PlanState = (typeof PLAN_STATES)[number];

export const PLAN_FEATURES = [
  'repairs_free',
  'accident_cover',
  'theft_cover',
  'express_replacement',
  'battery_cover',
  'refills_quarterly',
  'refills_monthly',
  'descaler_included',
  'recordings_7_days',
  'recordings_30_days',
  'recordings_180_days',
  'three_devices',
  'priority_support',
] as const;

export const plan = z.object({
  plan_id: z.string(),
  customer_id: z.string(),
  kind: z.enum(PLAN_KINDS),
  tier: z.enum(['basic', 'standard', 'premium']),
  name: bilingual,
  product: z.string().optional().describe('The device that it belongs to'),
  product_name: bilingual.optional(),
  state: z.enum(PLAN_STATES),
  ends_on: calendarDate.describe('Last day that is paid for'),
  renews_on: calendarDate.optional().describe('Day of the next payment, when it renews by itself'),
  grace_until: calendarDate.optional(),
  days_left: z.int().describe('Until ends_on; negative when it is over'),
  auto_renewal: z.boolean(),
  term_months: z.int(),
  price: money.describe('Of the present term, tax included'),
  features: z.array(z.enum(PLAN_FEATURES)),
});
export type Plan = z.infer<typeof plan>;

export const planOption = z.object({
  option_id: z.string(),
  plan_id: z.string(),
  name: bilingual,
  tier: plan.shape.tier,
  change: z.enum(['same', 'upgrade', 'downgrade']).describe('Compared with the present plan'),
  term_months: z.int(),
  price: money.describe('Of the whole term, tax included'),
  list_price: money.describe('Before the loyalty discount'),
  price_per_month: money,
  difference: money.describe('To what is paid now for the same time; negative = less'),
  loyalty_percent: z.int().describe('0 = none'),
  features: z.array(z.enum(PLAN_FEATURES)),
  features_gained: z.array(z.enum(PLAN_FEATURES)),
  features_lost: z.array(z.enum(PLAN_FEATURES)),
});
export type PlanOption = z.infer<typeof planOption>;

export const renewalOffer = z.object({
  id: z.string(),
  plan_id: z.string(),
  option_id: z.string(),
  customer_id: z.string(),
  name: bilingual,
  change: planOption.shape.change,
  term_months: z.int(),
  price: money,
  list_price: money,
  loyalty_percent: z.int(),
  starts_on: calendarDate,
  ends_on: calendarDate,
  auto_renewal: z.boolean(),
  card_last4: z.string(),
  expires_at: instant,
});

export const purchase = z.object({
  offer_id: z.string(),
  plan_id: z.string(),
  name: bilingual,
  price: money,
  starts_on: calendarDate,
  ends_on: calendarDate,
  auto_renewal: z.boolean(),
  bought_at: instant,
  receipt: z.string(),
});

export const planCancellationOffer = z.object({
  id: z.string(),
  plan_id: z.string(),
  customer_id: z.string(),
  name: bilingual,
  covered_until: calendarDate.describe('Last day of cover; nothing more is charged after it'),
  refund: money,
  expires_at: instant,
});

export const planCancellation = planCancellationOffer
  .omit({ id: true, customer_id: true, expires_at: true })
  .extend({ offer_id: z.string(), cancelled_on: calendarDate });
