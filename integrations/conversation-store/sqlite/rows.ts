import type { InboundEvent } from '../../../dialogs/protocol/event.ts';
import type { InboundEntry } from '../conversation-store.ts';
import type { Sql } from './sql.ts';

export interface ConversationRow {
  readonly cid: string;
  readonly version: number;
  readonly state: string | null;
  readonly epoch: number;
  readonly token: number;
  readonly lease_holder: string | null;
  readonly lease_expires: number;
  readonly lease_ms: number;
  readonly commit_id: string | null;
  readonly commit_kind: string | null;
  readonly moved_to: string | null;
}

interface InboxRow {
  readonly seq: number;
  readonly mid: string;
  readonly event: string;
  readonly attempts: number;
}

/** How many entries a turn is shown at once. */
const INBOX_WINDOW = 10;

export const conversationOf = (sql: Sql, cid: string): ConversationRow | undefined =>
  sql.one<ConversationRow>('SELECT * FROM conversations WHERE cid = ?', cid);

/** The entries that wait. */
export const inboxOf = (sql: Sql, cid: string): readonly InboundEntry[] =>
  sql
    .all<InboxRow>(
      'SELECT seq, mid, event, attempts FROM inbox WHERE cid = ? ORDER BY seq LIMIT ?',
      ...([cid, INBOX_WINDOW] as const),
    )
    .map(({ seq, event, attempts }) => ({ event: eventOf(event), attempts, seq }));

/** The entries that wait, and counts that a turn over the first of them begins now. */
export function takeInbox(sql: Sql, cid: string): readonly InboundEntry[] {
  const [head, ...others] = inboxOf(sql, cid);
  if (!head) return [];
  sql.run('UPDATE inbox SET attempts = attempts + 1 WHERE seq = ?', head.seq);
  return [{ ...head, attempts: head.attempts + 1 }, ...others];
}

// What this store wrote itself is read back as what it was.
const eventOf = (text: string): InboundEvent => JSON.parse(text) as InboundEvent;
