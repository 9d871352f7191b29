import type Database from 'libsql';
import { CatalogueError } from '../../../dialogs/protocol/errors.ts';

type SqlValue = string | number | null;

/** A connection with its statements prepared once each. */
export interface Sql {
  readonly database: Database.Database;
  all<Row>(text: string, ...values: readonly SqlValue[]): readonly Row[];
  one<Row>(text: string, ...values: readonly SqlValue[]): Row | undefined;
  /** Gives the number of changed rows. */
  run(text: string, ...values: readonly SqlValue[]): number;
  /** All or nothing, and on the disk when it returns. A fault of the database comes out as `store_unavailable`. */
  transact<Result>(work: () => Result): Result;
  /**
   * As `transact`, but it may be on the disk only with the next one that is: for what is done again anyway when the machine's power
   * fails, such as a delivery that was ticked off. A killed process loses nothing by it.
   */
  transactLazily<Result>(work: () => Result): Result;
}

/** @example sql.transact(() => sql.run('UPDATE …', id)) */
export function createSql(database: Database.Database): Sql {
  const prepared = new Map<string, Database.Statement>();
  const prepare = (text: string): Database.Statement => {
    const known = prepared.get(text);
    if (known) return known;
    const statement = database.prepare(text);
    prepared.set(text, statement);
    return statement;
  };
  // `.get()` of a statement that was read by `.all()` before gives the row of the earlier call (libsql 0.5): only `.all()` is used.
  // The row's shape is the query's own affair: SQL has no types to check it by.
  const all = <Row>(text: string, ...values: readonly SqlValue[]): readonly Row[] =>
    prepare(text).all(...values) as readonly Row[];
  return {
    database,
    all,
    one: <Row>(text: string, ...values: readonly SqlValue[]) => all<Row>(text, ...values)[0],
    run: (text, ...values) => prepare(text).run(...values).changes,
    transact: (work) => transact(database, work),
    transactLazily: (work) => {
      database.exec('PRAGMA synchronous = NORMAL');
      try {
        return transact(database, work);
      } finally {
        if (database.open) database.exec('PRAGMA synchronous = FULL');
      }
    },
  };
}

function transact<Result>(database: Database.Database, work: () => Result): Result {
  try {
    database.exec('BEGIN IMMEDIATE');
    const result = work();
    database.exec('COMMIT');
    return result;
  } catch (cause) {
    if (database.open && database.inTransaction) database.exec('ROLLBACK');
    if (cause instanceof CatalogueError) throw cause;
    throw new CatalogueError('store_unavailable', undefined, { cause });
  }
}
