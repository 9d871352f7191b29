import type { Channel } from '../channels/channel.ts';
import type { CustomerId } from '../dialogs/protocol/ids.ts';
import type { CustomerFacts } from '../dialogs/protocol/state.ts';
import type { Action } from '../integrations/action.ts';
import type { ConversationStore } from '../integrations/conversation-store/conversation-store.ts';
import type { ArchiveRecord, Records } from '../integrations/records/records.ts';
import type { Telemetry } from '../integrations/telemetry/telemetry.ts';
import type { CurrentBook } from './books/current-book.ts';
import type { Clock, Wait } from './clock.ts';
import type { PassPoint } from './crash-point.ts';
import type { FinishedTurn } from './turn/finished-turn.ts';

/** Times and caps of the shell; times in milliseconds. */
export interface RuntimeSettings {
  /** How long a turn may hold its conversation without renewing. */
  readonly leaseMs: number;
  readonly renewMs: number;
  /** How often is looked for lapsed leases, due timers and unsent messages. */
  readonly sweepMs: number;
  readonly dedupeMs: number;
  readonly inboxMax: number;
  /** A turn that failed this often over the same message is given up. */
  readonly attemptsMax: number;
  /** How long a stop waits for running turns. */
  readonly stopMs: number;
  /** IANA time zone of the shop: "today" where the customer's own is not known. */
  readonly zone: string;
}

/** The parts that turns are run with; `bots` chooses them. */
export interface RuntimeParts {
  readonly store: ConversationStore;
  readonly records: Records;
  readonly channels: readonly Channel[];
  readonly book: CurrentBook;
  readonly actions: ReadonlyMap<string, Action>;
  readonly telemetry: Telemetry;
  readonly clock: Clock;
  readonly wait: Wait;
  readonly settings: RuntimeSettings;
  /** What expressions may know of a customer whom the page vouches for. */
  readonly customerFacts: (customer: CustomerId) => Promise<CustomerFacts | undefined>;
  /** What of a turn goes to the archive, masked. */
  readonly recordsOf: (turn: FinishedTurn) => readonly ArchiveRecord[];
  /** For a while after the store was away: it may have come back without what it had acknowledged. Absent: it never does. */
  readonly mayHaveLost?: () => boolean;
  /** Tests of crashes alone bring it. */
  readonly passPoint?: PassPoint;
}
