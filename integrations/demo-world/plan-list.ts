import type { Bilingual } from '../data-shapes.ts';
import type { PLAN_FEATURES, PlanKind } from '../subscriptions/plan.ts';
import type { Currency } from './price-list.ts';

export const PLAN_TIERS = ['basic', 'standard', 'premium'] as const;
export type PlanTier = (typeof PLAN_TIERS)[number];
type Feature = (typeof PLAN_FEATURES)[number];

interface Sold {
  readonly name: Bilingual;
  /** For a year, tax included. */
  readonly JPY: number;
  readonly USD: number;
  readonly features: readonly Feature[];
}

/** The plans that Aozora sells. */
const SOLD: Readonly<Record<PlanKind, Readonly<Record<PlanTier, Sold>>>> = {
  protection: {
    basic: { name: { en: 'Care Basic', ja: 'あんしん保証 ライト' }, JPY: 3_980, USD: 39.8, features: ['repairs_free'] },
    standard: {
      name: { en: 'Care', ja: 'あんしん保証' },
      JPY: 7_980,
      USD: 79.8,
      features: ['repairs_free', 'accident_cover'],
    },
    premium: {
      name: { en: 'Care Plus', ja: 'あんしん保証 プラス' },
      JPY: 11_980,
      USD: 119.8,
      features: ['repairs_free', 'accident_cover', 'theft_cover', 'express_replacement'],
    },
  },
  supplies: {
    basic: {
      name: { en: 'Refill Light', ja: 'おとどけ便 ライト' },
      JPY: 4_800,
      USD: 48,
      features: ['refills_quarterly'],
    },
    standard: { name: { en: 'Refill', ja: 'おとどけ便' }, JPY: 9_600, USD: 96, features: ['refills_monthly'] },
    premium: {
      name: { en: 'Refill Plus', ja: 'おとどけ便 プラス' },
      JPY: 13_200,
      USD: 132,
      features: ['refills_monthly', 'descaler_included', 'priority_support'],
    },
  },
  cloud: {
    basic: { name: { en: 'Cloud 7', ja: 'クラウド録画 7日' }, JPY: 2_400, USD: 24, features: ['recordings_7_days'] },
    standard: {
      name: { en: 'Cloud 30', ja: 'クラウド録画 30日' },
      JPY: 4_800,
      USD: 48,
      features: ['recordings_30_days'],
    },
    premium: {
      name: { en: 'Cloud 180', ja: 'クラウド録画 180日' },
      JPY: 8_400,
      USD: 84,
      features: ['recordings_180_days', 'three_devices', 'priority_support'],
    },
  },
};

export function soldPlan(kind: PlanKind, tier: PlanTier): Sold {
  return SOLD[kind][tier];
}

/** Two years cost less than twice one. */
const TWO_YEARS_LESS = 0.92;

/** Before any loyalty discount. */
export function listPrice(kind: PlanKind, tier: PlanTier, term_months: number, currency: Currency): number {
  return SOLD[kind][tier][currency] * (term_months / 12) * (term_months >= 24 ? TWO_YEARS_LESS : 1);
}

/** Kinds of plans that go with a product. */
export function kindsFor(product: string): readonly [PlanKind, ...PlanKind[]] {
  if (['espresso_machine', 'air_purifier', 'robot_vacuum'].includes(product)) return ['protection', 'supplies'];
  return product === 'camera' ? ['cloud', 'protection'] : ['protection'];
}

/** The loyalty discount, in per cent, for so many days as a customer. */
export function loyaltyPercent(tenureDays: number): number {
  if (tenureDays >= 5 * 365) return 15;
  return tenureDays >= 2 * 365 ? 10 : 0;
}
