import { randomBytes, randomInt, scrypt } from 'node:crypto';
import { promisify } from 'node:util';
import type { ActionContext } from '../action.ts';
import { callOf } from '../call-of.ts';
import { type EvenLatency, evenLatency } from '../even-latency.ts';
import type { Notifications } from '../notifications/notifications.ts';
import { writeLetter } from '../notifications/write-letter.ts';
import type { Orders } from '../orders/orders.ts';
import { plainEmail, plainOrderNumber } from '../same-fact.ts';
import { type Count, mayTry } from '../try-limits.ts';
import type { Customer, Customers } from './customers.ts';
import type { OneTimeCodes } from './one-time-codes.ts';

export const CODE_DIGITS = 6;
export const CODE_MINUTES = 10;

export interface CodePorts {
  readonly customers: Customers;
  readonly orders: Pick<Orders, 'readOrder'>;
  readonly notifications: Notifications;
  readonly codes: OneTimeCodes;
  readonly count: Count;
  readonly latency: EvenLatency;
}

const deriveKey = promisify<string, string, number, Buffer>(scrypt);

/** A code has 20 bits: it is kept by a hash that is slow to try, salted, and bound to its conversation. */
export async function hashCode(code: string, salt: string, conversationId: string): Promise<string> {
  return (await deriveKey(`${conversationId}:${code}`, salt, 32)).toString('hex');
}

interface Whose {
  readonly email?: string | undefined;
  readonly order_number?: string | undefined;
}

/** Sends a code to the address on file. Whoever asks learns nothing: same answer, same work and same time for an unknown address. */
export function sendCode(ports: CodePorts, whose: Whose, context: ActionContext): Promise<'ok' | 'too_many_tries'> {
  return evenLatency(ports.latency, async () => {
    const thing = whose.email ? plainEmail(whose.email) : plainOrderNumber(whose.order_number ?? '');
    if (!(await mayTry(ports.count, 'send_code', context, thing))) return 'too_many_tries';
    const { conversationId, idempotencyKey: request } = context;
    const kept = await ports.codes.read(conversationId);
    if (kept?.request === request && kept.sent) return 'ok'; // the turn runs again: the code is on its way
    const customer = await findCustomer(ports, whose, context);
    const code = String(randomInt(10 ** CODE_DIGITS)).padStart(CODE_DIGITS, '0');
    const salt = randomBytes(16).toString('hex');
    const hash = await hashCode(code, salt, conversationId);
    const expiresAt = new Date(Date.parse(context.now) + CODE_MINUTES * 60_000).toISOString();
    const customerId = customer?.customer_id;
    await ports.codes.put({ conversationId, request, salt, hash, customerId, expiresAt, sent: false });
    if (customer) await mail(ports.notifications, customer, code, `${request}:${salt}`, context);
    await ports.codes.markSent(conversationId, request);
    return 'ok';
  });
}

async function findCustomer(ports: CodePorts, whose: Whose, context: ActionContext): Promise<Customer | undefined> {
  const call = callOf(context);
  if (whose.email) {
    const found = await ports.customers.findByEmail({ email: plainEmail(whose.email) }, call);
    return found.outcome === 'ok' ? found.value : undefined;
  }
  const order = await ports.orders.readOrder({ order_number: plainOrderNumber(whose.order_number ?? '') }, call);
  if (order.outcome !== 'ok') return undefined;
  const found = await ports.customers.readCustomer({ customer_id: order.value.customer_id }, call);
  return found.outcome === 'ok' ? found.value : undefined;
}

function mail(
  notifications: Notifications,
  customer: Customer,
  code: string,
  id: string,
  context: ActionContext,
): Promise<void> {
  const letter = writeLetter({ about: 'one_time_code', code, minutes: CODE_MINUTES }, context.locale);
  const { customer_id: customerId, email: to } = customer;
  return notifications.send({
    id,
    kind: 'one_time_code',
    by: 'email',
    to,
    customerId,
    locale: context.locale,
    ...letter,
  });
}
