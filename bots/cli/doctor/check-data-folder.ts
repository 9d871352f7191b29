import { accessSync, constants, existsSync, readdirSync, statfsSync, statSync } from 'node:fs';
import path from 'node:path';
import Database from 'libsql';
import { DATABASE_FILE } from '../../../integrations/conversation-store/sqlite/index.ts';
import { readDepths } from '../../../integrations/conversation-store/sqlite/read-depths.ts';
import { SCHEMA_VERSION } from '../../../integrations/conversation-store/sqlite/schema.ts';
import type { Settings } from '../../config.ts';
import { checkQueues } from './check-queues.ts';
import { type Finding, tellOf } from './finding.ts';

const { ok, warning, error } = tellOf('data folder');
const MEGABYTE = 1024 * 1024;
const LITTLE_SPACE = 1024 * MEGABYTE;
const NO_SPACE = 100 * MEGABYTE;
/** The file beside the database is taken over now and then; one this large was not for long. */
const LARGE_LOG = 512 * MEGABYTE;
const KEY_BYTES = 32;
const PAGE = 'docs/how-to/back-up-and-restore.md';

const megabytes = (bytes: number): string => `${Math.max(1, Math.round(bytes / MEGABYTE)).toLocaleString('en')} MB`;

/** Folder, disk, keys and the embedded database. Reads alone; a running bot is not disturbed. */
export function checkDataFolder(settings: Settings): readonly Finding[] {
  const folder = path.resolve(settings.DATA_DIR);
  if (!existsSync(folder)) return [ok(`${folder} is not there yet; the first start makes it.`)];
  try {
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch {
    return [
      error(
        `${folder} cannot be written.`,
        'Give it to the user that runs the bot, or set DATA_DIR to another folder.',
      ),
    ];
  }
  return [...checkSpace(folder), ...checkSecrecy(folder), ...checkDatabase(folder, settings)];
}

function checkSpace(folder: string): readonly Finding[] {
  const { bavail, bsize } = statfsSync(folder);
  const free = bavail * bsize;
  if (free < NO_SPACE)
    return [
      error(`The disk of ${folder} is full (${megabytes(free)} left): soon no turn can be kept.`, 'Make room now.'),
    ];
  if (free < LITTLE_SPACE) return [warning(`The disk of ${folder} has ${megabytes(free)} left.`, 'Make room.')];
  return [ok(`${folder} can be written; ${megabytes(free)} are free.`)];
}

/** Keys sign the customers' sessions: nobody else may read them. */
function checkSecrecy(folder: string): readonly Finding[] {
  return readdirSync(folder).flatMap((name) => {
    const file = path.join(folder, name);
    const { mode, size } = statSync(file);
    const open = (mode & 0o077) !== 0;
    if (name.endsWith('.key')) {
      const short = Math.floor((size * 3) / 4) < KEY_BYTES;
      return [
        ...(short
          ? [error(`${file} is too short for a key.`, 'Delete it: a new one is made, and open sessions begin anew.')]
          : []),
        ...(open ? [warning(`${file} can be read by others on this machine.`, `chmod 600 ${file}`)] : []),
      ];
    }
    if (name === DATABASE_FILE && open) {
      return [
        warning(`${file} holds what customers said, and others on this machine can read it.`, `chmod 600 ${file}`),
      ];
    }
    return [];
  });
}

function checkDatabase(folder: string, settings: Settings): readonly Finding[] {
  const file = path.join(folder, DATABASE_FILE);
  if (!existsSync(file)) return [ok('There is no database yet; the first start makes it.')];
  const log = `${file}-wal`;
  const logSize = existsSync(log) ? statSync(log).size : 0;
  const size = `${file} has ${megabytes(statSync(file).size)}`;
  let database: Database.Database | undefined;
  try {
    database = new Database(file);
    database.pragma('busy_timeout = 2000');
    database.pragma('query_only = true');
    return [
      ...checkIntegrity(database, size, isOwned(folder)),
      ...(logSize > LARGE_LOG
        ? [warning(`${log} has ${megabytes(logSize)}.`, 'Something reads the database for hours: end it.')]
        : []),
      ...(settings.REDIS_URL === undefined ? checkQueues(readDepths(database)) : []),
    ];
  } catch (fault) {
    const why = fault instanceof Error ? fault.message : String(fault);
    return [error(`${file} cannot be read: ${why}`, `Restore the last copy (${PAGE}), and keep this file for a look.`)];
  } finally {
    database?.close();
  }
}

function checkIntegrity(database: Database.Database, size: string, owned: boolean): readonly Finding[] {
  const [first] = database.prepare('PRAGMA quick_check(1)').raw().all().flat();
  if (first !== 'ok')
    return [error(`The database is damaged: ${String(first)}`, `Stop the bot and restore the last copy (${PAGE}).`)];
  const [written] = database.prepare("SELECT value FROM meta WHERE key = 'conversation-store'").raw().all().flat();
  if (Number(written ?? 0) > SCHEMA_VERSION)
    return [
      error(
        'The database was written by a newer version.',
        'Start the newer version again, or restore a copy from before.',
      ),
    ];
  return [ok(`${size} and is sound; ${owned ? 'a bot runs on it' : 'no bot runs on it'}.`)];
}

/** Does a process have the folder? The operating system forgets the lock when it dies. */
function isOwned(folder: string): boolean {
  const file = path.join(folder, 'omotenashi.lock');
  if (!existsSync(file)) return false;
  const lock = new Database(file);
  try {
    lock.exec('BEGIN EXCLUSIVE');
    lock.exec('ROLLBACK');
    return false;
  } catch {
    return true;
  } finally {
    lock.close();
  }
}
