import { addDays, addMonths, type CalendarDate, daysBetween } from '../calendar.ts';
import type { Bilingual } from '../data-shapes.ts';
import type { Plan, PlanOption, PlanState } from '../subscriptions/plan.ts';
import { listPrice, loyaltyPercent, PLAN_TIERS, type PlanTier, soldPlan } from './plan-list.ts';
import { roundMoney } from './price-list.ts';
import type { StoredPlan } from './stored.ts';

const EXPIRING_DAYS = 30;
const GRACE_DAYS = 14;

/** A plan as of this day: what renews by itself has done so, as often as it was due. */
export function planOn(plan: StoredPlan, today: CalendarDate): StoredPlan {
  if (!plan.auto_renewal || plan.cancelled_on !== undefined) return plan;
  let { ends_on } = plan;
  while (ends_on < today) ends_on = addMonths(ends_on, plan.term_months);
  return { ...plan, ends_on };
}

function stateOf(plan: StoredPlan, today: CalendarDate): PlanState {
  if (plan.cancelled_on !== undefined) return 'cancelled';
  if (plan.auto_renewal) return 'auto_renewing';
  const left = daysBetween(today, plan.ends_on);
  if (left > EXPIRING_DAYS) return 'active';
  if (left >= 0) return 'expiring';
  return left >= -GRACE_DAYS ? 'in_grace' : 'expired';
}

/** Does it still cover on this day? */
export function coversOn(stored: StoredPlan, today: CalendarDate): boolean {
  const plan = planOn(stored, today);
  const grace = plan.cancelled_on === undefined ? GRACE_DAYS : 0;
  return addDays(plan.ends_on, grace) >= today;
}

export function showPlan(stored: StoredPlan, product_name: Bilingual | undefined, today: CalendarDate): Plan {
  const plan = planOn(stored, today);
  const state = stateOf(plan, today);
  const { name, features } = soldPlan(plan.kind, plan.tier);
  const { id: plan_id, customer_id, kind, tier, ends_on, auto_renewal, term_months, price } = plan;
  return {
    ...{ plan_id, customer_id, kind, tier, name, state, ends_on, auto_renewal, term_months, price },
    ...(plan.product === undefined ? {} : { product: plan.product }),
    ...(product_name === undefined ? {} : { product_name }),
    ...(state === 'auto_renewing' ? { renews_on: addDays(ends_on, 1) } : {}),
    ...(state === 'in_grace' ? { grace_until: addDays(ends_on, GRACE_DAYS) } : {}),
    days_left: daysBetween(today, ends_on),
    features: [...features],
  };
}

/** What a plan can be renewed to: the same first, then more, then less, then the same for two years. */
export function optionsFor(plan: StoredPlan, tenureDays: number): readonly PlanOption[] {
  const at = PLAN_TIERS.indexOf(plan.tier);
  const more = PLAN_TIERS.slice(at + 1);
  const less = PLAN_TIERS.slice(0, at).toReversed();
  return [
    ...[plan.tier, ...more, ...less].map((tier) => optionFor(plan, tier, 12, tenureDays)),
    optionFor(plan, plan.tier, 24, tenureDays),
  ];
}

function optionFor(plan: StoredPlan, tier: PlanTier, term_months: number, tenureDays: number): PlanOption {
  const { currency } = plan.price;
  const sold = soldPlan(plan.kind, tier);
  const now = soldPlan(plan.kind, plan.tier).features;
  const change = PLAN_TIERS.indexOf(tier) - PLAN_TIERS.indexOf(plan.tier);
  const loyalty_percent = change < 0 ? 0 : loyaltyPercent(tenureDays);
  const full = roundMoney(listPrice(plan.kind, tier, term_months, currency), currency);
  const price = roundMoney(full.amount * (1 - loyalty_percent / 100), currency);
  const paid = (plan.price.amount / plan.term_months) * term_months;
  const years = term_months / 12;
  return {
    option_id: `${plan.id}-${tier}-${term_months}`,
    plan_id: plan.id,
    name: { en: `${sold.name.en}, ${years === 1 ? '1 year' : `${years} years`}`, ja: `${sold.name.ja} ${years}年` },
    tier,
    change: change === 0 ? 'same' : change > 0 ? 'upgrade' : 'downgrade',
    term_months,
    price,
    list_price: full,
    price_per_month: roundMoney(price.amount / term_months, currency),
    difference: roundMoney(price.amount - paid, currency),
    loyalty_percent,
    features: [...sold.features],
    features_gained: sold.features.filter((feature) => !now.includes(feature)),
    features_lost: now.filter((feature) => !sold.features.includes(feature)),
  };
}
