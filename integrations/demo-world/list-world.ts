import { dateIn } from '../calendar.ts';
import type { OrderState } from '../orders/order.ts';
import type { PlanKind, PlanState } from '../subscriptions/plan.ts';
import { byCustomer } from './by-customer.ts';
import { standingOn } from './course.ts';
import { showPlan } from './show-plan.ts';
import type { World } from './world.ts';

type ProductName = (id: string) => { readonly en: string; readonly ja: string } | undefined;

/** What `omotenashi demo --json` prints. Codes and mails are no part of it. */
export interface ListedWorld {
  readonly customers: readonly {
    readonly id: string;
    readonly name: string;
    readonly locale: string;
    readonly email: string;
    readonly postcode: string;
    readonly orders: readonly {
      readonly number: string;
      readonly state: OrderState;
      readonly items: readonly string[];
    }[];
    readonly plans: readonly {
      readonly id: string;
      readonly kind: PlanKind;
      readonly state: PlanState;
      readonly renews_on: string;
    }[];
    readonly devices: readonly { readonly product: string; readonly serial: string }[];
  }[];
}

/**
 * Lists the stored world as of now, by reading alone. An order opens with its customer's postcode, a gift's with its recipient's too.
 * `renews_on` is the day of the next payment, or the last day of a plan that does not renew by itself. Items are named in the customer's language.
 */
export function listWorld(
  { tables, now, productName }: World & { readonly productName: ProductName },
  locale?: string,
): ListedWorld {
  const orders = byCustomer(tables.orders());
  const plans = byCustomer(tables.plans());
  const devices = byCustomer(tables.devices());
  const customers = tables.customers(locale).map((customer) => {
    const { id, name, email, postcode, zone } = customer;
    return {
      ...{ id, name, locale: customer.locale, email, postcode },
      orders: (orders.get(id) ?? []).map((order) => ({
        number: order.number,
        state: standingOn(order.course, dateIn(order.zone, now())).state,
        items: order.items.map(
          (item) => productName(item.product)?.[customer.locale === 'ja' ? 'ja' : 'en'] ?? item.product,
        ),
      })),
      plans: (plans.get(id) ?? []).map((stored) => {
        const plan = showPlan(stored, undefined, dateIn(zone, now()));
        return { id: plan.plan_id, kind: plan.kind, state: plan.state, renews_on: plan.renews_on ?? plan.ends_on };
      }),
      devices: (devices.get(id) ?? []).map(({ product, serial }) => ({ product, serial })),
    };
  });
  return { customers };
}
