import type { z } from 'zod';
import { addDays, addMonths, type CalendarDate, dateIn, daysBetween } from '../../calendar.ts';
import { soldPlan } from '../../demo-world/plan-list.ts';
import { roundMoney } from '../../demo-world/price-list.ts';
import { coversOn, optionsFor, showPlan } from '../../demo-world/show-plan.ts';
import type { StoredPlan } from '../../demo-world/stored.ts';
import type { Plan, planCancellation, planCancellationOffer } from '../plan.ts';
import type { Subscriptions } from '../subscriptions.ts';
import { buyRenewal, type Find, findIn, type PlanWorld, type Renewal, shownOffer } from './renewal.ts';

type Ending = Omit<z.infer<typeof planCancellationOffer>, 'id' | 'expires_at'>;
type Ended = z.infer<typeof planCancellation>;

const ORDER_OF_CARE: readonly Plan['state'][] = [
  'in_grace',
  'expiring',
  'expired',
  'auto_renewing',
  'active',
  'cancelled',
];

/** The subscriptions socket over the demo world. */
export function createDemoSubscriptions(world: PlanWorld): Subscriptions {
  const find = findIn(world);
  return { ...reading(world, find), ...renewing(world, find), ...links(world), ...ending(world, find) };
}

function reading(world: PlanWorld, find: Find): Pick<Subscriptions, 'listPlans' | 'listOptions' | 'setAutoRenewal'> {
  const { tables, now, productName } = world;
  const nameOf = (plan: StoredPlan) => (plan.product === undefined ? undefined : productName(plan.product));
  return {
    listPlans: async ({ customer_id }) => {
      const customer = tables.customer(customer_id);
      const today = dateIn(customer?.zone ?? 'UTC', now());
      const plans = tables.plansOf(customer_id).map((plan) => showPlan(plan, nameOf(plan), today));
      const care = (plan: Plan) => ORDER_OF_CARE.indexOf(plan.state);
      return {
        outcome: 'ok',
        value: plans.toSorted((a, b) => care(a) - care(b) || a.ends_on.localeCompare(b.ends_on)),
      };
    },
    listOptions: async ({ plan_id, customer_id }) => {
      const found = find(plan_id, customer_id);
      return found ? { outcome: 'ok', value: [...optionsFor(found.plan, found.tenure)] } : { outcome: 'not_found' };
    },
    setAutoRenewal: async ({ plan_id, customer_id, on }) =>
      tables.rows.together(() => {
        const found = find(plan_id, customer_id);
        if (!found) return { outcome: 'not_found' };
        const { plan, today } = found;
        const over = plan.cancelled_on !== undefined || plan.ends_on < today;
        if (over && plan.auto_renewal !== on) return { outcome: 'not_possible' };
        const after = { ...plan, auto_renewal: on };
        tables.savePlan(after);
        return { outcome: 'ok', value: showPlan(after, nameOf(after), today) };
      }),
  };
}

/** A paid term follows the present one; after a gap it starts today. */
function newTerm(plan: StoredPlan, today: CalendarDate, term_months: number) {
  const starts_on = coversOn(plan, today) ? addDays(plan.ends_on, 1) : today;
  return { starts_on, ends_on: addDays(addMonths(starts_on, term_months), -1) };
}

function renewing(world: PlanWorld, find: Find): Pick<Subscriptions, 'prepareRenewal' | 'confirmRenewal'> {
  const { offers, now } = world;
  return {
    prepareRenewal: async ({ plan_id, customer_id, option_id }) => {
      const found = find(plan_id, customer_id);
      const option = found && optionsFor(found.plan, found.tenure).find((one) => one.option_id === option_id);
      if (!found || !option) return { outcome: 'not_found' };
      const { plan, customer, today } = found;
      const { name, change, term_months, price, list_price, loyalty_percent, tier } = option;
      const term = newTerm(plan, today, term_months);
      const data: Renewal = {
        ...{ plan_id, option_id, customer_id, name, change, term_months, price, list_price, loyalty_percent, tier },
        ...term,
        auto_renewal: plan.auto_renewal && plan.cancelled_on === undefined,
        card_last4: customer.card_last4,
        ended_on: plan.ends_on,
      };
      const { id, expires_at } = offers.make('renewal', customer_id, data, now());
      return { outcome: 'ok', value: shownOffer(id, data, expires_at) };
    },
    confirmRenewal: async ({ offer_id, customer_id }) => buyRenewal(world, find, offer_id, customer_id, 'card_on_file'),
  };
}

function links({ offers, now, publicUrl }: PlanWorld): Pick<Subscriptions, 'readOffer' | 'createConfirmationLink'> {
  const read = (offer_id: string, customer_id: string) => {
    const offer = offers.read<Renewal>('renewal', offer_id, customer_id);
    if (!offer) return { outcome: 'not_found' } as const;
    if (offer.expires_at <= now().toISOString()) return { outcome: 'offer_expired' } as const;
    return { outcome: 'ok', value: shownOffer(offer.id, offer.data, offer.expires_at) } as const;
  };
  return {
    readOffer: async ({ offer_id, customer_id }) => read(offer_id, customer_id),
    createConfirmationLink: async ({ offer_id, customer_id }) => {
      const offer = read(offer_id, customer_id);
      if (offer.outcome !== 'ok') return offer;
      return { outcome: 'ok', value: { url: `${publicUrl}/demo/confirm/${offers.linkOf(offer_id)}` } };
    },
  };
}

/** The part of the price for whole months that are not used. */
function refundOf(plan: StoredPlan, today: CalendarDate) {
  const left = Math.max(0, Math.floor(daysBetween(today, plan.ends_on) / 30));
  const unused = Math.min(left, plan.term_months) / plan.term_months;
  return roundMoney(plan.kind === 'protection' ? plan.price.amount * unused : 0, plan.price.currency);
}

function ending(
  { tables, offers, now }: PlanWorld,
  find: Find,
): Pick<Subscriptions, 'prepareCancellation' | 'cancelPlan'> {
  return {
    prepareCancellation: async ({ plan_id, customer_id }) => {
      const found = find(plan_id, customer_id);
      if (!found) return { outcome: 'not_found' };
      const { plan, today } = found;
      if (plan.cancelled_on !== undefined || !coversOn(plan, today)) return { outcome: 'already_cancelled' };
      const refund = refundOf(plan, today);
      const covered_until = refund.amount > 0 || plan.ends_on < today ? today : plan.ends_on;
      const data: Ending = { plan_id, customer_id, name: soldPlan(plan.kind, plan.tier).name, covered_until, refund };
      const { id, expires_at } = offers.make('plan_cancellation', customer_id, data, now());
      return { outcome: 'ok', value: { id, expires_at, ...data } };
    },
    cancelPlan: async ({ offer_id, customer_id }) =>
      offers.take<Ending, Ended, 'not_found'>('plan_cancellation', offer_id, customer_id, now(), (offer) => {
        const found = find(offer.plan_id, customer_id);
        if (!found) return { refused: 'not_found' };
        const cancelled_on = found.today;
        const { plan_id, name, covered_until, refund } = offer;
        tables.savePlan({ ...found.plan, auto_renewal: false, cancelled_on, ends_on: covered_until });
        return { done: { offer_id, plan_id, name, covered_until, refund, cancelled_on } };
      }),
  };
}
