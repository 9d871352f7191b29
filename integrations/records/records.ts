import type { Instant } from '../../dialogs/protocol/ids.ts';
import type { Json } from '../../dialogs/protocol/value.ts';

export const RECORD_KINDS = [
  'turn',
  'handoff',
  'promise',
  'survey',
  'consent',
  'revision',
  'draft',
  'audit',
  'disagreement',
  'erasure',
] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];

/** A message as its platform names it. */
export interface MessageName {
  readonly channel: string;
  readonly id: string;
}

/**
 * One immutable line of the archive. `id` makes writing it twice harmless. An `erasure` is none: it takes away what there is of its
 * conversation, and of its customer, up to its instant, and keeps away what is still on its way.
 */
export interface ArchiveRecord {
  readonly id: string;
  readonly kind: RecordKind;
  readonly at: Instant;
  readonly conversationId?: string;
  readonly customerId?: string;
  /** How it came out, in one word of its kind: `success`, `handoff`, `granted`. */
  readonly outcome?: string;
  /** The message that a turn was over. */
  readonly message?: MessageName;
  readonly body: Json;
}

export interface RecordQuery {
  readonly kind?: RecordKind;
  readonly conversationId?: string;
  readonly customerId?: string;
  readonly outcome?: string;
  readonly message?: MessageName;
  /** This instant and later. */
  readonly from?: Instant;
  /** Before this instant. */
  readonly to?: Instant;
  /** At most so many; none for 0 or less. */
  readonly limit: number;
  readonly newestFirst?: boolean;
  /** The last record of the page before: what follows it comes. */
  readonly after?: Pick<ArchiveRecord, 'id' | 'at'>;
}

/** Whose records. */
export type RecordOwner = { readonly conversationId: string } | { readonly customerId: string };

/**
 * THE SOCKET of the archive: turns, handoffs, promises (callbacks, messages), surveys, drafts, revisions, consents, audit, disagreements of engines. Never on a turn's path.
 * @example
 * await records.write([{ id, kind: 'handoff', at, conversationId, body: context }]);
 */
export interface Records {
  /**
   * Idempotent by `id`: what is there stays as it is. After an erasure, whoever writes it and however late, older records of its owner are not kept. What comes in one call is found in that order within an instant.
   * @throws CatalogueError `record_invalid` for a record that no archive takes; then nothing of the call is written
   */
  write(records: readonly ArchiveRecord[]): Promise<void>;
  /** By time, then by the order of writing. */
  find(query: RecordQuery): Promise<readonly ArchiveRecord[]>;
  /** Takes away everything of one conversation or customer. Returns how many. */
  erase(of: RecordOwner): Promise<number>;
  close(): Promise<void>;
}
