import type { ConversationId, CustomerId } from '../../dialogs/protocol/ids.ts';
import type { Session } from './session-token.ts';

/** Who has the chat open now. It is told and forgotten. */
export interface Visits {
  /** A request of this visitor came in. */
  seen(session: Session): void;
  /** Their event stream opened. Returns how to tell that it closed. */
  opened(session: Session): () => void;
  isThere(thread: string): boolean;
  /** The conversation in which this signed-in customer is there. */
  conversationOf(customer: CustomerId): ConversationId | undefined;
}

interface Visit {
  readonly session: Session;
  streams: number;
  seenAt: number;
}

/** Without an open stream, a visitor counts as there for so long after their last request. */
const LINGERS_MS = 60_000;

export function createVisits(now: () => number): Visits {
  const visits = new Map<string, Visit>();
  const lasts = ({ streams, seenAt }: Visit) => streams > 0 || now() - seenAt < LINGERS_MS;
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
    isThere: (thread) => {
      const visit = visits.get(thread);
      return visit !== undefined && lasts(visit);
    },
    conversationOf: (customer) =>
      [...visits.values()].findLast((visit) => visit.session.customer === customer && lasts(visit))?.session
        .conversationId,
  };
}
