import type Database from 'libsql';
import type { DialogRevisions } from '../dialog-revisions.ts';
import { packFiles, unpackFiles } from '../pack-files.ts';

export interface SqliteDialogRevisionsConfig {
  /** The caller closes it. */
  readonly database: Database.Database;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** How long a revision is kept that nobody keeps or reads again, in milliseconds. */
  readonly unusedMs: number;
}

/** Revisions of the dialogs in the file of the conversations. */
export function createSqliteDialogRevisions(config: SqliteDialogRevisionsConfig): DialogRevisions {
  const { database, now, unusedMs } = config;
  database.exec(
    'CREATE TABLE IF NOT EXISTS dialog_revisions (revision TEXT PRIMARY KEY, files TEXT NOT NULL, used INTEGER NOT NULL)',
  );
  const put = database.prepare(
    'INSERT INTO dialog_revisions VALUES (?1, ?2, ?3) ON CONFLICT (revision) DO UPDATE SET used = ?3',
  );
  const find = database.prepare('SELECT files FROM dialog_revisions WHERE revision = ?');
  const touch = database.prepare('UPDATE dialog_revisions SET used = ? WHERE revision = ?');
  const forget = database.prepare('DELETE FROM dialog_revisions WHERE used < ?');
  return {
    keep: async (revision, files) => {
      put.run(revision, packFiles(files).toString('base64'), now());
      forget.run(now() - unusedMs);
    },
    read: async (revision) => {
      // A row has the table's columns.
      const [row] = find.all(revision) as { readonly files: string }[];
      if (!row) return undefined;
      touch.run(now(), revision);
      return unpackFiles(Buffer.from(row.files, 'base64'));
    },
  };
}
