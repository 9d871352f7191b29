import type { TimerChange } from '../../dialogs/protocol/effect.ts';
import type { Address, InboundEvent } from '../../dialogs/protocol/event.ts';
import type { ConversationId } from '../../dialogs/protocol/ids.ts';
import type { Locale } from '../../dialogs/protocol/locale.ts';
import type { ConversationState } from '../../dialogs/protocol/state.ts';
import type { Json } from '../../dialogs/protocol/value.ts';

/** An address as one string (channel, account, user, thread): points to a conversation. */
export type Alias = string;

/** The right to run a conversation's turns, for a time. `token` rises with every lease: an old holder is fenced off. */
export interface Lease {
  readonly conversationId: ConversationId;
  readonly holder: string;
  readonly token: number;
  /** Version of the state that the lease read. */
  readonly version: number;
  /** Milliseconds of the store's clock; 0 = lapsed and taken by another: stop. */
  readonly expiresAt: number;
}

export interface InboundEntry {
  readonly event: InboundEvent;
  /** How often a turn over this entry was begun. */
  readonly attempts: number;
  readonly seq: number;
}

/** What a reply channel answers when the same request comes again. */
export type StoredReply = Json;

export interface Outgoing {
  readonly id: string;
  readonly kind: 'reply' | 'effect' | 'record';
  readonly epoch: number;
  readonly to?: Address;
  readonly body: Json;
  readonly resend: 'again' | 'ask_first' | 'never';
  /** W3C traceparent of the turn: whoever sends it, in whatever process, goes on with its trace. */
  readonly trace?: string;
}

/** What waits. */
export interface QueueDepths {
  /** Conversations with messages that no turn has used up. */
  readonly inbox: number;
  /** Conversations with messages that are not sent yet. */
  readonly outbox: number;
  /** Records that the archive does not have yet. */
  readonly records: number;
  readonly deadLetters: number;
}

export type Begin =
  | {
      readonly kind: 'run';
      readonly conversationId: ConversationId;
      readonly lease: Lease;
      readonly state?: ConversationState;
      readonly inbox: readonly InboundEntry[];
    }
  /** The alias joined another conversation: cache it and ask again there. */
  | { readonly kind: 'moved'; readonly to: ConversationId }
  /** Another turn holds the lease; its commit will find this message. */
  | { readonly kind: 'wait'; readonly conversationId: ConversationId }
  | {
      readonly kind: 'duplicate';
      readonly conversationId: ConversationId;
      readonly reply?: StoredReply;
    }
  /** Inbox at its cap; the message is not marked seen: answer 429 or 503. */
  | { readonly kind: 'full' }
  /** Asked for by its id, and it is not there, or no longer. Nothing was written. */
  | { readonly kind: 'unknown' };

export type Commit =
  | { readonly kind: 'done' }
  | {
      readonly kind: 'more';
      readonly lease: Lease;
      readonly inbox: readonly InboundEntry[];
    }
  | { readonly kind: 'fenced' };

/** The head of an outbox that is due. */
export interface Claim {
  readonly conversationId: ConversationId;
  readonly entry: Outgoing;
  /** How often it was claimed before. */
  readonly attempts: number;
  /** An earlier sender vanished in the middle: it may have been delivered already. */
  readonly uncertain: boolean;
  readonly holder: string;
}

/** Something that could not be done: kept for staff to read and to replay. */
export interface DeadLetter {
  readonly id: number;
  readonly conversationId: ConversationId;
  readonly kind: 'turn' | 'reply' | 'effect';
  readonly why: string;
  /** Milliseconds of the store's clock. */
  readonly at: number;
  readonly body: Json;
}

export interface CommitTurn {
  readonly commitId: string;
  /** How many inbox entries, from the head, this turn used up. */
  readonly used: number;
  readonly state: ConversationState;
  readonly outgoing: readonly Outgoing[];
  readonly timers: readonly TimerChange[];
  /** Further addresses of this conversation from now on. */
  readonly aliases?: readonly Alias[];
  readonly reply?: StoredReply;
  /** Joined another conversation: its aliases and waiting entries go there, its timers end, `begin` answers `moved`. */
  readonly movedTo?: ConversationId;
}

