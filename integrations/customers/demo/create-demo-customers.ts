import { addDays, dateIn, daysBetween } from '../../calendar.ts';
import { coversOn } from '../../demo-world/show-plan.ts';
import type { StoredCustomer } from '../../demo-world/stored.ts';
import type { World } from '../../demo-world/world.ts';
import type { Customer, Customers } from '../customers.ts';

const NEW_DAYS = 90;
/** The law gives a month. */
const DAYS_TO_ERASE = 30;

/** A customer as of now. */
export function showCustomer(
  { id, card_last4: _, card_declines: __, ...customer }: StoredCustomer,
  now: Date,
): Customer {
  const tenure_days = daysBetween(customer.customer_since, dateIn(customer.zone, now));
  return { ...customer, customer_id: id, tenure_days, phase: tenure_days <= NEW_DAYS ? 'new' : 'settled' };
}

/** The customers socket over the demo world. */
export function createDemoCustomers({ tables, now }: World): Customers {
  const shown = (customer: StoredCustomer | undefined) =>
    customer ? ({ outcome: 'ok', value: showCustomer(customer, now()) } as const) : ({ outcome: 'not_found' } as const);
  return {
    readCustomer: async ({ customer_id }) => shown(tables.customer(customer_id)),
    findByEmail: async ({ email }) => shown(tables.customerByEmail(email.trim().toLowerCase())),
    setDoorstepFacts: async ({ customer_id, on }) => {
      const customer = tables.customer(customer_id);
      if (!customer) return { outcome: 'not_found' };
      const after = { ...customer, doorstep_facts: on };
      tables.saveCustomer(after);
      return shown(after);
    },
    forgetCustomer: async ({ customer_id }) =>
      tables.rows.together(() => {
        const customer = tables.customer(customer_id);
        if (!customer) return { outcome: 'not_found' };
        for (const table of ['demo_mails', 'demo_notices', 'demo_diagnoses']) {
          tables.rows.run(`DELETE FROM ${table} WHERE customer_id = ?`, customer_id);
        }
        const today = dateIn(customer.zone, now());
        const running = tables.plansOf(customer_id).some((plan) => coversOn(plan, today));
        const orders = tables.ordersOf(customer_id).length > 0;
        return {
          outcome: 'ok',
          value: {
            request_id: `F-${customer_id}-${today.replaceAll('-', '')}`,
            done_by: addDays(today, DAYS_TO_ERASE),
            kept: [
              ...(orders ? (['orders_and_invoices'] as const) : []),
              ...(running ? (['running_plans'] as const) : []),
            ],
          },
        };
      }),
  };
}
