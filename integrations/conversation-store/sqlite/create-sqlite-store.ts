import { CatalogueError } from '../../../dialogs/protocol/errors.ts';
import type { Address } from '../../../dialogs/protocol/event.ts';
import { type Locale, localeOf } from '../../../dialogs/protocol/locale.ts';
import type { ConversationState } from '../../../dialogs/protocol/state.ts';
import type { Json } from '../../../dialogs/protocol/value.ts';
import { addSqliteColumns } from '../../add-sqlite-columns.ts';
import type { ConversationStore, DeadLetter, Lease, Outgoing } from '../conversation-store.ts';
import { begin } from './begin.ts';
import { bury, commit, holdsLease, writeOutgoing } from './commit.ts';
import type { OpenDatabase } from './open-database.ts';
import { ack, ackRecords, claim, claimRecords, keepClaim, nack } from './outbox.ts';
import { readDepths } from './read-depths.ts';
import { inboxOf } from './rows.ts';
import { SCHEMA, SCHEMA_VERSION } from './schema.ts';
import { createSql, type Sql } from './sql.ts';
import { sweep } from './sweep.ts';

export interface SqliteStoreConfig {
  /** From `openDatabase`; the caller closes it. */
  readonly database: OpenDatabase['database'];
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** How long a sender may take before another takes over, in milliseconds. */
  readonly claimMs: number;
  /** How long a silent conversation is kept, in milliseconds. */
  readonly idleMs: number;
}

/** The embedded conversation store: one transaction per call. */
export function createSqliteStore({ database, now, claimMs, idleMs }: SqliteStoreConfig): ConversationStore {
  const sql = createSql(database);
  prepareTables(sql);
  const atomic = async <Result>(work: (at: number) => Result): Promise<Result> => sql.transact(() => work(now()));
  const lazily = async <Result>(work: (at: number) => Result): Promise<Result> => sql.transactLazily(() => work(now()));
  return {
    begin: (at, event, limits) => atomic((time) => begin(sql, at, event, limits, time)),
    commit: (lease, turn) => atomic((time) => commit(sql, lease, turn, time)),
    renew: (lease) => lazily((time) => renew(sql, lease, time)),
    waiting: (lease) => lazily(() => (holdsLease(sql, lease) ? inboxOf(sql, lease.conversationId) : [])),
    release: (lease, afterMs) => lazily((time) => release(sql, lease, time + afterMs)),
    claim: (limit) => lazily((time) => claim(sql, limit, claimMs, time)),
    keepClaim: (of) => lazily((time) => keepClaim(sql, of, time + claimMs)),
    ack: (of) => lazily(() => ack(sql, of)),
    nack: (of, how) => lazily((time) => nack(sql, of, how, time)),
    claimRecords: (limit) => lazily(() => claimRecords(sql, limit)),
    ackRecords: (ids) => lazily(() => ackRecords(sql, ids)),
    sweep: (limit) => lazily((time) => sweep(sql, limit, idleMs, time)),
    locate: (cid) => lazily(() => locate(sql, cid)),
    read: (cid) => lazily(() => read(sql, cid)),
    count: (what, who, windowMs, by = 1) => atomic((time) => count(sql, { what, who, windowMs, by }, time)),
    bury: (lease, used, why) => atomic((time) => bury(sql, lease, used, why, time)),
    deadLetters: (limit) => lazily(() => deadLetters(sql, limit)),
    dropLetter: (id) => atomic(() => sql.run('DELETE FROM dead_letters WHERE id = ?', id) > 0),
    depths: () => lazily(() => readDepths(sql.database)),
    erase: (cid, last) => atomic(() => erase(sql, cid, last)),
    close: async () => {},
  };
}

function prepareTables(sql: Sql): void {
  sql.database.exec(SCHEMA);
  addSqliteColumns(sql.database, 'outbox', { trace: 'TEXT' });
  const written = sql.one<{ value: string }>("SELECT value FROM meta WHERE key = 'conversation-store'");
  if (written && Number(written.value) > SCHEMA_VERSION) {
    throw new CatalogueError('store_unavailable', 'The data folder was written by a newer version.');
  }
  sql.run("INSERT OR REPLACE INTO meta (key, value) VALUES ('conversation-store', ?)", String(SCHEMA_VERSION));
}

function renew(sql: Sql, lease: Lease, now: number): boolean {
  if (!holdsLease(sql, lease)) return false;
  sql.run('UPDATE conversations SET lease_expires = ? + lease_ms WHERE cid = ?', now, lease.conversationId);
  return true;
}

function release(sql: Sql, lease: Lease, until: number): void {
  if (!holdsLease(sql, lease)) return;
  sql.run('UPDATE conversations SET lease_holder = NULL, lease_expires = ? WHERE cid = ?', until, lease.conversationId);
}

function read(sql: Sql, cid: string): ConversationState | undefined {
  const row = sql.one<{ state: string | null }>('SELECT state FROM conversations WHERE cid = ?', cid);
  // The state is what an earlier commit wrote.
  return row?.state ? (JSON.parse(row.state) as ConversationState) : undefined;
}

function locate(sql: Sql, cid: string): { readonly from: Address; readonly locale: Locale } | undefined {
  const row = sql.one<{ address: string | null; locale: string | null }>(
    'SELECT address, locale FROM conversations WHERE cid = ?',
    cid,
  );
  // The address is what came with the latest event.
  return row?.address
    ? { from: JSON.parse(row.address) as Address, locale: localeOf(row.locale ?? undefined) ?? 'en' }
    : undefined;
}

interface Counting {
  readonly what: string;
  readonly who: string;
  readonly windowMs: number;
  readonly by: number;
}

function count(sql: Sql, { what, who, windowMs, by }: Counting, now: number): number {
  const row = sql.one<{ value: number }>(
    `INSERT INTO counters (what, who, value, expires) VALUES (?1, ?2, max(0, ?5), ?3 + ?4)
     ON CONFLICT (what, who) DO UPDATE SET
       value = CASE WHEN expires <= ?3 THEN max(0, ?5) ELSE max(0, value + ?5) END,
       expires = CASE WHEN expires <= ?3 THEN excluded.expires ELSE expires END
     RETURNING value`,
    what,
    who,
    now,
    windowMs,
    by,
  );
  return row?.value ?? 0;
}

function deadLetters(sql: Sql, limit: number): readonly DeadLetter[] {
  return sql
    .all<{ id: number; cid: string; kind: DeadLetter['kind']; why: string; at: number; body: string }>(
      'SELECT * FROM dead_letters ORDER BY id DESC LIMIT ?',
      limit,
    )
    .map(({ cid, body, ...row }) => ({ ...row, conversationId: cid, body: JSON.parse(body) as Json }));
}

/** What is noted under it is nobody's, and goes with nobody. */
const NO_CONVERSATION = '';

const TABLES_BY_CONVERSATION = [
  'aliases',
  'messages_seen',
  'inbox',
  'outbox',
  'records_outbox',
  'timers',
  'dead_letters',
];

function erase(sql: Sql, cid: string, last: Outgoing | undefined): boolean {
  for (const table of TABLES_BY_CONVERSATION) sql.run(`DELETE FROM ${table} WHERE cid = ?`, cid);
  if (last) writeOutgoing(sql, NO_CONVERSATION, [last], 0);
  return sql.run('DELETE FROM conversations WHERE cid = ?', cid) > 0;
}
