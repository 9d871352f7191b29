import type { ConversationId, CustomerId } from '../../dialogs/protocol/ids.ts';
import { askElsewhere } from './ask-elsewhere.ts';
import type { WebchatConfig } from './config.ts';
import type { Session } from './session-token.ts';
import { LINGERS_MS, type Visit, visitsHere } from './visits-here.ts';

/** Who has the chat open now, in whatever process. It is told and forgotten. */
export interface Visits {
  /** A request of this visitor came in. */
  seen(session: Session): void;
  /** Their event stream opened. Returns how to tell that it closed. */
  opened(session: Session): () => void;
  isThere(thread: string): Promise<boolean>;
  /** The conversation in which this signed-in customer is there, the latest of several. */
  conversationOf(customer: CustomerId): Promise<ConversationId | undefined>;
}

export function createVisits({ log, accountId, now }: Pick<WebchatConfig, 'log' | 'accountId' | 'now'>): Visits {
  const visits = new Map<string, Visit>();
  const here = visitsHere(visits, now);
  const elsewhere = askElsewhere(log, accountId, here);
  const visitOf = (session: Session): Visit => {
    const was = visits.get(session.thread);
    const visit = { session, streams: was?.streams ?? 0, seenAt: now() };
    visits.delete(session.thread);
    for (const [thread, old] of visits) {
      // The longest unseen come first.
      if (now() - old.seenAt < LINGERS_MS) break;
      if (old.streams === 0) visits.delete(thread);
    }
    visits.set(session.thread, visit);
    return visit;
  };
  return {
    seen: (session) => void visitOf(session),
    opened: (session) => {
      visitOf(session).streams += 1;
      return () => {
        const visit = visits.get(session.thread);
        if (visit) visit.streams -= 1;
      };
    },
    isThere: async (thread) => here.isThere(thread) || (await elsewhere({ thread })).isThere,
    conversationOf: async (customer) => {
      const found = [here.presenceOf(customer), ...(await elsewhere({ customer })).presences];
      const latest = found.filter((one) => one !== undefined).toSorted((a, b) => a.silentMs - b.silentMs)[0];
      return latest?.conversationId;
    },
  };
}
