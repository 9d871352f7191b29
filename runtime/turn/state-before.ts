import { migrateConversation } from '../../dialogs/engine/migrate-conversation.ts';
import { newConversation } from '../../dialogs/engine/new-conversation.ts';
import type { FlowBook } from '../../dialogs/flow/flow-book.ts';
import type { InboundEvent } from '../../dialogs/protocol/event.ts';
import type { Instant } from '../../dialogs/protocol/ids.ts';
import type { ConversationState, CustomerFacts, Identity } from '../../dialogs/protocol/state.ts';
import type { RuntimeParts } from '../parts.ts';
import { meetDeadline } from './meet-deadline.ts';
import { isSamePerson } from './same-person.ts';

/** Nobody waits longer for their greeting, in milliseconds. */
const FACTS_MS = 1500;

type Parts = Pick<RuntimeParts, 'channels' | 'customerFacts' | 'telemetry'>;

interface Known {
  readonly book: FlowBook;
  readonly event: InboundEvent;
  /** As last committed; absent where the conversation begins. */
  readonly kept: ConversationState | undefined;
  readonly now: Instant;
}

/** The state with what the shell knows: today's dialogs, the place, who is signed in on the page, a proof that has run out. */
export async function stateBefore(parts: Parts, { book, event, kept, now }: Known): Promise<ConversationState> {
  const place = parts.channels.find((one) => one.name === event.from.channel)?.at(event.from) ?? kept?.place;
  if (!place) throw new Error(`No channel is called ${event.from.channel}.`);
  const fresh = () => ({
    ...newConversation({ locale: event.locale, place, now, bookRevision: book.revision }),
    // Calls are named after it: a first turn that is run again must ask under the same names.
    startedAt: event.at,
  });
  const brought = event.kind === 'session' ? event.identity : undefined;
  const state = { ...migrateConversation(book, kept && isSamePerson(kept.identity, brought) ? kept : fresh()), place };
  if (brought) return { ...state, identity: brought, customer: (await factsOf(parts, brought)) ?? state.customer };
  const lapsed = state.identity.expiresAt !== undefined && state.identity.expiresAt <= now;
  return lapsed ? { ...state, identity: { level: 'none', proves: {} } } : state;
}

/** Knowing a customer's tier is a kindness: a company system that is down must not keep them from being greeted. */
async function factsOf(parts: Parts, { proves }: Identity): Promise<CustomerFacts | undefined> {
  if (proves.customer === undefined) return undefined;
  const facts = parts.customerFacts(proves.customer).catch((fault: unknown) => {
    parts.telemetry.warn('customer_facts_failed', {}, fault);
    return undefined;
  });
  const known = await meetDeadline(facts, FACTS_MS);
  if (known !== 'late') return known;
  parts.telemetry.warn('customer_facts_late');
  return undefined;
}
