import type {
  Begin,
  CommitTurn,
  ConversationStore,
  Outgoing,
} from '../../../integrations/conversation-store/conversation-store.ts';
import { aState } from '../../kit/a-state.ts';

/** A fresh, empty store for one test, and a clock that only the test moves. */
export interface StoreUnderTest {
  readonly store: ConversationStore;
  /** Lets time pass, in milliseconds. */
  pass(milliseconds: number): Promise<void>;
  /** Closes it and opens what it kept again, as after a crash. */
  reopen(): Promise<ConversationStore>;
  end(): Promise<void>;
}

export interface StoreTimes {
  readonly claimMs: number;
  readonly idleMs: number;
}

export const TIMES: StoreTimes = { claimMs: 5000, idleMs: 30 * 86_400_000 };
export const LIMITS = { leaseMs: 10_000, dedupeMs: 3_600_000, inboxMax: 5 };

export type Run = Extract<Begin, { kind: 'run' }>;

export function mustRun(begun: Begin): Run {
  if (begun.kind !== 'run') throw new Error(`expected run, got ${begun.kind}`);
  return begun;
}

export const aTurn = (commitId: string, wanted: Partial<CommitTurn> = {}): CommitTurn => ({
  commitId,
  used: 1,
  state: aState(),
  outgoing: [],
  timers: [],
  ...wanted,
});

export const aReply = (id: string, wanted: Partial<Outgoing> = {}): Outgoing => ({
  id,
  kind: 'reply',
  epoch: 0,
  to: { channel: 'test', accountId: 'shop', userId: 'u', threadId: 'thread-1' },
  body: { text: id },
  resend: 'again',
  ...wanted,
});

export const aRecord = (id: string): Outgoing => ({ id, kind: 'record', epoch: 0, body: { id }, resend: 'again' });

/** Claims what is due to be sent; gives the ids of the messages. */
export const claimedIds = async (store: ConversationStore, limit = 10): Promise<string[]> =>
  (await store.claim(limit)).map((claim) => claim.entry.id);
