import { createHash } from 'node:crypto';
import { chmodSync, copyFileSync, cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import Database from 'libsql';
import { CatalogueError } from '../dialogs/protocol/errors.ts';
import { DATABASE_FILE } from '../integrations/conversation-store/sqlite/index.ts';
import type { Settings } from './config.ts';
import { openRecordsOf } from './open-records-of.ts';
import { photoFolder } from './photo-folder.ts';
import { RECORDS_FILE, writeRecordsFile } from './records-file.ts';

/** What went into a copy. */
export interface BackUpReport {
  readonly files: readonly string[];
  /** Records that were written apart, since they lie in MongoDB; absent where they are in the database file. */
  readonly records?: number;
}

type Places = Pick<Settings, 'DATA_DIR' | 'PHOTO_DIR' | 'MONGODB_URL'>;

/**
 * Copies everything of DATA_DIR into a new folder, also while the system runs: the database as of one moment, checked, then keys and
 * photos, and the records where they lie in MongoDB. The folder is there when all of it is.
 * @throws CatalogueError `copy_refused` when the folder is there already, when there is nothing to copy, or when the copy is not whole
 */
export async function backUp(settings: Places, target: string): Promise<BackUpReport> {
  const folder = path.resolve(settings.DATA_DIR);
  const to = path.resolve(target);
  if (existsSync(to)) throw new CatalogueError('copy_refused', `${to} is there already.`);
  if (!existsSync(folder)) throw new CatalogueError('copy_refused', `There is no ${folder}.`);
  const part = `${to}.${createHash('sha256').update(`${process.pid} ${to}`).digest('hex').slice(0, 8)}.part`;
  mkdirSync(part, { recursive: true, mode: 0o700 });
  try {
    copyDatabase(path.join(folder, DATABASE_FILE), path.join(part, DATABASE_FILE));
    // After the database: what it names is there by now, and never changes.
    for (const name of readdirSync(folder).filter((one) => one.endsWith('.key')))
      copyFileSync(path.join(folder, name), path.join(part, name));
    const photos = photoFolder(settings, folder).folder;
    if (existsSync(photos)) cpSync(photos, path.join(part, 'photos'), { recursive: true });
    const records = settings.MONGODB_URL === undefined ? undefined : await copyRecords(settings, part);
    renameSync(part, to);
    return { files: readdirSync(to).sort(), ...(records === undefined ? {} : { records }) };
  } finally {
    rmSync(part, { recursive: true, force: true });
  }
}

/** One whole database of one moment, whatever is written meanwhile. */
function copyDatabase(from: string, to: string): void {
  if (!existsSync(from)) return;
  const database = new Database(from);
  try {
    database.pragma('busy_timeout = 10000');
    database.exec(`VACUUM INTO '${to.replaceAll("'", "''")}'`);
  } finally {
    database.close();
  }
  chmodSync(to, 0o600);
  const copy = new Database(to);
  try {
    // The pragma's only row: `ok`, or what is wrong.
    const [found] = copy.prepare('PRAGMA quick_check(1)').all() as { readonly quick_check: string }[];
    if (found?.quick_check !== 'ok')
      throw new CatalogueError('copy_refused', `The database is damaged: ${found?.quick_check}`);
  } finally {
    copy.close();
  }
}

async function copyRecords(settings: Places, part: string): Promise<number> {
  const { records, close } = await openRecordsOf(settings);
  try {
    return await writeRecordsFile(records, path.join(part, RECORDS_FILE));
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new CatalogueError('copy_refused', `The records of MongoDB cannot be read: ${why}.`, { cause });
  } finally {
    await close();
  }
}
