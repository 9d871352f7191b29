import type { Capabilities } from '../protocol/capabilities.ts';
import type { Instant } from '../protocol/ids.ts';
import type { Locale } from '../protocol/locale.ts';
import type { ConversationState } from '../protocol/state.ts';

export interface Beginning {
  readonly locale: Locale;
  readonly place: Capabilities;
  readonly now: Instant;
  readonly bookRevision: string;
  /** IANA zone of the customer, where known. */
  readonly zone?: string;
}

/** A conversation in which nobody has spoken yet. */
export function newConversation({ locale, place, now, bookRevision, zone }: Beginning): ConversationState {
  return {
    version: 1,
    bookRevision,
    control: { owner: 'bot', epoch: 0, since: now },
    stack: [],
    memory: {},
    identity: { level: 'none', proves: {} },
    customer: {},
    locale,
    ...(zone === undefined ? {} : { zone }),
    place,
    calls: [],
    counter: 0,
    timers: [],
    misses: 0,
    turnNumber: 0,
    lastSaid: [],
    timesSaid: {},
    deferred: [],
    clarified: 0,
    danger: false,
    parked: [],
    startedAt: now,
    lastEventAt: now,
    closed: false,
    history: [],
  };
}
