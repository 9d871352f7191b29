import type { ConversationId } from '../../../dialogs/protocol/ids.ts';
import type { Sql } from './sql.ts';

interface DueTimer {
  readonly cid: string;
  readonly timer: string;
  readonly due: number;
  readonly address: string | null;
  readonly locale: string | null;
}

/** Long enough that a late repetition of a sweep finds the mark. */
const TIMER_SEEN_MS = 7 * 86_400_000;

/** Due timers become inbox entries; what waits under no lease, or a lapsed one, is to be resumed. Old marks are swept out. */
export function sweep(sql: Sql, limit: number, idleMs: number, now: number): readonly ConversationId[] {
  for (const timer of dueTimers(sql, limit, now)) fire(sql, timer, now);
  forgetOld(sql, limit, idleMs, now);
  return sql
    .all<{ cid: string }>(
      `SELECT i.cid FROM inbox i JOIN conversations c ON c.cid = i.cid WHERE c.lease_expires <= ?
       GROUP BY i.cid ORDER BY min(i.seq) LIMIT ?`,
      now,
      limit,
    )
    .map((row) => row.cid);
}

const dueTimers = (sql: Sql, limit: number, now: number): readonly DueTimer[] =>
  sql.all<DueTimer>(
    `SELECT t.cid, t.timer, t.due, c.address, c.locale FROM timers t JOIN conversations c ON c.cid = t.cid
     WHERE t.due <= ? ORDER BY t.due, t.timer LIMIT ?`,
    now,
    limit,
  );

function fire(sql: Sql, timer: DueTimer, now: number): void {
  const id = `timer:${timer.timer}:${timer.due}`;
  sql.run('DELETE FROM timers WHERE cid = ? AND timer = ?', timer.cid, timer.timer);
  const fresh = sql.run(
    'INSERT OR IGNORE INTO messages_seen (cid, mid, expires) VALUES (?, ?, ?)',
    timer.cid,
    id,
    now + TIMER_SEEN_MS,
  );
  // Without an address nobody ever spoke here, and no timer could have been set.
  if (fresh === 0 || timer.address === null) return;
  const event = {
    id,
    conversationId: timer.cid,
    at: new Date(now).toISOString(),
    from: JSON.parse(timer.address),
    locale: timer.locale ?? 'en',
    kind: 'timer',
    timer: timer.timer,
  };
  sql.run('INSERT INTO inbox (cid, mid, event) VALUES (?, ?, ?)', timer.cid, id, JSON.stringify(event));
}

function forgetOld(sql: Sql, limit: number, idleMs: number, now: number): void {
  sql.run(
    'DELETE FROM messages_seen WHERE (cid, mid) IN (SELECT cid, mid FROM messages_seen WHERE expires <= ? LIMIT ?)',
    now,
    limit,
  );
  sql.run(
    'DELETE FROM counters WHERE (what, who) IN (SELECT what, who FROM counters WHERE expires <= ? LIMIT ?)',
    now,
    limit,
  );
  const idle = sql.all<{ cid: string }>(
    `SELECT cid FROM conversations c WHERE touched <= ? AND NOT EXISTS (SELECT 1 FROM inbox WHERE cid = c.cid)
     AND NOT EXISTS (SELECT 1 FROM outbox WHERE cid = c.cid) AND NOT EXISTS (SELECT 1 FROM timers WHERE cid = c.cid) LIMIT ?`,
    now - idleMs,
    limit,
  );
  for (const { cid } of idle) {
    sql.run('DELETE FROM aliases WHERE cid = ?', cid);
    sql.run('DELETE FROM conversations WHERE cid = ?', cid);
  }
}
