import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Redis } from 'ioredis';
import Database from 'libsql';
import type { ConversationStore } from '../../../integrations/conversation-store/conversation-store.ts';
import type { EventLog } from '../../../integrations/conversation-store/event-log.ts';
import {
  createRedisEventLog,
  createRedisStore,
  openRedis,
} from '../../../integrations/conversation-store/redis/index.ts';
import {
  createSqliteEventLog,
  createSqliteStore,
  DATABASE_FILE,
  openDatabase,
} from '../../../integrations/conversation-store/sqlite/index.ts';
import { startRedis, whereRedisIs } from '../../kit/redis-server.ts';
import { beginTalks } from '../../kit/running-talks.ts';
import { startApp } from '../../kit/start-app.ts';
import { chatAlias } from './chat-names.ts';
import { seedRedis } from './seed-redis.ts';
import { seedSqlite } from './seed-sqlite.ts';

const COUNT = 230;
const TIMES = { claimMs: 10_000, idleMs: 30 * 86_400_000 };

/** One conversation that stands at its second turn. */
async function beginOne(settings: Readonly<Record<string, string>>): Promise<void> {
  const app = await startApp(settings);
  await beginTalks(app.url, 1);
  await app.stop();
}

/** Whoever writes into one of the copies goes on with it, from the same state and with lines of their own. */
async function goesOn(store: ConversationStore, log: EventLog, addresses: readonly string[]): Promise<void> {
  expect(addresses).toHaveLength(COUNT + 1);
  expect(new Set(addresses).size).toBe(COUNT + 1);
  expect(await store.depths()).toEqual({ inbox: 0, outbox: 0, records: expect.any(Number), deadLetters: 0 });
  const states = new Set<string>();
  for (const text of addresses.slice(0, 20)) {
    const from = JSON.parse(text);
    const event = {
      id: 'next',
      at: new Date().toISOString(),
      from,
      locale: 'en',
      kind: 'utterance',
      text: 'go on',
    } as const;
    const limits = { leaseMs: 1000, dedupeMs: 1000, inboxMax: 5 };
    const begun = await store.begin({ alias: chatAlias(from.accountId, from) }, event, limits);
    if (begun.kind !== 'run') throw new Error(`It was answered by ${begun.kind}.`);
    const { conversationId, lease, state, inbox } = begun;
    expect(inbox).toHaveLength(1);
    states.add(JSON.stringify(state));
    const lines = await log.read(from.threadId, 0, 9);
    expect(JSON.stringify(lines)).toContain(`${conversationId}.2.`);
    const turn = { commitId: 'one', used: 1, outgoing: [], timers: [] };
    if (state) expect(await store.commit(lease, { ...turn, state })).toEqual({ kind: 'done' });
  }
  expect(states.size).toBe(1);
  expect([...states][0]).toContain('echo');
}

whereRedisIs('conversations copied in Redis', () => {
  test('are as those that they are copied from', async () => {
    const server = await startRedis();
    await beginOne({ REDIS_URL: server.url });
    await seedRedis(server.url, COUNT, () => undefined);
    const raw = new Redis(server.url);
    const held = await Promise.all((await raw.keys('cs:*:c:*')).map((key) => raw.hget(key, 'ad')));
    const { redis, subscriber, close } = await openRedis(server.url);
    const store = createRedisStore({ redis, ...TIMES });
    const log = createRedisEventLog({ redis, subscriber, idleMs: TIMES.idleMs });
    await goesOn(store, log, held.map(String));
    await store.close();
    await close();
    raw.disconnect();
    await server.end();
  }, 30_000);
});

test('conversations copied in the embedded file are as those that they are copied from', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'omotenashi-seed-'));
  await beginOne({ DATA_DIR: folder });
  seedSqlite(folder, COUNT, () => undefined);
  const raw = new Database(path.join(folder, DATABASE_FILE));
  const held = raw.prepare('SELECT address FROM conversations').all() as readonly { readonly address: string }[];
  raw.close();
  const { database, close } = openDatabase(folder);
  const now = () => Date.now();
  const addresses = held.map(({ address }) => address);
  await goesOn(createSqliteStore({ database, now, ...TIMES }), createSqliteEventLog({ database, now }), addresses);
  close();
  rmSync(folder, { recursive: true, force: true });
}, 30_000);
