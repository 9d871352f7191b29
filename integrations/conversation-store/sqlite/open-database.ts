import { chmodSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';
import { CatalogueError } from '../../../dialogs/protocol/errors.ts';

/** In the folder of everything that is kept. */
export const DATABASE_FILE = 'omotenashi.db';

export interface OpenDatabase {
  readonly database: Database.Database;
  readonly file: string;
  close(): void;
}

export interface OpenDatabaseOptions {
  /** Conversations are kept elsewhere: processes of one machine may have the file together, but none that keeps conversations in it. */
  readonly shared?: boolean;
}

/**
 * Opens the one file `omotenashi.db` in `folder`, or a throw-away database for `:memory:`. One process owns it while it runs: the
 * operating system keeps that lock, so a killed process leaves none behind. Written so that nothing acknowledged is lost.
 * @throws CatalogueError `store_in_use` when another process has it.
 */
export function openDatabase(folder: string, { shared = false }: OpenDatabaseOptions = {}): OpenDatabase {
  if (folder === ':memory:') {
    const database = new Database(':memory:');
    return { database, file: folder, close: () => database.close() };
  }
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const owner = takeOwnership(folder, shared);
  const file = join(folder, DATABASE_FILE);
  const isNew = !existsSync(file);
  const database = new Database(file);
  if (isNew) chmodSync(file, 0o600);
  database.pragma('busy_timeout = 2000');
  writeAhead(database);
  for (const pragma of ['synchronous = FULL', 'foreign_keys = ON']) database.pragma(pragma);
  return {
    database,
    file,
    close: () => {
      database.close();
      owner.close();
    },
  };
}

/** Milliseconds between two tries, and how many. */
const [PAUSE_MS, TRIES] = [10, 500];

/** Processes that make the same new file at once: at this one statement SQLite does not wait for the others by itself. */
function writeAhead(database: Database.Database): void {
  const pause = new Int32Array(new SharedArrayBuffer(4));
  for (let tries = 1; ; tries++) {
    try {
      database.pragma('journal_mode = WAL');
      return;
    } catch (cause) {
      if (tries === TRIES) throw new CatalogueError('store_unavailable', `${DATABASE_FILE} is locked.`, { cause });
      Atomics.wait(pause, 0, 0, PAUSE_MS);
    }
  }
}

/**
 * Holds a transaction on a file beside the database, alone or as one reader of several; readers such as `omotenashi demo` stay free to
 * look.
 */
function takeOwnership(folder: string, shared: boolean): Database.Database {
  const owner = new Database(join(folder, 'omotenashi.lock'));
  try {
    owner.exec(shared ? 'BEGIN' : 'BEGIN EXCLUSIVE');
    if (shared) owner.prepare('SELECT count(*) FROM sqlite_master').all();
    return owner;
  } catch (cause) {
    owner.close();
    throw new CatalogueError('store_in_use', `The folder is ${folder}.`, { cause });
  }
}
