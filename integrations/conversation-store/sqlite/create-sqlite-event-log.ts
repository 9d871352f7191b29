import { EventEmitter } from 'node:events';
import type { Json } from '../../../dialogs/protocol/value.ts';
import type { EventLog } from '../event-log.ts';
import type { SqliteStoreConfig } from './create-sqlite-store.ts';
import { SCHEMA } from './schema.ts';
import { createSql } from './sql.ts';

/** The event log in the same file as the conversations. One process owns the file, so followers are told in this process. */
export function createSqliteEventLog({ database, now }: Pick<SqliteStoreConfig, 'database' | 'now'>): EventLog {
  const sql = createSql(database);
  database.exec(SCHEMA);
  const followers = new EventEmitter().setMaxListeners(0);
  return {
    append: async (thread, key, kind, body, options) => {
      const { seq, added } = sql.transactLazily(() => {
        const known = sql.one<{ seq: number }>(
          'SELECT seq FROM thread_events WHERE thread = ? AND key = ?',
          thread,
          key,
        );
        if (known) return { seq: known.seq, added: false };
        const last = sql.one<{ seq: number | null }>(
          'SELECT max(seq) AS seq FROM thread_events WHERE thread = ?',
          thread,
        );
        if (options?.onlyIfThere && !last?.seq) return { seq: undefined, added: false };
        const next = (last?.seq ?? 0) + 1;
        sql.run(
          'INSERT INTO thread_events (thread, seq, key, kind, body, at) VALUES (?, ?, ?, ?, ?, ?)',
          thread,
          next,
          key,
          kind,
          JSON.stringify(body),
          now(),
        );
        return { seq: next, added: true };
      });
      if (added) followers.emit(thread, { seq, kind, body });
      return seq;
    },
    read: async (thread, after, limit) =>
      sql
        .all<{ seq: number; kind: string; body: string }>(
          'SELECT seq, kind, body FROM thread_events WHERE thread = ? AND seq > ? ORDER BY seq LIMIT ?',
          thread,
          after,
          limit,
        )
        .map((row) => ({ seq: row.seq, kind: row.kind, body: JSON.parse(row.body) as Json })),
    follow: (thread, onAppend) => {
      followers.on(thread, onAppend);
      return () => followers.off(thread, onAppend);
    },
    signal: () => false,
    erase: async (thread) => {
      sql.run('DELETE FROM thread_events WHERE thread = ?', thread);
    },
  };
}
