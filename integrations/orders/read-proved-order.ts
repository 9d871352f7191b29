import type { ActionContext } from '../action.ts';
import { callOf } from '../call-of.ts';
import { provedCustomer, provesOrder } from '../identity-proof.ts';
import { plainOrderNumber } from '../same-fact.ts';
import type { Order } from './order.ts';
import type { Orders } from './orders.ts';

type Read =
  | { readonly outcome: 'ok'; readonly order: Order }
  | { readonly outcome: 'not_found' }
  | { readonly outcome: 'not_proved' };

/** Reads an order for whoever proved this very number, or for the verified customer whose order it is. Anyone else's does not exist. */
export async function readProvedOrder(orders: Orders, number: string, context: ActionContext): Promise<Read> {
  const order_number = plainOrderNumber(number);
  const proved = provesOrder(context, order_number);
  const customer = provedCustomer(context);
  if (!proved && customer === undefined) return { outcome: 'not_proved' };
  const read = await orders.readOrder({ order_number }, callOf(context));
  if (read.outcome !== 'ok' || (!proved && read.value.customer_id !== customer)) return { outcome: 'not_found' };
  return { outcome: 'ok', order: read.value };
}

/** Reads an order for the verified customer whose own it is: money, address and changes need that much. */
export async function readOwnOrder(orders: Orders, number: string, context: ActionContext): Promise<Read> {
  const customer = provedCustomer(context);
  if (customer === undefined) return { outcome: 'not_proved' };
  const read = await orders.readOrder({ order_number: plainOrderNumber(number) }, callOf(context));
  if (read.outcome !== 'ok' || read.value.customer_id !== customer) return { outcome: 'not_found' };
  return { outcome: 'ok', order: read.value };
}
