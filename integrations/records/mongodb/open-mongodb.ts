import { type Connection, createConnection } from 'mongoose';
import { type MigrateOptions, migrate, migratedTo } from './migrate.ts';
import { MIGRATIONS } from './migrations/index.ts';

/** Something that an operator should know about the database. */
export interface MongodbFinding {
  readonly level: 'error' | 'warning';
  /** What is so, in a sentence. */
  readonly message: string;
  readonly remedy: string;
}

export interface MongodbConnection {
  /**
   * The connection, with the collections as this code wants them. Whoever asks first connects and migrates.
   * Rejects after about two seconds where nobody answers; the next one to ask tries again.
   */
  ready(): Promise<Connection>;
  /** What is wrong, or could be better; empty when all is well. Never rejects. */
  check(): Promise<readonly MongodbFinding[]>;
  close(): Promise<void>;
}

const ANSWER_MS = 2000;
/** A write that no majority confirms in this time counts as not done, and is done again. */
const MAJORITY_MS = 5000;
/** A connection that fell silent, as behind a broken router, is given up after this time. */
const SILENT_MS = 15_000;
const DATABASE = 'omotenashi';

const OPTIONS = {
  ...{ appName: 'omotenashi', bufferCommands: false, autoIndex: false, autoCreate: false },
  ...{ serverSelectionTimeoutMS: ANSWER_MS, connectTimeoutMS: ANSWER_MS, socketTimeoutMS: SILENT_MS },
  ...{ heartbeatFrequencyMS: 2000, maxPoolSize: 5 },
  writeConcern: { w: 'majority', wtimeoutMS: MAJORITY_MS },
} as const;

/**
 * A MongoDB by its address, `mongodb://host:27017/omotenashi`. Nothing is connected before it is needed, so that a process starts and
 * takes turns while the database is away. Anything that speaks the protocol will do: no transactions are used.
 */
export function openMongodb(url: string, options: MigrateOptions = {}): MongodbConnection {
  const connection = createConnection();
  let opening: Promise<Connection> | undefined;
  const open = async (): Promise<Connection> => {
    // once it was open, the driver itself looks for the servers again
    if (connection.readyState !== 1) await connection.openUri(url, withDatabase(url));
    await migrate(connection, MIGRATIONS, options);
    return connection;
  };
  const ready = (): Promise<Connection> => {
    opening ??= open().catch((fault: unknown) => {
      opening = undefined;
      throw fault;
    });
    return opening;
  };
  return {
    ready,
    check: async () => {
      try {
        return await findings(await ready());
      } catch (fault) {
        const why = fault instanceof Error ? fault.message : String(fault);
        const remedy = 'Start it, or mend MONGODB_URL. Until then conversations go on, and records wait.';
        return [{ level: 'error', message: `MongoDB does not answer: ${why}`, remedy }];
      }
    },
    close: async () => {
      await opening?.catch(() => {});
      await connection.close();
    },
  };
}

/** An address without a database would mean the one called `test`. */
const withDatabase = (url: string) =>
  /^[a-z+]+:\/\/[^/]+\/[^?]/.test(url) ? OPTIONS : { ...OPTIONS, dbName: DATABASE };

async function findings(connection: Connection): Promise<readonly MongodbFinding[]> {
  const found: MongodbFinding[] = [];
  const known = Math.max(...MIGRATIONS.map(({ version }) => version));
  const done = await migratedTo(connection);
  if (done > known) {
    const message = `The database is at version ${done}; this code knows ${known}.`;
    found.push({ level: 'warning', message, remedy: 'Fine for going back one version; upgrade again when you can.' });
  }
  const hello = await connection.db?.command({ hello: 1 });
  if (hello && hello['setName'] === undefined && hello['msg'] !== 'isdbgrid') {
    const message =
      'This MongoDB is a single server without a replica set: a write that was cut off is only repeated later.';
    found.push({ level: 'warning', message, remedy: 'Run it as a replica set; one member is enough.' });
  }
  return found;
}
