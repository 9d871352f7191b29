export { createSqliteEventLog } from './create-sqlite-event-log.ts';
export { createSqliteStore, type SqliteStoreConfig } from './create-sqlite-store.ts';
export { type OpenDatabase, openDatabase } from './open-database.ts';
