import type { Cluster, Redis } from 'ioredis';
import type { InboundEvent } from '../../../dialogs/protocol/event.ts';
import type { Claim, ConversationStore, InboundEntry, Outgoing } from '../conversation-store.ts';
import type { Keys } from './keys.ts';
import type { Scripts } from './scripts.ts';
import type { States } from './states.ts';

/** Where a record lies that was handed out: `ackRecords` is told ids only. */
export type RecordPlaces = Map<string, number>;

/** A commit that was acknowledged a moment ago. */
export interface Recent {
  readonly conversationId: string;
  /** That it made. */
  readonly version: number;
  readonly at: number;
  readonly bytes: number;
  /** Of its messages, those that are not with the platform yet. */
  readonly waiting: Map<string, Outgoing>;
  readonly offer: (waiting: readonly Outgoing[]) => (string | number)[];
  readonly keys: readonly string[];
}

/** What a turn was shown when it began: which events a commit used up, and where they came from. */
export interface Shown {
  readonly inbox: readonly InboundEntry[];
  readonly dedupeMs: number;
  readonly aliasId: string | undefined;
}

/** What became of the commits that were offered again. */
export interface RepairCounts {
  /** They had been taken back, and are there again. */
  readonly repaired: number;
  /** They are lost: an earlier one is missing, or another went on from the state before. */
  readonly unrepairable: number;
}

/** The last seconds of a process's commits: a change of the master, or a restart, may take them back. */
export interface Repairs {
  readonly recent: Recent[];
  /** Which commit brought a message that is not with the platform yet, by the message's id. */
  readonly broughtBy: Map<string, Recent>;
  bytes: number;
  running: Promise<RepairCounts> | undefined;
}

type BeginOf = Parameters<ConversationStore['begin']>;

/** An event that was taken a moment ago, as it was brought in. */
export interface TakenEvent {
  readonly at: BeginOf[0];
  readonly event: InboundEvent;
  readonly limits: BeginOf[2];
  /** Its number in the conversation: what came before it has a smaller one. */
  readonly number: number;
  readonly takenAt: number;
}

export interface Taken {
  readonly claim: Claim;
  readonly takenAt: number;
}

/** What a process knows of the work that waits, so that it need not look in every partition. It may be wrong: Redis decides. */
export interface Known {
  /** Outboxes that may have something due, oldest first. */
  readonly due: Set<string>;
  /** Partitions that may hold records. */
  readonly records: Set<number>;
  /** First entries that came with a commit or an acknowledgement and are this process's to send. */
  readonly taken: Taken[];
  /** Commits whose answer is not known, with the sender they named: sent again they name the same. */
  readonly unsure: Map<string, string>;
  readonly places: RecordPlaces;
  /** Alias id → conversation. */
  readonly aliases: Map<string, string>;
  readonly states: States;
  readonly repairs: Repairs;
  /** Events of the last seconds that no commit of this process has used up, by conversation and id. */
  readonly takenEvents: Map<string, TakenEvent>;
  /** Those of them that Redis may have lost, until they are brought in again. */
  readonly lostEvents: Map<string, TakenEvent>;
  /** While this process offers what it knows after Redis was away. */
  offering: Promise<void> | undefined;
  /** While nothing new begins, since every process does so. */
  settling: Promise<void> | undefined;
  /** Conversation → what its turn was shown. */
  readonly shown: Map<string, Shown>;
  /** When every partition was looked at last, by the steady clock. */
  lookedAt: number;
}

/** More merges than this one behind the other are none that we made. */
export const MERGES_MOST = 100;

/** What every call of the store works with. */
export interface Context {
  readonly redis: Redis | Cluster;
  readonly scripts: Scripts;
  readonly keys: Keys;
  readonly known: Known;
  /** '' = Redis's own time. */
  readonly clock: () => string;
  /** Milliseconds of a clock that only goes forward: for what this process does by itself. */
  readonly steady: () => number;
  readonly claimMs: number;
  readonly idleMs: number;
  readonly lookMs: number;
  readonly readerMs: number;
  readonly takesAtOnce: boolean;
  readonly outboxMax: number;
  readonly recordsMax: number;
  readonly stateMaxBytes: number;
  readonly onDrop: (records: number) => void;
  /** What is to be stopped in the end. */
  readonly leaves: (() => void)[];
  /** This process, as the reader of records. */
  readonly name: string;
}
