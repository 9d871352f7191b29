import type Database from 'libsql';

/** Values that a column takes. */
type Cell = string | number | null;

/** One row as libsql gives it. */
export type Row = Readonly<Record<string, unknown>>;

function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null;
}

/** The few ways in which the demo world reads and writes its tables. Statements are prepared once. */
export interface Rows {
  one(sql: string, ...cells: readonly Cell[]): Row | undefined;
  all(sql: string, ...cells: readonly Cell[]): readonly Row[];
  /** @returns how many rows changed */
  run(sql: string, ...cells: readonly Cell[]): number;
  /** All or nothing, and nobody else writes meanwhile. Inside another transaction it is a part of that one. */
  together<Value>(work: () => Value): Value;
}

export function createRows(database: Database.Database): Rows {
  const prepared = new Map<string, Database.Statement>();
  const statement = (sql: string) => {
    const known = prepared.get(sql);
    if (known) return known;
    const made = database.prepare(sql);
    prepared.set(sql, made);
    return made;
  };
  return {
    one: (sql, ...cells) => {
      const row = statement(sql).get(...cells);
      return isRow(row) ? row : undefined;
    },
    all: (sql, ...cells) =>
      statement(sql)
        .all(...cells)
        .filter(isRow),
    run: (sql, ...cells) => statement(sql).run(...cells).changes,
    together: (work) => (database.inTransaction ? work() : inTransaction(database, work)),
  };
}

function inTransaction<Value>(database: Database.Database, work: () => Value): Value {
  database.exec('BEGIN IMMEDIATE');
  try {
    const value = work();
    database.exec('COMMIT');
    return value;
  } catch (error) {
    if (database.inTransaction) database.exec('ROLLBACK');
    throw error;
  }
}
