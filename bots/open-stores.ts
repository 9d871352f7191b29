import { hkdfSync } from 'node:crypto';
import type Database from 'libsql';
import { openDatabase } from '../integrations/conversation-store/sqlite/index.ts';
import type { Records } from '../integrations/records/records.ts';
import { createSqliteRecords } from '../integrations/records/sqlite/index.ts';
import type { Telemetry } from '../integrations/telemetry/telemetry.ts';
import type { Clock } from '../runtime/clock.ts';
import type { Settings } from './config.ts';
import type { Conversations } from './conversations.ts';
import { openSqliteConversations } from './open-sqlite-conversations.ts';
import { photoFolder } from './photo-folder.ts';

const KEY_BYTES = 32;

/** Everything that is kept. */
export interface Stores extends Omit<Conversations, 'close'> {
  readonly records: Records;
  readonly photoFolder: string;
  /** The bytes of a customer's photo, by its address. */
  readUpload(url: string): Promise<Uint8Array | undefined>;
  /** The embedded database, for what else lies in the data folder: the demo company. Opened at the first call. */
  embedded(): Database.Database;
  /** Resolves when the archive answers. */
  askRecords(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Opens what the settings name: conversations in Redis or in the embedded file, records in MongoDB or in the same file.
 * @throws CatalogueError `store_in_use` when another process keeps its conversations in DATA_DIR, `store_unavailable` when a server is
 * not there, `settings_invalid` when it is set up in a way that would lose conversations
 */
export async function openStores(
  settings: Settings,
  folder: string,
  clock: Clock,
  telemetry: Telemetry,
): Promise<Stores> {
  const file = openOnce(() => openDatabase(folder, { shared: settings.REDIS_URL !== undefined }));
  const photos = photoFolder(settings, folder);
  const embedded = () => file.open().database;
  const conversations = settings.REDIS_URL
    ? await openInRedis(settings.REDIS_URL, settings, telemetry)
    : openSqliteConversations({ settings, folder, clock, database: embedded() });
  const archive = settings.MONGODB_URL ? await openMongodbArchive(settings.MONGODB_URL) : openSqliteArchive(embedded());
  telemetry.info('stores_opened', { conversations: settings.REDIS_URL ? 'redis' : 'sqlite', records: archive.kind });
  return {
    ...conversations,
    ...{ records: archive.records, photoFolder: photos.folder, readUpload: photos.readUpload, embedded },
    key: settings.SIGNING_SECRET ? keysFrom(settings.SIGNING_SECRET) : conversations.key,
    askRecords: archive.ask,
    close: async () => {
      await conversations.close();
      await archive.close();
      file.opened?.close();
    },
  };
}

interface Archive {
  readonly kind: string;
  readonly records: Records;
  ask(): Promise<void>;
  close(): Promise<void>;
}

function openSqliteArchive(database: Database.Database): Archive {
  const records = createSqliteRecords({ database });
  return { kind: 'sqlite', records, ask: async () => void (await records.find({ limit: 1 })), close: records.close };
}

// Both are loaded only where they are used: whoever runs on the embedded file pays nothing for them.

async function openInRedis(url: string, settings: Settings, telemetry: Telemetry): Promise<Conversations> {
  const { openRedisConversations } = await import('./open-redis-conversations.ts');
  return openRedisConversations(url, settings, telemetry);
}

async function openMongodbArchive(url: string): Promise<Archive> {
  const { createMongodbRecords, openMongodb } = await import('../integrations/records/mongodb/index.ts');
  const mongodb = openMongodb(url);
  const records = createMongodbRecords({ mongodb });
  return { kind: 'mongodb', records, ask: async () => void (await mongodb.ready()), close: () => mongodb.close() };
}

/** Keys that every process makes alike. */
const keysFrom = (secret: string) => async (name: string) =>
  new Uint8Array(hkdfSync('sha256', secret, 'omotenashi', name, KEY_BYTES));

/** Opens at the first need, and tells whether it came to that. */
function openOnce<Opened>(open: () => Opened) {
  const once = {
    opened: undefined as Opened | undefined,
    open: (): Opened => {
      once.opened ??= open();
      return once.opened;
    },
  };
  return once;
}
