import type Database from 'libsql';
import type { Json } from '../../../dialogs/protocol/value.ts';
import { addSqliteColumns } from '../../add-sqlite-columns.ts';
import { checkOwner } from '../check-owner.ts';
import { checkQuery } from '../check-query.ts';
import { checkRecords } from '../check-records.ts';
import { erasuresIn, isErasure, markOf, ownersOf } from '../erasures.ts';
import { readMessage, writeMessage } from '../message-name.ts';
import type { ArchiveRecord, RecordKind, RecordQuery, Records } from '../records.ts';

const TABLE = `
CREATE TABLE IF NOT EXISTS records (
  seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, at TEXT NOT NULL,
  conversation TEXT, customer TEXT, body TEXT NOT NULL, outcome TEXT, message TEXT
);
CREATE TABLE IF NOT EXISTS erasures (mark TEXT PRIMARY KEY, until TEXT NOT NULL) WITHOUT ROWID;
`;
const INDEXES = `
CREATE INDEX IF NOT EXISTS records_by_day ON records (at, seq);
CREATE INDEX IF NOT EXISTS records_by_kind ON records (kind, at, seq);
CREATE INDEX IF NOT EXISTS records_by_outcome ON records (kind, outcome, at, seq);
CREATE INDEX IF NOT EXISTS records_by_conversation ON records (conversation, at, seq);
CREATE INDEX IF NOT EXISTS records_by_customer ON records (customer, at, seq);
CREATE INDEX IF NOT EXISTS records_by_message ON records (message, at, seq) WHERE message IS NOT NULL;
`;

interface Row {
  readonly id: string;
  readonly kind: RecordKind;
  readonly at: string;
  readonly conversation: string | null;
  readonly customer: string | null;
  readonly outcome: string | null;
  readonly message: string | null;
  readonly body: string;
}

const recordOf = (row: Row): ArchiveRecord => ({
  id: row.id,
  kind: row.kind,
  at: row.at,
  ...(row.conversation === null ? {} : { conversationId: row.conversation }),
  ...(row.customer === null ? {} : { customerId: row.customer }),
  ...(row.outcome === null ? {} : { outcome: row.outcome }),
  ...(row.message === null ? {} : { message: readMessage(row.message) }),
  // The body is read back as it was written.
  body: JSON.parse(row.body) as Json,
});

/** The query's wishes as SQL conditions with their values. */
function conditions(query: RecordQuery): readonly (readonly [condition: string, ...values: string[]])[] {
  const wishes: readonly (readonly [string, string | undefined])[] = [
    ['kind = ?', query.kind],
    ['conversation = ?', query.conversationId],
    ['customer = ?', query.customerId],
    ['outcome = ?', query.outcome],
    ['message = ?', query.message && writeMessage(query.message)],
    ['at >= ?', query.from],
    ['at < ?', query.to],
  ];
  const given = wishes.flatMap(([condition, value]) => (value === undefined ? [] : [[condition, value] as const]));
  if (!query.after) return given;
  const beyond = query.newestFirst ? '<' : '>';
  const { id, at } = query.after;
  // where the last record of that page was taken away meanwhile, its whole instant counts as seen
  const after = `(at ${beyond} ? OR (at = ? AND seq ${beyond} (SELECT seq FROM records WHERE id = ?)))`;
  return [...given, [after, at, at, id]];
}

function prepareTable(database: Database.Database): void {
  database.exec(TABLE);
  addSqliteColumns(database, 'records', { outcome: 'TEXT', message: 'TEXT' });
  database.exec(INDEXES);
}

/** Notes the erasures among records, and takes away what was written although its owner had it erased. */
function createErasures(database: Database.Database): (records: readonly ArchiveRecord[]) => void {
  const any = database.prepare('SELECT 1 FROM erasures LIMIT 1');
  const note = database.prepare(
    'INSERT INTO erasures VALUES (?, ?) ON CONFLICT (mark) DO UPDATE SET until = max(until, excluded.until)',
  );
  const noted = database.prepare('SELECT until FROM erasures WHERE mark = ?');
  const clear = {
    conversation: database.prepare('DELETE FROM records WHERE conversation = ? AND at <= ?'),
    customer: database.prepare('DELETE FROM records WHERE customer = ? AND at <= ?'),
  };
  return (records) => {
    for (const { of, until } of erasuresIn(records)) note.run(markOf(of), until);
    if (any.get() === undefined) return;
    for (const of of ownersOf(records)) {
      // A row has the table's columns.
      const erased = noted.get(markOf(of)) as { readonly until: string } | undefined;
      if (!erased) continue;
      if ('conversationId' in of) clear.conversation.run(of.conversationId, erased.until);
      else clear.customer.run(of.customerId, erased.until);
    }
  };
}

/** The embedded archive, in the same file as the conversations. The caller closes the database. */
export function createSqliteRecords({ database }: { readonly database: Database.Database }): Records {
  prepareTable(database);
  const insert = database.prepare(
    'INSERT OR IGNORE INTO records (id, kind, at, conversation, customer, outcome, message, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const keepAway = createErasures(database);
  const writeAll = database.transaction((records: readonly ArchiveRecord[]) => {
    for (const record of records.filter((one) => !isErasure(one))) {
      const { id, kind, at, conversationId = null, customerId = null, outcome = null, message, body } = record;
      const named = message === undefined ? null : writeMessage(message);
      insert.run(id, kind, at, conversationId, customerId, outcome, named, JSON.stringify(body));
    }
    keepAway(records);
  });
  return {
    write: async (records) => {
      checkRecords(records);
      writeAll.immediate(records);
    },
    find: async (query) => {
      checkQuery(query);
      const wishes = conditions(query);
      const where = wishes.length === 0 ? '' : `WHERE ${wishes.map(([condition]) => condition).join(' AND ')}`;
      const direction = query.newestFirst ? 'DESC' : 'ASC';
      const rows = database
        .prepare(`SELECT * FROM records ${where} ORDER BY at ${direction}, seq ${direction} LIMIT ?`)
        // A row has the table's columns.
        .all(...wishes.flatMap(([, ...values]) => values), Math.max(0, query.limit)) as Row[];
      return rows.map(recordOf);
    },
    erase: async (of) => {
      checkOwner(of);
      return 'conversationId' in of
        ? database.prepare('DELETE FROM records WHERE conversation = ?').run(of.conversationId).changes
        : database.prepare('DELETE FROM records WHERE customer = ?').run(of.customerId).changes;
    },
    close: async () => {},
  };
}
