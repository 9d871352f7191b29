export { createSqliteRecords } from './create-sqlite-records.ts';
