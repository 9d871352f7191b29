import type { Identity } from '../../dialogs/protocol/state.ts';
import type { ActionContext } from '../action.ts';
import { callOf } from '../call-of.ts';
import { type EvenLatency, evenLatency } from '../even-latency.ts';
import { provedCustomer } from '../identity-proof.ts';
import { plainEmail, plainOrderNumber, plainPostcode, sameFact } from '../same-fact.ts';
import { type Count, mayTry, takeBackTry } from '../try-limits.ts';
import type { Orders } from './orders.ts';

/** How long the proof of an order holds. */
const PROOF_HOURS = 12;

interface Proof {
  readonly order_number: string;
  readonly postcode?: string | undefined;
  readonly email?: string | undefined;
}

type Proved =
  | { readonly outcome: 'ok'; readonly order_number: string; readonly identity: Identity }
  | { readonly outcome: 'no_match' | 'too_many_tries' };

/** Proves one order by a second fact. Same outcome, same work and same time for "no such order" and "another postcode". */
export function proveOrder(
  ports: { readonly orders: Orders; readonly count: Count; readonly latency: EvenLatency },
  proof: Proof,
  context: ActionContext,
): Promise<Proved> {
  return evenLatency(ports.latency, async () => {
    const order_number = plainOrderNumber(proof.order_number);
    if (!(await mayTry(ports.count, 'prove_order', context, order_number))) return { outcome: 'too_many_tries' };
    const read = await ports.orders.readOrder({ order_number }, callOf(context));
    const kept = read.outcome === 'ok' ? read.value : undefined;
    const delivery = fits(proof.postcode, kept?.postcode, plainPostcode);
    const billing = fits(proof.postcode, kept?.billing_postcode, plainPostcode);
    const postcode = delivery || billing;
    const email = fits(proof.email, kept?.email, plainEmail);
    if (!kept || !(postcode || email)) return { outcome: 'no_match' };
    await takeBackTry(ports.count, 'prove_order', context, order_number);
    return { outcome: 'ok', order_number, identity: raised(context, order_number, postcode ? 'postcode' : 'email') };
  });
}

function fits(given: string | undefined, kept: string | undefined, plain: (text: string) => string): boolean {
  const same = sameFact(plain(given ?? ''), plain(kept ?? ''));
  return same && plain(given ?? '') !== '';
}

/** A verified customer stays verified and can now also see this order; anyone else is recognised for it alone. */
function raised(context: ActionContext, order: string, method: string): Identity {
  const customer = provedCustomer(context);
  if (customer !== undefined) return { ...context.identity, proves: { customer, order } };
  return {
    level: 'recognised',
    proves: { order },
    method,
    at: context.now,
    expiresAt: new Date(Date.parse(context.now) + PROOF_HOURS * 3_600_000).toISOString(),
  };
}