/**
 * THE SOCKET that keeps conversations. Each call is atomic: all or nothing. Times are the store's own.
 * @example
 * const begun = await store.begin({ alias }, event, { leaseMs: 10_000, dedupeMs: 86_400_000, inboxMax: 50 });
 * if (begun.kind === 'run') await store.commit(begun.lease, { commitId, used: 1, state, outgoing, timers: [] });
 */
export interface ConversationStore {
  /** Alias → conversation, de-duplication, queue, lease and state in one call. Without `entry` it resumes a conversation. */
  begin(
    at: { readonly alias: Alias; readonly known?: ConversationId } | { readonly conversationId: ConversationId },
    entry: InboundEvent | undefined,
    limits: {
      readonly leaseMs: number;
      readonly dedupeMs: number;
      readonly inboxMax: number;
    },
  ): Promise<Begin>;
  /** Token and version checked, then all or nothing; the same `commitId` again gets the same answer again. */
  commit(lease: Lease, turn: CommitTurn): Promise<Commit>;
  /** false: the lease is someone else's now. */
  renew(lease: Lease): Promise<boolean>;
  /** The inbox as it is now, for a turn that waits for more; counts as no attempt. Empty: the lease is someone else's. */
  waiting(lease: Lease): Promise<readonly InboundEntry[]>;
  /** Gives the lease up without a turn: what waits is swept again after `afterMs`. A lease that was taken is left alone. */
  release(lease: Lease, afterMs: number): Promise<void>;
  /** Heads of outboxes that are due, in order per conversation; `record` entries come apart, by `claimRecords`. */
  claim(limit: number): Promise<readonly Claim[]>;
  /** A send takes long: nobody takes it over for another claim's time. false: somebody has. */
  keepClaim(claim: Claim): Promise<boolean>;
  /** After the platform accepted it. */
  ack(claim: Claim): Promise<void>;
  /** It did not go through: try again after `afterMs`, or (`dead`) lay it among the dead letters with the reason. */
  nack(claim: Claim, how: { readonly afterMs: number } | { readonly dead: string }): Promise<void>;
  /** Record entries, oldest first; `ackRecords` takes them away once the archive has them. */
  claimRecords(limit: number): Promise<readonly Outgoing[]>;
  ackRecords(ids: readonly string[]): Promise<void>;
  /** Lapsed leases and due timers → conversations to resume. A due timer has become an inbox entry. */
  sweep(limit: number): Promise<readonly ConversationId[]>;
  /** Where the conversation's latest event came from, and its language: where a notice of ours goes. */
  locate(conversationId: ConversationId): Promise<{ readonly from: Address; readonly locale: Locale } | undefined>;
  /** The state as last committed, for staff and for the chat's own history. */
  read(conversationId: ConversationId): Promise<ConversationState | undefined>;
  /**
   * Raises a counter and gives its value in its window: tries per order number, per sender. It survives restarts.
   * `by` -1 takes a try back that turned out right; 0 only reads.
   */
  count(what: string, who: string, windowMs: number, by?: number): Promise<number>;
  /** A turn over these entries failed too often: they leave the inbox for the dead letters. */
  bury(lease: Lease, used: number, why: string): Promise<void>;
  /** Newest first. */
  deadLetters(limit: number): Promise<readonly DeadLetter[]>;
  /** Takes a letter away once it was dealt with. false: there is none of this number. */
  dropLetter(id: number): Promise<boolean>;
  /** For staff and for the metrics; never on a turn's path. */
  depths(): Promise<QueueDepths>;
  /**
   * Takes away everything of a conversation, its aliases and letters too. false: there was none.
   * @param last a record that goes to the archive in the same step, also where there was none
   */
  erase(conversationId: ConversationId, last?: Outgoing): Promise<boolean>;
  close(): Promise<void>;
}
