import { existsSync } from 'node:fs';
import path from 'node:path';
import Database from 'libsql';
import { CatalogueError } from '../dialogs/protocol/errors.ts';
import { DATABASE_FILE } from '../integrations/conversation-store/sqlite/index.ts';
import type { Records } from '../integrations/records/records.ts';
import { createSqliteRecords } from '../integrations/records/sqlite/index.ts';
import type { Settings } from './config.ts';

export interface RecordsVisit {
  readonly records: Records;
  close(): Promise<void>;
}

/**
 * Opens the records beside the processes that write them, for a command of the operator's.
 * @throws CatalogueError `settings_invalid` when nothing was ever kept in DATA_DIR
 */
export async function visitRecords(settings: Pick<Settings, 'MONGODB_URL' | 'DATA_DIR'>): Promise<RecordsVisit> {
  if (settings.MONGODB_URL) {
    const { createMongodbRecords, openMongodb } = await import('../integrations/records/mongodb/index.ts');
    const mongodb = openMongodb(settings.MONGODB_URL);
    return { records: createMongodbRecords({ mongodb }), close: () => mongodb.close() };
  }
  const file = path.join(path.resolve(settings.DATA_DIR), DATABASE_FILE);
  if (!existsSync(file))
    throw new CatalogueError('settings_invalid', `DATA_DIR: ${settings.DATA_DIR} holds no records.`);
  const database = new Database(file);
  database.pragma('busy_timeout = 5000');
  return { records: createSqliteRecords({ database }), close: async () => void database.close() };
}
