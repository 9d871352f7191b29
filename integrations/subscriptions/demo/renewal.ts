import type { z } from 'zod';
import { type CalendarDate, dateIn, daysBetween } from '../../calendar.ts';
import type { Bilingual } from '../../data-shapes.ts';
import type { DemoMail } from '../../demo-world/demo-mail.ts';
import type { PlanTier } from '../../demo-world/plan-list.ts';
import { planOn } from '../../demo-world/show-plan.ts';
import type { StoredCustomer, StoredPlan } from '../../demo-world/stored.ts';
import type { World } from '../../demo-world/world.ts';
import type { purchase, renewalOffer } from '../plan.ts';

/** A renewal offer as kept: with what the plan was like when it was made. */
export type Renewal = Omit<z.infer<typeof renewalOffer>, 'id' | 'expires_at'> & {
  readonly tier: PlanTier;
  readonly ended_on: CalendarDate;
};
export type Purchase = z.infer<typeof purchase>;

export type PayingCard = 'card_on_file' | 'another_card';

export interface PlanWorld extends World {
  productName(product: string): Bilingual | undefined;
  /** Where the shop is on the web: links in mails lead there. */
  readonly publicUrl: string;
  readonly post: (mail: DemoMail) => void;
}

export type Find = (
  plan_id: string,
  customer_id: string,
) =>
  | {
      readonly plan: StoredPlan;
      readonly customer: StoredCustomer;
      readonly today: CalendarDate;
      readonly tenure: number;
    }
  | undefined;

/** Finds a customer's plan as of today. */
export function findIn({ tables, now }: PlanWorld): Find {
  return (plan_id, customer_id) => {
    const plan = tables.plan(plan_id);
    const customer = tables.customer(customer_id);
    if (!plan || !customer || plan.customer_id !== customer_id) return undefined;
    const today = dateIn(customer.zone, now());
    return { plan: planOn(plan, today), customer, today, tenure: daysBetween(customer.customer_since, today) };
  };
}

/** The offer as its customer sees it. */
export function shownOffer(id: string, { tier: _, ended_on: __, ...data }: Renewal, expires_at: string) {
  return { id, expires_at, ...data };
}

/** Buys once: payment, plan, receipt and the offer's end are one transaction. */
export function buyRenewal(world: PlanWorld, find: Find, offer_id: string, customer_id: string, card: PayingCard) {
  const { tables, offers, now } = world;
  return offers.take<Renewal, Purchase, 'declined' | 'offer_expired' | 'not_found'>(
    'renewal',
    offer_id,
    customer_id,
    now(),
    (offer) => {
      const found = find(offer.plan_id, customer_id);
      if (!found) return { refused: 'not_found' };
      // The plan has changed since: what was read back is no longer true.
      if (found.plan.ends_on !== offer.ended_on) return { refused: 'offer_expired' };
      if (found.customer.card_declines && card === 'card_on_file') return { refused: 'declined' };
      const { plan_id, name, price, starts_on, ends_on, auto_renewal, tier, term_months } = offer;
      const { cancelled_on: _, ...plan } = found.plan;
      tables.savePlan({ ...plan, tier, term_months, price, ends_on, auto_renewal });
      const bought_at = now().toISOString();
      const paid = [offer_id, customer_id, bought_at, price.amount, price.currency] as const;
      tables.rows.run('INSERT INTO demo_purchases VALUES (?, ?, ?, ?, ?)', ...paid);
      const receipt = `R-${offer_id.slice(3, 11).toUpperCase()}`;
      world.post({
        id: `receipt:${offer_id}`,
        kind: 'receipt',
        customer: found.customer,
        letter: { about: 'renewal_receipt', name: name[found.customer.locale], price, ends: ends_on, receipt },
      });
      return { done: { offer_id, plan_id, name, price, starts_on, ends_on, auto_renewal, bought_at, receipt } };
    },
  );
}
