import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { openRecordsOf } from '../../bots/open-records-of.ts';
import { PRODUCT_FOLDER } from '../../bots/product-folder.ts';
import type { Records } from '../../integrations/records/records.ts';
import { useMongodb } from './mongodb-server.ts';
import { startRedis } from './redis-server.ts';
import { beginTalks, goOn, type RunningTalks } from './running-talks.ts';
import { startApp } from './start-app.ts';

/** `sqlite`: all in the file · `redis`: conversations there, records in the file · `mongodb`: conversations in Redis, records there. */
export type Rehearsed = 'sqlite' | 'redis' | 'mongodb';

/** What became of conversations that were copied while customers talked, on the system that was made of the copy. */
export interface Rehearsal {
  readonly talks: number;
  readonly wentOn: number;
  /** Words that were said in them while the copy was made. */
  readonly words: number;
  /** What the copy knows of them is not what was said, word for word from the beginning. */
  readonly broken: readonly string[];
  /** Records in the restored archive of turns that a restored conversation knows of, and those that are missing. */
  readonly records: number;
  readonly missing: readonly string[];
}

const NO_LIMITS = { RATE_CONVERSATIONS: '100000', RATE_REQUESTS: '1000000', RATE_MESSAGES: '1000000' };
/** Before what a talk says: the greeting, and the word that begins the echo. After: the word on the new system. */
const TURNS_BESIDES = 3;

type Settings = Readonly<Record<string, string>>;

/** One system that runs, and another that is made of its copy. */
interface Pair {
  readonly running: Settings;
  /** Copies the running one, by the documented commands. */
  copy(): Promise<void>;
  /** Puts the copy elsewhere, where nothing runs. @returns the settings of the system there */
  restore(): Promise<Settings>;
  end(): Promise<void>;
}

/** Backup and restore as docs/how-to/back-up-and-restore.md has them, under so many running conversations. */
export async function rehearseCopy(what: Rehearsed, count: number): Promise<Rehearsal> {
  const base = mkdtempSync(path.join(tmpdir(), 'omotenashi-copy-'));
  const pair = await (what === 'sqlite' ? inFiles(base) : inServers(base, what === 'mongodb'));
  try {
    const talks = await talkWhile(pair, count);
    const settings = await pair.restore();
    const restored = await startApp({ ...NO_LIMITS, ...settings });
    const heard = await goOn(restored.url, talks).finally(restored.stop);
    const { DATA_DIR = '', MONGODB_URL } = settings;
    const archive = await openRecordsOf({ DATA_DIR, MONGODB_URL });
    const looked = await lookForRecords(archive.records, heard).finally(archive.close);
    return { ...judged(talks, heard), ...looked };
  } finally {
    await pair.end();
    rmSync(base, { recursive: true, force: true });
  }
}

async function talkWhile({ running, copy }: Pair, count: number): Promise<RunningTalks> {
  const app = await startApp({ ...NO_LIMITS, ...running });
  try {
    const talks = await beginTalks(app.url, count);
    await talks.talkUntil(copy());
    return talks;
  } finally {
    await app.stop();
  }
}

type Heard = Awaited<ReturnType<typeof goOn>>;

function judged({ said }: RunningTalks, heard: Heard): Omit<Rehearsal, 'records' | 'missing'> {
  const broken = [...heard].flatMap(([conversation, echoes]) => {
    const known = [...(said.get(conversation) ?? []).slice(0, echoes.length - 1), 'after the copy'];
    return JSON.stringify(known) === JSON.stringify(echoes) ? [] : [`${conversation.id}: ${echoes.join(', ')}`];
  });
  const words = [...said.values()].reduce((sum, each) => sum + each.length, 0);
  return { talks: said.size, wentOn: heard.size, words, broken };
}

/** A turn's record is named after the conversation's version. Whoever stopped wrote all that was on its way. */
async function lookForRecords(records: Records, heard: Heard): Promise<Pick<Rehearsal, 'records' | 'missing'>> {
  let count = 0;
  const missing: string[] = [];
  for (const [{ id: conversationId }, echoes] of heard) {
    const turns = Array.from({ length: echoes.length - 1 + TURNS_BESIDES }, (_, n) => `${conversationId}.${n + 1}`);
    const found = await records.find({ kind: 'turn', conversationId, limit: 1000 });
    // `<conversation>.<version>~<what it was about>`
    const there = new Set(found.map(({ id }) => id.split('~', 1)[0] ?? ''));
    count += there.size;
    missing.push(...turns.filter((id) => !there.has(id)));
  }
  return { records: count, missing };
}

async function inFiles(base: string): Promise<Pair> {
  const [data, elsewhere, copy] = [path.join(base, 'data'), path.join(base, 'elsewhere'), path.join(base, 'copy')];
  return {
    running: { DATA_DIR: data },
    copy: () => omotenashi({ DATA_DIR: data }, 'backup', copy),
    restore: async () => {
      await omotenashi({ DATA_DIR: elsewhere }, 'restore', copy);
      return { DATA_DIR: elsewhere };
    },
    end: async () => undefined,
  };
}

/** Redis is copied first, then the records. */
async function inServers(base: string, withMongodb: boolean): Promise<Pair> {
  const [data, elsewhere, copy] = [path.join(base, 'data'), path.join(base, 'elsewhere'), path.join(base, 'copy')];
  const mongodb = withMongodb ? await useMongodb() : undefined;
  const archive = (): { readonly MONGODB_URL?: string } => (mongodb ? { MONGODB_URL: mongodb.newUrl() } : {});
  const first = await startRedis(['--appendonly', 'yes']);
  const running = { DATA_DIR: data, REDIS_URL: first.url, ...archive() };
  const ends = [() => first.end(), async () => mongodb?.end()];
  return {
    running,
    copy: async () => {
      await run('redis-cli', ['-u', first.url, '--rdb', path.join(base, 'dump.rdb')]);
      await omotenashi(running, 'backup', copy);
    },
    restore: async () => {
      // Read without the log of writes, which would count as newer; then it is switched on.
      const second = await startRedis(['--dir', base, '--dbfilename', 'dump.rdb', '--appendonly', 'no']);
      ends.push(() => second.end());
      await run('redis-cli', ['-u', second.url, 'CONFIG', 'SET', 'appendonly', 'yes']);
      const settings = { DATA_DIR: elsewhere, REDIS_URL: second.url, ...archive() };
      await omotenashi(settings, 'restore', copy);
      return settings;
    },
    end: async () => {
      for (const end of ends) await end();
    },
  };
}

const run = promisify(execFile);

/** The command as an operator types it. @throws Error with what it said when it fails */
async function omotenashi(settings: Settings, ...words: readonly string[]): Promise<void> {
  await run(process.execPath, ['--import', 'tsx', 'bots/cli/main.ts', ...words], {
    cwd: PRODUCT_FOLDER,
    env: { ...process.env, NODE_OPTIONS: '', NO_COLOR: '1', ...settings },
  });
}
