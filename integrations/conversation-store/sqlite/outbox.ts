import { randomBytes } from 'node:crypto';
import type { Address } from '../../../dialogs/protocol/event.ts';
import type { Json } from '../../../dialogs/protocol/value.ts';
import type { Claim, Outgoing } from '../conversation-store.ts';
import type { Sql } from './sql.ts';

interface OutboxRow {
  readonly seq: number;
  readonly id: string;
  readonly cid: string;
  readonly kind: 'reply' | 'effect';
  readonly epoch: number;
  readonly address: string | null;
  readonly body: string;
  readonly resend: Outgoing['resend'];
  readonly attempts: number;
  readonly sender: string | null;
  readonly current_epoch: number;
  readonly trace: string | null;
}

// The first entry of each conversation's outbox that is due and that nobody is sending.
const DUE_HEADS = `
  SELECT o.*, c.sender, c.epoch AS current_epoch FROM outbox o JOIN conversations c ON c.cid = o.cid
  WHERE o.seq IN (SELECT min(seq) FROM outbox GROUP BY cid) AND o.due <= ? AND (c.sender IS NULL OR c.sender_expires <= ?)
  ORDER BY o.seq LIMIT ?`;

/** Takes the heads of outboxes for sending. A reply of an earlier control epoch is dropped: someone else speaks now. */
export function claim(sql: Sql, limit: number, claimMs: number, now: number): readonly Claim[] {
  const claims: Claim[] = [];
  for (;;) {
    const rows = sql.all<OutboxRow>(DUE_HEADS, now, now, limit - claims.length);
    const stale = rows.filter((row) => row.kind === 'reply' && row.epoch < row.current_epoch);
    for (const row of stale) dropStale(sql, row, now);
    for (const row of rows) if (!stale.includes(row)) claims.push(take(sql, row, claimMs, now));
    // Behind a dropped entry another may be due at once.
    if (stale.length === 0 || claims.length >= limit) return claims;
  }
}

function take(sql: Sql, row: OutboxRow, claimMs: number, now: number): Claim {
  const holder = randomBytes(9).toString('base64url');
  sql.run('UPDATE conversations SET sender = ?, sender_expires = ? WHERE cid = ?', holder, now + claimMs, row.cid);
  sql.run('UPDATE outbox SET attempts = attempts + 1 WHERE seq = ?', row.seq);
  return {
    conversationId: row.cid,
    entry: {
      id: row.id,
      kind: row.kind,
      epoch: row.epoch,
      // Address and body are read back as they were given to `commit`.
      ...(row.address === null ? {} : { to: JSON.parse(row.address) as Address }),
      body: JSON.parse(row.body) as Json,
      resend: row.resend,
      ...(row.trace === null ? {} : { trace: row.trace }),
    },
    attempts: row.attempts,
    uncertain: row.sender !== null && row.attempts > 0,
    holder,
  };
}

function dropStale(sql: Sql, row: OutboxRow, now: number): void {
  sql.run('DELETE FROM outbox WHERE seq = ?', row.seq);
  letter(sql, row.cid, row.kind, 'Someone else holds the conversation now.', row.body, now);
}

const letter = (sql: Sql, cid: string, kind: string, why: string, body: string, now: number): number =>
  sql.run('INSERT INTO dead_letters (cid, kind, why, at, body) VALUES (?, ?, ?, ?, ?)', cid, kind, why, now, body);

const endClaim = (sql: Sql, of: Claim): number =>
  sql.run(
    'UPDATE conversations SET sender = NULL, sender_expires = 0 WHERE cid = ? AND sender = ?',
    of.conversationId,
    of.holder,
  );

/** The sender goes on sending. false: another took it over. */
export const keepClaim = (sql: Sql, of: Claim, until: number): boolean =>
  sql.run(
    'UPDATE conversations SET sender_expires = ? WHERE cid = ? AND sender = ?',
    until,
    of.conversationId,
    of.holder,
  ) > 0;

/** It is with the platform: out of the outbox, whoever holds the claim by now. */
export function ack(sql: Sql, of: Claim): void {
  sql.run('DELETE FROM outbox WHERE id = ?', of.entry.id);
  endClaim(sql, of);
}

/** It did not go through: later again, or never. A claim that was taken by another changes nothing. */
export function nack(
  sql: Sql,
  of: Claim,
  how: { readonly afterMs: number } | { readonly dead: string },
  now: number,
): void {
  if (endClaim(sql, of) === 0) return;
  if ('afterMs' in how) {
    sql.run('UPDATE outbox SET due = ? WHERE id = ?', now + how.afterMs, of.entry.id);
    return;
  }
  sql.run('DELETE FROM outbox WHERE id = ?', of.entry.id);
  letter(sql, of.conversationId, of.entry.kind, how.dead, JSON.stringify(of.entry.body), now);
}

export function claimRecords(sql: Sql, limit: number): readonly Outgoing[] {
  return sql
    .all<{ id: string; epoch: number; body: string }>(
      'SELECT id, epoch, body FROM records_outbox ORDER BY seq LIMIT ?',
      limit,
    )
    .map((row) => ({
      id: row.id,
      kind: 'record',
      epoch: row.epoch,
      body: JSON.parse(row.body) as Json,
      resend: 'again',
    }));
}

export function ackRecords(sql: Sql, ids: readonly string[]): void {
  for (const id of ids) sql.run('DELETE FROM records_outbox WHERE id = ?', id);
}
