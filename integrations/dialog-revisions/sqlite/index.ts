export { createSqliteDialogRevisions } from './create-sqlite-dialog-revisions.ts';
