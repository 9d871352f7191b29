import type { Instant } from '../../dialogs/protocol/ids.ts';
import type { Json } from '../../dialogs/protocol/value.ts';

export const RECORD_KINDS = ['turn', 'handoff', 'promise', 'survey', 'consent', 'revision', 'draft', 'audit'] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];

/** One immutable line of the archive. `id` makes writing it twice harmless. */
export interface ArchiveRecord {
  readonly id: string;
  readonly kind: RecordKind;
  readonly at: Instant;
  readonly conversationId?: string;
  readonly customerId?: string;
  readonly body: Json;
}

export interface RecordQuery {
  readonly kind?: RecordKind;
  readonly conversationId?: string;
  readonly customerId?: string;
  readonly from?: Instant;
  readonly to?: Instant;
  readonly limit: number;
  readonly newestFirst?: boolean;
}

/**
 * THE SOCKET of the archive: turns, handoffs, promises (callbacks, messages), surveys, drafts, revisions, consents, audit. Never on a turn's path.
 * @example
 * await records.write([{ id, kind: 'handoff', at, conversationId, body: context }]);
 */
export interface Records {
  /** Idempotent by `id`. */
  write(records: readonly ArchiveRecord[]): Promise<void>;
  find(query: RecordQuery): Promise<readonly ArchiveRecord[]>;
  /** Takes away everything of one conversation or customer. Returns how many. */
  erase(of: { readonly conversationId: string } | { readonly customerId: string }): Promise<number>;
  close(): Promise<void>;
}
