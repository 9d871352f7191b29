import { randomBytes } from 'node:crypto';
import type { InboundEvent } from '../../../dialogs/protocol/event.ts';
import type { ConversationState } from '../../../dialogs/protocol/state.ts';
import type { Begin, ConversationStore, StoredReply } from '../conversation-store.ts';
import { type ConversationRow, conversationOf, takeInbox } from './rows.ts';
import type { Sql } from './sql.ts';

type At = Parameters<ConversationStore['begin']>[0];
type Limits = Parameters<ConversationStore['begin']>[2];

const newId = (): string => randomBytes(16).toString('base64url');

/** Where a merged conversation went on, over any number of merges. */
export function followMoves(sql: Sql, cid: string): ConversationRow | undefined {
  let row = conversationOf(sql, cid);
  // A merge never points back (the caller's commit sees to it); the bound keeps a broken file from hanging us.
  for (let hop = 0; row?.moved_to && hop < 100; hop++) row = conversationOf(sql, row.moved_to);
  return row;
}

function resolve(sql: Sql, at: At, now: number): { readonly row: ConversationRow } | { readonly answer: Begin } {
  const asked = 'conversationId' in at ? at.conversationId : at.known;
  const aliased =
    'alias' in at ? sql.one<{ cid: string }>('SELECT cid FROM aliases WHERE alias = ?', at.alias)?.cid : undefined;
  const target = aliased ?? asked;
  const row = target === undefined ? undefined : followMoves(sql, target);
  if (row && asked !== undefined && row.cid !== asked) return { answer: { kind: 'moved', to: row.cid } };
  if (!('alias' in at)) return row ? { row } : { answer: { kind: 'unknown' } };
  const cid = row?.cid ?? newId();
  if (!row) sql.run('INSERT INTO conversations (cid, touched) VALUES (?, ?)', cid, now);
  sql.run(
    'INSERT INTO aliases (alias, cid) VALUES (?, ?) ON CONFLICT (alias) DO UPDATE SET cid = excluded.cid',
    at.alias,
    cid,
  );
  const found = row ?? conversationOf(sql, cid);
  return found ? { row: found } : { answer: { kind: 'unknown' } };
}

/** Puts the event into the inbox, once. Gives the answer where it ends here. */
function enqueue(sql: Sql, cid: string, event: InboundEvent, limits: Limits, now: number): Begin | undefined {
  const seen = sql.one<{ done: number; reply: string | null }>(
    'SELECT done, reply FROM messages_seen WHERE cid = ? AND mid = ? AND expires > ?',
    cid,
    event.id,
    now,
  );
  // A reply is what this store was given: JSON.
  if (seen) {
    return {
      kind: 'duplicate',
      conversationId: cid,
      ...(seen.reply === null ? {} : { reply: JSON.parse(seen.reply) as StoredReply }),
    };
  }
  const waiting = sql.one<{ n: number }>('SELECT count(*) AS n FROM inbox WHERE cid = ?', cid)?.n ?? 0;
  if (waiting >= limits.inboxMax) return { kind: 'full' };
  sql.run(
    'INSERT OR REPLACE INTO messages_seen (cid, mid, expires) VALUES (?, ?, ?)',
    cid,
    event.id,
    now + limits.dedupeMs,
  );
  sql.run('INSERT INTO inbox (cid, mid, event) VALUES (?, ?, ?)', cid, event.id, JSON.stringify(event));
  sql.run(
    'UPDATE conversations SET address = ?, locale = coalesce(locale, ?), touched = ? WHERE cid = ?',
    JSON.stringify(event.from),
    event.locale,
    now,
    cid,
  );
  return undefined;
}

/** Alias → conversation, de-duplication, queue, lease and state, in one transaction of the caller's. */
export function begin(sql: Sql, at: At, event: InboundEvent | undefined, limits: Limits, now: number): Begin {
  const resolved = resolve(sql, at, now);
  if ('answer' in resolved) return resolved.answer;
  const { row } = resolved;
  const ended = event && enqueue(sql, row.cid, event, limits, now);
  if (ended) return ended;
  if (row.lease_holder !== null && row.lease_expires > now) return { kind: 'wait', conversationId: row.cid };
  const lease = {
    conversationId: row.cid,
    holder: newId(),
    token: row.token + 1,
    version: row.version,
    expiresAt: now + limits.leaseMs,
  };
  sql.run(
    'UPDATE conversations SET token = ?, lease_holder = ?, lease_expires = ?, lease_ms = ? WHERE cid = ?',
    lease.token,
    lease.holder,
    lease.expiresAt,
    limits.leaseMs,
    row.cid,
  );
  return {
    kind: 'run',
    conversationId: row.cid,
    lease,
    // The state is what an earlier commit wrote.
    ...(row.state === null ? {} : { state: JSON.parse(row.state) as ConversationState }),
    inbox: takeInbox(sql, row.cid),
  };
}
