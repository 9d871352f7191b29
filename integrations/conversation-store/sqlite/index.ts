export { createSqliteEventLog } from './create-sqlite-event-log.ts';
export { createSqliteStore } from './create-sqlite-store.ts';
export { DATABASE_FILE, openDatabase } from './open-database.ts';
