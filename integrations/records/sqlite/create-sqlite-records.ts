import type Database from 'libsql';
import type { Json } from '../../../dialogs/protocol/value.ts';
import type { ArchiveRecord, RecordKind, RecordQuery, Records } from '../records.ts';

const SCHEMA = `
CREATE TABLE IF NOT EXISTS records (
  seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, at TEXT NOT NULL,
  conversation TEXT, customer TEXT, body TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS records_by_kind ON records (kind, at, seq);
CREATE INDEX IF NOT EXISTS records_by_conversation ON records (conversation, at, seq);
CREATE INDEX IF NOT EXISTS records_by_customer ON records (customer, at, seq);
`;

interface Row {
  readonly id: string;
  readonly kind: RecordKind;
  readonly at: string;
  readonly conversation: string | null;
  readonly customer: string | null;
  readonly body: string;
}

const recordOf = (row: Row): ArchiveRecord => ({
  id: row.id,
  kind: row.kind,
  at: row.at,
  ...(row.conversation === null ? {} : { conversationId: row.conversation }),
  ...(row.customer === null ? {} : { customerId: row.customer }),
  // The body is read back as it was written.
  body: JSON.parse(row.body) as Json,
});

/** The query's wishes as SQL conditions with their values. */
function conditions(query: RecordQuery): readonly (readonly [condition: string, value: string])[] {
  const wishes: readonly (readonly [string, string | undefined])[] = [
    ['kind = ?', query.kind],
    ['conversation = ?', query.conversationId],
    ['customer = ?', query.customerId],
    ['at >= ?', query.from],
    ['at < ?', query.to],
  ];
  return wishes.flatMap(([condition, value]) => (value === undefined ? [] : [[condition, value] as const]));
}

/** The embedded archive, in the same file as the conversations. The caller closes the database. */
export function createSqliteRecords({ database }: { readonly database: Database.Database }): Records {
  database.exec(SCHEMA);
  const insert = database.prepare(
    'INSERT OR IGNORE INTO records (id, kind, at, conversation, customer, body) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const writeAll = database.transaction((records: readonly ArchiveRecord[]) => {
    for (const of of records) {
      insert.run(of.id, of.kind, of.at, of.conversationId ?? null, of.customerId ?? null, JSON.stringify(of.body));
    }
  });
  return {
    write: async (records) => writeAll.immediate(records),
    find: async (query) => {
      const wishes = conditions(query);
      const where = wishes.length === 0 ? '' : `WHERE ${wishes.map(([condition]) => condition).join(' AND ')}`;
      const direction = query.newestFirst ? 'DESC' : 'ASC';
      const rows = database
        .prepare(`SELECT * FROM records ${where} ORDER BY at ${direction}, seq ${direction} LIMIT ?`)
        // A row has the table's columns.
        .all(...wishes.map(([, value]) => value), query.limit) as Row[];
      return rows.map(recordOf);
    },
    erase: async (of) =>
      'conversationId' in of
        ? database.prepare('DELETE FROM records WHERE conversation = ?').run(of.conversationId).changes
        : database.prepare('DELETE FROM records WHERE customer = ?').run(of.customerId).changes,
    close: async () => {},
  };
}
