import { addDays } from '../../calendar.ts';
import { buyRenewal, findIn, type PayingCard, type PlanWorld, type Renewal, shownOffer } from './renewal.ts';

/** What the page behind a confirmation link shows and does. Whoever has the link may do it: it went to the customer's own mailbox. */
export function createConfirmationPage(world: PlanWorld) {
  const find = findIn(world);
  const offerAt = (link: string) => world.offers.byLink<Renewal>('renewal', link);
  return {
    /** The offer and where it stands; undefined for a link that was never sent. */
    read: (link: string) => {
      const offer = offerAt(link);
      const found = offer && find(offer.data.plan_id, offer.customer_id);
      if (!offer || !found) return undefined;
      const { id, data, expires_at, taken } = offer;
      const { plan, customer } = found;
      const product_name = plan.product === undefined ? undefined : world.productName(plan.product);
      // The plan has changed since the offer was made: it can't be taken any more.
      const over = expires_at <= world.now().toISOString() || plan.ends_on !== data.ended_on;
      const done = taken ? buyRenewal(world, find, id, offer.customer_id, 'another_card') : undefined;
      return {
        ...shownOffer(id, data, expires_at),
        state: taken ? ('done' as const) : over ? ('expired' as const) : ('open' as const),
        locale: customer.locale,
        ...(data.auto_renewal ? { renews_on: addDays(data.ends_on, 1) } : {}),
        ...(plan.product !== undefined && product_name ? { product: plan.product, product_name } : {}),
        ...(done?.outcome === 'ok' ? { receipt: done.value.receipt } : {}),
      };
    },
    /** Buys it once, however often it is confirmed. The page takes another card, so a declined one on file doesn't matter. */
    confirm: (link: string, card: PayingCard = 'another_card') => {
      const offer = offerAt(link);
      return offer ? buyRenewal(world, find, offer.id, offer.customer_id, card) : ({ outcome: 'not_found' } as const);
    },
  };
}
