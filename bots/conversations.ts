import type { ConversationStore } from '../integrations/conversation-store/conversation-store.ts';
import type { EventLog } from '../integrations/conversation-store/event-log.ts';
import type { OneTimeCodes } from '../integrations/customers/one-time-codes.ts';
import type { DialogRevisions } from '../integrations/dialog-revisions/dialog-revisions.ts';

/** Where conversations are kept, with what must lie beside them so that every process agrees. */
export interface Conversations {
  readonly store: ConversationStore;
  readonly log: EventLog;
  readonly codes: OneTimeCodes;
  readonly revisions: DialogRevisions;
  /** A secret of this name, the same in every process and after a restart; made when it is first asked for. */
  key(name: string): Promise<Uint8Array>;
  /** Adds to what was taken of a limit in this minute, and gives it for all processes together. Absent: there is one process. */
  readonly addTaken?: (limit: string, who: string, count: number) => Promise<number>;
  /** Was the store away a moment ago, so that it may have lost something? Absent: it never loses what it acknowledged. */
  readonly mayHaveLost?: () => boolean;
  close(): Promise<void>;
}
