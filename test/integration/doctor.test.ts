import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { checkMongodb } from '../../bots/cli/doctor/check-mongodb.ts';
import { checkRedis } from '../../bots/cli/doctor/check-redis.ts';
import { checkSystems } from '../../bots/cli/doctor/check-systems.ts';
import { readSettings } from '../../bots/read-settings.ts';
import { companySystem } from '../../integrations/company-api/company-system.ts';
import { createRedisStore, openRedis } from '../../integrations/conversation-store/redis/index.ts';
import { openMongodb } from '../../integrations/records/mongodb/index.ts';
import { anUtterance } from '../kit/an-event.ts';
import { isMongodbHere, useMongodb } from '../kit/mongodb-server.ts';
import { type RedisServer, startRedis, whereRedisIs } from '../kit/redis-server.ts';
import { describeWith } from '../kit/what-is-here.ts';

const settings = readSettings({});
const NOBODY = '127.0.0.1:1';

whereRedisIs('the doctor of conversations', () => {
  let server: RedisServer;
  beforeEach(async () => {
    server = await startRedis(['--maxmemory', '64mb', '--maxmemory-policy', 'allkeys-lru']);
  });
  afterEach(() => server.end());

  test('names a wrong eviction policy as an error, missing persistence as a warning, and writes nothing', async () => {
    const findings = await checkRedis(server.url, settings);
    expect(findings[0]?.message).toMatch(
      /^Redis 7\.\S+ answers in .* ms; memory \d+ % of 64\.00M; not used by a bot yet; 0 replicas\.$/,
    );
    expect(findings.find(({ level }) => level === 'error')).toMatchObject({
      message: expect.stringContaining('maxmemory-policy is allkeys-lru'),
      remedy: expect.stringContaining('CONFIG SET maxmemory-policy noeviction'),
    });
    expect(findings.find(({ message }) => message.includes('keeps nothing on disk'))?.level).toBe('warning');
    const { redis, close } = await openRedis(server.url);
    expect(await redis.dbsize()).toBe(0);
    await close();
  });

  test('counts what waits, and tells how many partitions there are', async () => {
    const connection = await openRedis(server.url);
    await connection.redis.config('SET', 'maxmemory-policy', 'noeviction');
    await connection.check();
    const store = createRedisStore({ redis: connection.redis, claimMs: 1000, idleMs: 86_400_000 });
    const limits = { leaseMs: 10_000, dedupeMs: 60_000, inboxMax: 50 };
    for (let n = 0; n < 60; n++) await store.begin({ alias: `a${n}` }, anUtterance(`m${n}`), limits);
    const findings = await checkRedis(server.url, settings);
    expect(findings[0]?.message).toMatch(/; \d+ partitions;/);
    expect(findings.find(({ area }) => area === 'queues')?.message).toBe('60 conversations wait for an answer.');
    await store.close();
    await connection.close();
  });

  test('says in words that nobody answers, and where, without the password', async () => {
    const findings = await checkRedis(`redis://user:hush-hush@${NOBODY}`, settings);
    expect(findings).toMatchObject([
      { level: 'error', message: expect.stringContaining(`Redis at ${NOBODY} does not answer`) },
    ]);
    expect(JSON.stringify(findings)).not.toContain('hush');
  });
});

describeWith('mongodb', isMongodbHere)('the doctor of records', () => {
  test('prepares nothing itself, and finds the indexes that somebody dropped', async () => {
    const server = await useMongodb();
    try {
      const empty = await checkMongodb(server.url);
      expect(empty[0]?.message).toMatch(/^MongoDB \S+ answers in .* ms/);
      expect(empty.at(-1)?.message).toContain('The archive is empty');
      const mongodb = openMongodb(server.url);
      const connection = await mongodb.ready();
      expect((await checkMongodb(server.url)).at(-1)?.message).toMatch(
        /^The archive is at version \d+, with all its indexes/,
      );
      await connection.collection('records').dropIndex('by_customer');
      expect((await checkMongodb(server.url)).at(-1)).toMatchObject({
        level: 'error',
        message: expect.stringContaining('by_customer'),
      });
      await mongodb.close();
    } finally {
      await server.end();
    }
  });

  test('says in words that nobody answers', async () => {
    expect(await checkMongodb(`mongodb://${NOBODY}/x`)).toMatchObject([
      {
        level: 'error',
        message: expect.stringContaining('does not answer'),
        remedy: expect.stringContaining('records wait'),
      },
    ]);
  });
});

test('a port that another program has, and systems that do not answer, are errors', async () => {
  const other = createServer((socket) => socket.destroy());
  await new Promise<void>((resolve) => other.listen(0, resolve));
  const address = other.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const folder = mkdtempSync(path.join(tmpdir(), 'omotenashi-doctor-'));
  try {
    const given = readSettings({
      PORT: String(port),
      DATA_DIR: folder,
      OTEL_EXPORTER_OTLP_ENDPOINT: `http://${NOBODY}`,
    });
    const findings = await checkSystems({
      ...given,
      companySystems: readSettingsOf(`http://${NOBODY}`),
    });
    expect(findings.map(({ level, message }) => `${level}: ${message}`)).toEqual([
      `error: Port ${port} is taken, and not by this bot.`,
      `error: Parcels (orders, ${NOBODY}) does not answer.`,
      `warning: The collector of traces (${NOBODY}) does not answer: traces are lost, nothing else.`,
    ]);
  } finally {
    other.close();
    rmSync(folder, { recursive: true, force: true });
  }
});

/** One company system, as the file of COMPANY_SYSTEMS would name it. */
const readSettingsOf = (base_url: string): ReturnType<typeof readSettings>['companySystems'] => ({
  orders: companySystem.parse({ name: 'Parcels', base_url }),
});
