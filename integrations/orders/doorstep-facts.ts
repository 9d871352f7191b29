import { daysBetween } from '../calendar.ts';
import type { Order } from './order.ts';

const ON_ITS_WAY = new Set([
  'placed',
  'packed',
  'shipped',
  'in_transit',
  'out_for_delivery',
  'delayed',
  'partly_shipped',
]);

/**
 * What the parcel at the door would tell anyway: how many come on which day, how many are late. No contents, numbers, names or money.
 * @param today the calendar date in the customer's zone
 * @returns undefined when nothing is on its way and nothing came lately
 */
export function doorstepFacts(orders: readonly Order[], today: string) {
  const parcels = orders
    .filter((order) => !order.is_gift)
    .flatMap((order) =>
      order.parcels.map((parcel) => ({
        ...parcel,
        coming: ON_ITS_WAY.has(order.state) && parcel.state !== 'delivered',
      })),
    );
  const coming = parcels.filter((parcel) => parcel.coming);
  const days = coming.flatMap((parcel) => parcel.eta ?? []).sort();
  const delivered = parcels.flatMap((parcel) => parcel.delivered_on ?? []).sort();
  const arriving_on = days[0];
  const last_delivered_on = delivered.at(-1);
  const lately = last_delivered_on !== undefined && daysBetween(last_delivered_on, today) <= 7;
  if (coming.length === 0 && !lately) return undefined;
  return {
    parcels: coming.length,
    arriving_today: days.filter((day) => day === today).length,
    arriving_on,
    arriving_on_that_day: days.filter((day) => day === arriving_on).length,
    days_to_arrival: arriving_on === undefined ? undefined : daysBetween(today, arriving_on),
    delayed: coming.filter((parcel) => parcel.state === 'delayed').length,
    delivered_today: delivered.filter((day) => day === today).length,
    last_delivered_on: lately ? last_delivered_on : undefined,
  };
}
