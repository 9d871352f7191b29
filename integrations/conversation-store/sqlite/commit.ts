import { CatalogueError } from '../../../dialogs/protocol/errors.ts';
import type { Commit, CommitTurn, Lease, Outgoing } from '../conversation-store.ts';
import { followMoves } from './begin.ts';
import { type ConversationRow, conversationOf, takeInbox } from './rows.ts';
import type { Sql } from './sql.ts';

const holds = (row: ConversationRow, lease: Lease): boolean =>
  row.lease_holder === lease.holder && row.token === lease.token;

/** Is the lease still this caller's? A lapsed one that nobody took still is. */
export function holdsLease(sql: Sql, lease: Lease): boolean {
  const row = conversationOf(sql, lease.conversationId);
  return row !== undefined && holds(row, lease);
}

/** Token and version are checked, then everything of a turn is written, in one transaction of the caller's. */
export function commit(sql: Sql, lease: Lease, turn: CommitTurn, now: number): Commit {
  const row = conversationOf(sql, lease.conversationId);
  if (!row) return { kind: 'fenced' };
  if (row.commit_id === turn.commitId) return repeatAnswer(sql, row, lease, now);
  if (!holds(row, lease) || row.version !== lease.version) return { kind: 'fenced' };
  useInbox(sql, row.cid, turn);
  writeOutgoing(sql, row.cid, turn.outgoing, now);
  writeTimers(sql, row.cid, turn);
  for (const alias of turn.aliases ?? []) {
    sql.run(
      'INSERT INTO aliases (alias, cid) VALUES (?, ?) ON CONFLICT (alias) DO UPDATE SET cid = excluded.cid',
      alias,
      row.cid,
    );
  }
  if (turn.movedTo !== undefined) moveOn(sql, row.cid, turn.movedTo);
  const version = row.version + 1;
  sql.run(
    'UPDATE conversations SET state = ?, version = ?, epoch = ?, locale = ?, commit_id = ?, touched = ? WHERE cid = ?',
    JSON.stringify(turn.state),
    version,
    turn.state.control.epoch,
    turn.state.locale,
    turn.commitId,
    now,
    row.cid,
  );
  return goOnOrRelease(sql, row, { ...lease, version }, now);
}

function goOnOrRelease(sql: Sql, row: ConversationRow, lease: Lease, now: number): Commit {
  const inbox = takeInbox(sql, row.cid);
  if (inbox.length === 0) {
    sql.run(
      "UPDATE conversations SET commit_kind = 'done', lease_holder = NULL, lease_expires = 0 WHERE cid = ?",
      row.cid,
    );
    return { kind: 'done' };
  }
  const expiresAt = now + row.lease_ms;
  sql.run("UPDATE conversations SET commit_kind = 'more', lease_expires = ? WHERE cid = ?", expiresAt, row.cid);
  return { kind: 'more', lease: { ...lease, expiresAt }, inbox };
}

/** The answer got lost on its way and the call came again: the same kind, with the lease and the inbox as they are now. */
function repeatAnswer(sql: Sql, row: ConversationRow, lease: Lease, now: number): Commit {
  if (row.commit_kind === 'done') return { kind: 'done' };
  const mine = holds(row, lease);
  const expiresAt = mine ? now + row.lease_ms : 0;
  if (mine) sql.run('UPDATE conversations SET lease_expires = ? WHERE cid = ?', expiresAt, row.cid);
  return {
    kind: 'more',
    lease: { ...lease, version: row.version, expiresAt },
    inbox: mine ? takeInbox(sql, row.cid) : [],
  };
}

/** Takes the used entries out of the inbox and remembers their reply. */
function useInbox(sql: Sql, cid: string, turn: Pick<CommitTurn, 'used' | 'reply'>): void {
  const used = headOf(sql, cid, turn.used);
  const reply = turn.reply === undefined ? null : JSON.stringify(turn.reply);
  for (const { seq, mid } of used) {
    sql.run('DELETE FROM inbox WHERE seq = ?', seq);
    sql.run('UPDATE messages_seen SET done = 1, reply = ? WHERE cid = ? AND mid = ?', reply, cid, mid);
  }
}

function headOf(sql: Sql, cid: string, count: number): readonly { seq: number; mid: string; event: string }[] {
  const head = sql.all<{ seq: number; mid: string; event: string }>(
    'SELECT seq, mid, event FROM inbox WHERE cid = ? ORDER BY seq LIMIT ?',
    cid,
    count,
  );
  if (head.length !== count) throw new CatalogueError('internal', 'A turn uses more entries than its inbox holds.');
  return head;
}

/** Adds what is to be sent, and what goes to the archive. */
export function writeOutgoing(sql: Sql, cid: string, outgoing: readonly Outgoing[], now: number): void {
  for (const entry of outgoing) {
    const body = JSON.stringify(entry.body);
    if (entry.kind === 'record') {
      sql.run(
        'INSERT OR IGNORE INTO records_outbox (id, cid, epoch, body) VALUES (?, ?, ?, ?)',
        entry.id,
        cid,
        entry.epoch,
        body,
      );
      continue;
    }
    sql.run(
      'INSERT OR IGNORE INTO outbox (id, cid, kind, epoch, address, body, resend, due, trace) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
      entry.id,
      cid,
      entry.kind,
      entry.epoch,
      entry.to === undefined ? null : JSON.stringify(entry.to),
      body,
      entry.resend,
      now,
      entry.trace ?? null,
    );
  }
}

function writeTimers(sql: Sql, cid: string, turn: CommitTurn): void {
  for (const change of turn.timers) {
    if (change.at === undefined) sql.run('DELETE FROM timers WHERE cid = ? AND timer = ?', cid, change.timer);
    else {
      sql.run(
        'INSERT INTO timers (cid, timer, due) VALUES (?, ?, ?) ON CONFLICT (cid, timer) DO UPDATE SET due = excluded.due',
        cid,
        change.timer,
        Date.parse(change.at),
      );
    }
  }
}

function moveOn(sql: Sql, cid: string, to: string): void {
  const target = followMoves(sql, to);
  if (!target || target.cid === cid)
    throw new CatalogueError('internal', 'A conversation cannot go on in itself or in none.');
  sql.run('UPDATE conversations SET moved_to = ? WHERE cid = ?', target.cid, cid);
  sql.run('UPDATE aliases SET cid = ? WHERE cid = ?', target.cid, cid);
  sql.run('UPDATE OR IGNORE messages_seen SET cid = ? WHERE cid = ?', target.cid, cid);
  sql.run('UPDATE inbox SET cid = ?, attempts = 0 WHERE cid = ?', target.cid, cid);
  sql.run('DELETE FROM timers WHERE cid = ?', cid);
}

/** Lays the first entries of the inbox among the dead letters; the lease stays. */
export function bury(sql: Sql, lease: Lease, used: number, why: string, now: number): void {
  if (!holdsLease(sql, lease)) return;
  for (const { event } of headOf(sql, lease.conversationId, used)) {
    sql.run(
      "INSERT INTO dead_letters (cid, kind, why, at, body) VALUES (?, 'turn', ?, ?, ?)",
      lease.conversationId,
      why,
      now,
      event,
    );
  }
  useInbox(sql, lease.conversationId, { used });
}
