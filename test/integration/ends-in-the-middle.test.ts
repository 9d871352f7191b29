import { resolve } from 'node:path';
import { chatClient, type Stream, says } from '../kit/chat-client.ts';
import { type RedisServer, startRedis, whereRedisIs } from '../kit/redis-server.ts';
import { type SlowCompany, startSlowCompany } from '../kit/slow-company.ts';
import { createSpawner, type SpawnedServer } from '../kit/spawn-server.ts';

/** Processes that are told to end while the company's system keeps a turn waiting. */
const spawner = createSpawner();
let redis: RedisServer;
let company: SlowCompany;
let staying: SpawnedServer;

const start = (settings: Readonly<Record<string, string>> = {}) =>
  spawner.start(
    spawner.newFolder(),
    {
      FLOWS_DIR: resolve(__dirname, '..', 'proofs', 'dialogs'),
      ...{ REDIS_URL: redis.url, PROOF_COMPANY: company.url, DEMO: 'false', ...settings },
    },
    "import('./test/proofs/bot/main.ts')",
  );

const noted = (stream: Stream) =>
  stream.events.filter(({ event, data }) => event === 'message' && /^(Noted|Missed)/.test(data.text));

/** It takes nothing more by now. */
async function heard({ url }: SpawnedServer): Promise<void> {
  while ((await fetch(`${url}/readyz`)).status !== 503) await new Promise((resolve) => setTimeout(resolve, 20));
}

/** A conversation whose page reads at the process that stays, in the middle of a turn of the one that leaves. */
async function inTheMiddle(leaving: SpawnedServer, words: string): Promise<Stream> {
  const conversation = await chatClient(staying.url).create({ locale: 'en' });
  const stream = await chatClient(staying.url).follow(conversation);
  await chatClient(leaving.url).say(conversation, 'start', 'take notes');
  await stream.until(says('What is next?'));
  company.hold();
  expect(await chatClient(leaving.url).say(conversation, 'words', words)).toBe(202);
  await company.asked(1);
  return stream;
}

whereRedisIs('a process that is told to end in the middle of a long action', () => {
  beforeAll(async () => {
    [redis, company] = await Promise.all([startRedis(), startSlowCompany()]);
    staying = await start({ LEASE_MS: '60000' });
  }, 120_000);
  beforeEach(() => company.letGo());
  afterAll(async () => {
    spawner.end();
    company.end();
    await redis.end();
  });

  test('ends the turn first, and then itself', async () => {
    const leaving = await start({ LEASE_MS: '60000' });
    const stream = await inTheMiddle(leaving, 'alpha');
    leaving.child.kill('SIGTERM');
    await heard(leaving);
    expect(noted(stream)).toEqual([]);
    company.letGo();
    expect(await leaving.ended).toBe(0);
    await stream.until(says('Noted alpha.'));
    expect(company.notes).toEqual(['alpha']);
    stream.close();
  }, 60_000);

  test('hands the turn back when it does not end in time: another goes on at once, and it is done once', async () => {
    const leaving = await start({ LEASE_MS: '60000', STOP_MS: '200' });
    const stream = await inTheMiddle(leaving, 'gamma');
    expect(await leaving.kill('SIGTERM')).toBe(0);
    // The lease lasts for a minute: the other one has it because it was given.
    await company.asked(1);
    company.letGo();
    await stream.until(says('Noted gamma.'));
    expect(noted(stream)).toHaveLength(1);
    expect(company.notes.filter((note) => note === 'gamma')).toHaveLength(1);
    stream.close();
  }, 60_000);

  test('ends at once when it is told a second time; another runs the turn when the lease is over', async () => {
    const leaving = await start({ LEASE_MS: '2000' });
    const stream = await inTheMiddle(leaving, 'delta');
    leaving.child.kill('SIGTERM');
    await heard(leaving);
    expect(await leaving.kill('SIGTERM')).toBe(1);
    company.letGo();
    await stream.until(says('Noted delta.'));
    expect(noted(stream)).toHaveLength(1);
    expect(company.notes.filter((note) => note === 'delta')).toHaveLength(1);
    stream.close();
  }, 60_000);
});
