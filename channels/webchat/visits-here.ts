import type { ConversationId, CustomerId } from '../../dialogs/protocol/ids.ts';
import type { Session } from './session-token.ts';

export interface Visit {
  readonly session: Session;
  streams: number;
  seenAt: number;
}

/** Where a customer is there. */
export interface Presence {
  readonly customer: CustomerId;
  readonly conversationId: ConversationId;
  /** How long ago they last did something, in milliseconds: clocks of processes differ. */
  readonly silentMs: number;
}

/** Those visits that this process itself sees. */
export interface VisitsHere {
  isThere(thread: string): boolean;
  presenceOf(customer: CustomerId): Presence | undefined;
}

/** Without an open stream, a visitor counts as there for so long after their last request. */
export const LINGERS_MS = 60_000;

/** @param visits by thread, the longest unseen first */
export function visitsHere(visits: ReadonlyMap<string, Visit>, now: () => number): VisitsHere {
  const lasts = ({ streams, seenAt }: Visit) => streams > 0 || now() - seenAt < LINGERS_MS;
  return {
    isThere: (thread) => {
      const visit = visits.get(thread);
      return visit !== undefined && lasts(visit);
    },
    presenceOf: (customer) => {
      const visit = [...visits.values()].findLast((one) => one.session.customer === customer && lasts(one));
      return visit && { customer, conversationId: visit.session.conversationId, silentMs: now() - visit.seenAt };
    },
  };
}
