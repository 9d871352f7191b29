import { copyFileSync, cpSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { CatalogueError } from '../dialogs/protocol/errors.ts';
import { DATABASE_FILE } from '../integrations/conversation-store/sqlite/index.ts';
import type { Settings } from './config.ts';
import { openRecordsOf } from './open-records-of.ts';
import { photoFolder } from './photo-folder.ts';
import { RECORDS_FILE, readRecordsFile } from './records-file.ts';

export interface RestoreReport {
  readonly files: readonly string[];
  /** Records that were read; those that the archive has already stayed as they are. */
  readonly records?: number;
}

/**
 * Puts a copy that `backUp` made into an empty DATA_DIR, and its records into the archive that the settings name. Reading the records
 * again is harmless.
 * @throws CatalogueError `copy_refused` when DATA_DIR holds conversations, or there is no copy
 */
export async function restore(
  settings: Pick<Settings, 'DATA_DIR' | 'PHOTO_DIR' | 'MONGODB_URL'>,
  source: string,
): Promise<RestoreReport> {
  const folder = path.resolve(settings.DATA_DIR);
  const from = path.resolve(source);
  if (!existsSync(from)) throw new CatalogueError('copy_refused', `There is no ${from}.`);
  const there = existsSync(folder) ? readdirSync(folder).filter((name) => /^omotenashi\.db|\.key$/.test(name)) : [];
  if (there.length > 0) throw new CatalogueError('copy_refused', `${folder} holds ${there.join(', ')}.`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const files = readdirSync(from).filter((name) => name === DATABASE_FILE || name.endsWith('.key'));
  for (const name of files) copyFileSync(path.join(from, name), path.join(folder, name));
  const photos = path.join(from, 'photos');
  if (existsSync(photos)) cpSync(photos, photoFolder(settings, folder).folder, { recursive: true });
  const lines = path.join(from, RECORDS_FILE);
  if (!existsSync(lines)) return { files };
  const { records, close } = await openRecordsOf(settings);
  try {
    return { files: [...files, RECORDS_FILE], records: await readRecordsFile(records, lines) };
  } finally {
    await close();
  }
}
