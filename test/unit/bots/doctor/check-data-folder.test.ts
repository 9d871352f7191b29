import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { checkDataFolder } from '../../../../bots/cli/doctor/check-data-folder.ts';
import { checkQueues } from '../../../../bots/cli/doctor/check-queues.ts';
import { readKey } from '../../../../bots/read-key.ts';
import { readSettings } from '../../../../bots/read-settings.ts';
import { createSqliteStore, openDatabase } from '../../../../integrations/conversation-store/sqlite/index.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'omotenashi-doctor-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const look = () => checkDataFolder(readSettings({ DATA_DIR: folder }));
const faults = () => look().filter(({ level }) => level !== 'ok');

function withStore<Result>(work: () => Result): Result {
  const { database, close } = openDatabase(folder);
  createSqliteStore({ database, now: Date.now, claimMs: 1000, idleMs: 1000 });
  try {
    return work();
  } finally {
    close();
  }
}

test('a folder that is not there yet is in order', () => {
  rmSync(folder, { recursive: true });
  expect(look()).toEqual([{ area: 'data folder', level: 'ok', message: expect.stringContaining('not there yet') }]);
});

test('a sound database is told, and whether a bot runs on it', () => {
  withStore(() =>
    expect(
      look()
        .map(({ message }) => message)
        .join(),
    ).toContain('a bot runs on it'),
  );
  const after = look().map(({ message }) => message);
  expect(after.join()).toContain('is sound; no bot runs on it');
  expect(after.join()).toContain('Nothing waits too long');
  expect(faults()).toEqual([]);
});

test('a damaged database is an error', () => {
  writeFileSync(path.join(folder, 'omotenashi.db'), 'this is no database at all, however long it may be', {
    mode: 0o600,
  });
  expect(faults()).toMatchObject([{ level: 'error', remedy: expect.stringContaining('Restore') }]);
});

test('a database of a newer version is an error', () => {
  const { database, close } = openDatabase(folder);
  createSqliteStore({ database, now: Date.now, claimMs: 1000, idleMs: 1000 });
  database.prepare("UPDATE meta SET value = '99' WHERE key = 'conversation-store'").run();
  close();
  expect(faults()).toMatchObject([{ level: 'error', message: 'The database was written by a newer version.' }]);
});

test('keys and talks that others can read, and keys that are too short, are told with the file', () => {
  readKey(folder, 'session');
  writeFileSync(path.join(folder, 'customer.key'), 'short', { mode: 0o600 });
  chmodSync(path.join(folder, 'session.key'), 0o644);
  withStore(() => chmodSync(path.join(folder, 'omotenashi.db'), 0o644));
  expect(
    faults()
      .map(({ level, remedy }) => `${level}: ${remedy?.replace(folder, '…')}`)
      .sort(),
  ).toEqual([
    'error: Delete it: a new one is made, and open sessions begin anew.',
    'warning: chmod 600 …/omotenashi.db',
    'warning: chmod 600 …/session.key',
  ]);
});

test('what waits too long is told, queue by queue', () => {
  expect(checkQueues({ inbox: 51, outbox: 51, records: 1001, deadLetters: 1 })).toMatchObject([
    { level: 'warning', message: '51 conversations wait for an answer.' },
    { level: 'warning', message: '51 conversations have answers that are not sent.' },
    { level: 'warning', message: '1001 records wait for the archive.' },
    {
      level: 'warning',
      message: expect.stringContaining('1 dead letter'),
      remedy: expect.stringContaining('omotenashi letters'),
    },
  ]);
});
