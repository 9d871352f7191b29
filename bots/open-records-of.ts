import path from 'node:path';
import { openDatabase } from '../integrations/conversation-store/sqlite/index.ts';
import type { Records } from '../integrations/records/records.ts';
import { createSqliteRecords } from '../integrations/records/sqlite/index.ts';
import type { Settings } from './config.ts';

export interface OpenedRecords {
  readonly records: Records;
  close(): Promise<void>;
}

/**
 * The archive alone, without the rest of the system: in MongoDB, or in the database of DATA_DIR, which must not be in use.
 * @throws CatalogueError `store_in_use`
 */
export async function openRecordsOf({
  DATA_DIR,
  MONGODB_URL,
}: Pick<Settings, 'DATA_DIR' | 'MONGODB_URL'>): Promise<OpenedRecords> {
  if (MONGODB_URL === undefined) {
    const opened = openDatabase(path.resolve(DATA_DIR));
    return { records: createSqliteRecords({ database: opened.database }), close: async () => opened.close() };
  }
  // Loaded only where it is used: it is large.
  const { createMongodbRecords, openMongodb } = await import('../integrations/records/mongodb/index.ts');
  const mongodb = openMongodb(MONGODB_URL);
  return { records: createMongodbRecords({ mongodb }), close: () => mongodb.close() };
}
