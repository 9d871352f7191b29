import type { Json } from '../../dialogs/protocol/value.ts';
import type { Action, ActionContext } from '../action.ts';
import { callOf } from '../call-of.ts';
import type { Diagnostics } from '../diagnostics/diagnostics.ts';
import { provedCustomer } from '../identity-proof.ts';
import { implementAction } from '../implement-action.ts';
import { isOpen } from '../orders/list-order.ts';
import type { Orders } from '../orders/orders.ts';
import type { ArchiveRecord, Records } from '../records/records.ts';
import type { Subscriptions } from '../subscriptions/subscriptions.ts';
import { CONSENT_PURPOSES, CUSTOMER_ACTIONS } from './action-descriptors.ts';
import { checkCode } from './check-code.ts';
import { maskEmail, maskPhone } from './mask.ts';
import { CODE_DIGITS, CODE_MINUTES, type CodePorts, sendCode } from './send-code.ts';

/** What the actions on customers work with. */
export interface CustomerPorts extends CodePorts {
  readonly orders: Pick<Orders, 'readOrder' | 'listOrders'>;
  readonly subscriptions: Pick<Subscriptions, 'listPlans'>;
  readonly diagnostics: Pick<Diagnostics, 'listDevices'>;
  readonly records: Pick<Records, 'find'>;
  /** The page on which a signed-in customer sees everything. */
  readonly accountUrl?: string | undefined;
}

type Purpose = (typeof CONSENT_PURPOSES)[number];

/** The code behind the actions on customers. */
export function createCustomerActions(ports: CustomerPorts): readonly Action[] {
  return [...identifyingActions(ports), ...dataActions(ports)];
}

function identifyingActions(ports: CustomerPorts): readonly Action[] {
  return [
    implementAction(CUSTOMER_ACTIONS.send_one_time_code, async (whose, context) => {
      const outcome = await sendCode(ports, whose, context);
      return outcome === 'ok' ? { outcome, output: { digits: CODE_DIGITS, valid_minutes: CODE_MINUTES } } : { outcome };
    }),
    implementAction(CUSTOMER_ACTIONS.check_one_time_code, async ({ code }, context) => {
      const checked = await checkCode(ports, code, context);
      return checked.outcome === 'ok' ? { ...checked, output: { verified: true } } : checked;
    }),
  ];
}

function dataActions(ports: CustomerPorts): readonly Action[] {
  const { customers } = ports;
  return [
    implementAction(CUSTOMER_ACTIONS.what_we_know, async (_, context) => {
      const customer_id = provedCustomer(context);
      if (customer_id === undefined) return { outcome: 'not_proved' };
      const known = await whatWeKnow(ports, customer_id, context);
      if (known) context.keep(auditRecord('data_shown', context, { customerId: customer_id }));
      return known ? { outcome: 'ok', output: known } : { outcome: 'not_proved' };
    }),
    implementAction(CUSTOMER_ACTIONS.record_consent, async ({ purpose, granted }, context) => {
      context.keep(consentRecord(purpose, granted, context));
      return { outcome: 'ok', output: { purpose, granted } };
    }),
    implementAction(CUSTOMER_ACTIONS.set_doorstep_facts, async ({ on }, context) => {
      const customer_id = provedCustomer(context);
      if (customer_id === undefined) return { outcome: 'not_proved' };
      const set = await customers.setDoorstepFacts({ customer_id, on }, callOf(context));
      if (set.outcome !== 'ok') return { outcome: 'not_proved' };
      context.keep(auditRecord('doorstep_facts_set', context, { customerId: customer_id, body: { on } }));
      return { outcome: 'ok', output: { on } };
    }),
    implementAction(CUSTOMER_ACTIONS.forget_me, async (_, context) => {
      const customer_id = provedCustomer(context);
      if (customer_id === undefined) return { outcome: 'not_proved' };
      const forgotten = await customers.forgetCustomer({ customer_id }, callOf(context));
      if (forgotten.outcome !== 'ok') return { outcome: 'not_proved' };
      context.keep(erasureRecord(customer_id, context));
      // Without the customer's name on it, since it is there to stay.
      context.keep(auditRecord('customer_forgotten', context, {}));
      return { outcome: 'ok', output: forgotten.value };
    }),
  ];
}

async function whatWeKnow(ports: CustomerPorts, customer_id: string, context: ActionContext) {
  const call = callOf(context);
  const [read, orders, plans, devices, turns, consents] = await Promise.all([
    ports.customers.readCustomer({ customer_id }, call),
    ports.orders.listOrders({ customer_id, limit: 100 }, call),
    ports.subscriptions.listPlans({ customer_id }, call),
    ports.diagnostics.listDevices({ customer_id }, call),
    ports.records.find({ kind: 'turn', customerId: customer_id, limit: 1000 }),
    ports.records.find({ kind: 'consent', customerId: customer_id, limit: 1000 }),
  ]);
  if (read.outcome !== 'ok') return undefined;
  const { name, customer_since, tier, preferred_channel, doorstep_facts, email, phone } = read.value;
  const all = orders.outcome === 'ok' ? orders.value : [];
  return {
    ...{ name, customer_since, tier, preferred_channel, doorstep_facts },
    email: maskEmail(email),
    phone: maskPhone(phone),
    orders: all.length,
    orders_open: all.filter(isOpen).length,
    plans: plans.outcome === 'ok' ? plans.value.length : 0,
    devices: devices.outcome === 'ok' ? devices.value.length : 0,
    conversations: new Set(turns.map((turn) => turn.conversationId)).size,
    consents: givenConsents(consents),
    link: ports.accountUrl,
  };
}

/** The purposes whose latest word is yes. */
function givenConsents(records: readonly ArchiveRecord[]): Purpose[] {
  const latest = new Map<string, unknown>();
  for (const { body } of records.toSorted((a, b) => a.at.localeCompare(b.at))) {
    if (body && typeof body === 'object' && !Array.isArray(body) && 'purpose' in body)
      latest.set(String(body['purpose']), body['granted']);
  }
  return CONSENT_PURPOSES.filter((purpose) => latest.get(purpose) === true);
}

function consentRecord(purpose: Purpose, granted: boolean, context: ActionContext): ArchiveRecord {
  const { conversationId, channel, now: at, idempotencyKey, identity } = context;
  const customerId = identity.level === 'verified' ? identity.proves.customer : undefined;
  return {
    id: `consent:${idempotencyKey}`,
    kind: 'consent',
    at,
    conversationId,
    ...(customerId === undefined ? {} : { customerId }),
    outcome: granted ? 'granted' : 'withdrawn',
    body: { purpose, granted, basis: 'consent', channel, evidence: idempotencyKey },
  };
}

/** Takes away what the archive has of the customer, and of this turn too, when it comes there. */
const erasureRecord = (customerId: string, { now: at, idempotencyKey }: ActionContext): ArchiveRecord => ({
  ...{ id: `erasure:${idempotencyKey}`, kind: 'erasure', at, customerId, body: {} },
});

/** Who was shown or had changed what: the words themselves stay outside. */
function auditRecord(
  what: 'data_shown' | 'doorstep_facts_set' | 'customer_forgotten',
  { conversationId, channel, now: at, idempotencyKey }: ActionContext,
  { customerId, body = {} }: { readonly customerId?: string; readonly body?: Record<string, Json> },
): ArchiveRecord {
  return {
    id: `audit:${what}:${idempotencyKey}`,
    kind: 'audit',
    at,
    ...(customerId === undefined ? {} : { conversationId, customerId }),
    outcome: what,
    body: { what, channel, ...body },
  };
}
