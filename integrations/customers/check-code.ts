import type { CustomerFacts, Identity } from '../../dialogs/protocol/state.ts';
import type { ActionContext } from '../action.ts';
import { callOf } from '../call-of.ts';
import { evenLatency } from '../even-latency.ts';
import { sameFact } from '../same-fact.ts';
import { mayTry, takeBackTry } from '../try-limits.ts';
import { factsOf } from './facts-of.ts';
import { type CodePorts, hashCode } from './send-code.ts';

/** How long a customer stays verified by a code. */
const VERIFIED_HOURS = 12;

type Checked =
  | { readonly outcome: 'ok'; readonly identity: Identity; readonly customer: CustomerFacts }
  | { readonly outcome: 'wrong_code' | 'expired' | 'too_many_tries' };

/** Checks the code of this conversation. It is taken away by the first right try: a second one finds none. */
export function checkCode(ports: CodePorts, given: string, context: ActionContext): Promise<Checked> {
  return evenLatency(ports.latency, async () => {
    if (!(await mayTry(ports.count, 'check_code', context))) return { outcome: 'too_many_tries' };
    const kept = await ports.codes.read(context.conversationId);
    if (!kept || kept.expiresAt <= context.now) return { outcome: 'expired' };
    const digits = given.normalize('NFKC').replace(/\D/g, '');
    const hash = await hashCode(digits, kept.salt, context.conversationId);
    if (!sameFact(hash, kept.hash) || kept.customerId === undefined) return { outcome: 'wrong_code' };
    const found = await ports.customers.readCustomer({ customer_id: kept.customerId }, callOf(context));
    if (found.outcome !== 'ok') return { outcome: 'wrong_code' };
    if (!(await ports.codes.take(context.conversationId, kept.hash))) return { outcome: 'expired' };
    await takeBackTry(ports.count, 'check_code', context);
    await takeBackTry(ports.count, 'send_code', context);
    return { outcome: 'ok', identity: verified(kept.customerId, context), customer: factsOf(found.value) };
  });
}

/** What was proved of an order before stays proved. */
function verified(customer: string, { identity, now }: ActionContext): Identity {
  const { order } = identity.proves;
  return {
    level: 'verified',
    proves: order === undefined ? { customer } : { customer, order },
    method: 'one_time_code',
    at: now,
    expiresAt: new Date(Date.parse(now) + VERIFIED_HOURS * 3_600_000).toISOString(),
  };
}
