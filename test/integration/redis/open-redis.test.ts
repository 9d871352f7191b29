import { Redis } from 'ioredis';
import {
  createRedisStore,
  type OpenRedisOptions,
  openRedis,
} from '../../../integrations/conversation-store/redis/index.ts';
import { aTurn, LIMITS, mustRun } from '../../contract/conversation-store/store-under-test.ts';
import { anUtterance } from '../../kit/an-event.ts';
import { startSentinel, whereRedisIs, withRedis } from '../../kit/redis-server.ts';

const SAFE = ['--appendonly', 'yes', '--appendfsync', 'always'];
const TIMES = { claimMs: 10_000, idleMs: 86_400_000 };

async function findingsOf(url: string, options?: OpenRedisOptions): Promise<string[]> {
  const connection = await openRedis(url, options);
  try {
    return (await connection.check()).map((one) => one.code);
  } finally {
    await connection.close();
  }
}

const refused = (message: RegExp) => ({ entry: { code: 'store_unfit' }, message: expect.stringMatching(message) });

/** Calls until it goes through: how long it takes is the server's affair. */
async function soon<Result>(work: () => Promise<Result>, limitMs = 15_000): Promise<Result> {
  for (const end = Date.now() + limitMs; ; ) {
    try {
      return await work();
    } catch (fault) {
      if (Date.now() > end) throw fault;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

whereRedisIs('the start on a Redis', () => {
  test('warns where a crash would forget, and goes on', () =>
    withRedis(async ({ url }) => expect(await findingsOf(url)).toEqual(['no_persistence', 'no_replica'])));

  test('is content with a log on disk, but for the missing replica', () =>
    withRedis(async ({ url }) => expect(await findingsOf(url)).toEqual(['no_replica']), SAFE));

  test('refuses one that throws conversations away', () =>
    withRedis(
      ({ url }) => expect(findingsOf(url)).rejects.toMatchObject(refused(/allkeys-lru/)),
      ['--maxmemory-policy', 'allkeys-lru'],
    ));

  test('refuses another count of partitions than the first', () =>
    withRedis(async ({ url }) => {
      await findingsOf(url);
      await expect(findingsOf(url, { partitions: 32 })).rejects.toMatchObject(refused(/64 partitions/));
      expect(await findingsOf(url)).toContain('no_replica');
    }));

  test('refuses what a newer version wrote', () =>
    withRedis(async ({ url }) => {
      const admin = new Redis(url);
      await admin.hset('cs:install', { partitions: 64, format: 99 });
      admin.disconnect();
      await expect(findingsOf(url)).rejects.toMatchObject(refused(/newer/));
    }));

  test('warns where the settings are hidden, as in managed services', () =>
    withRedis(async ({ url, port }) => {
      const admin = new Redis(url);
      await admin.acl('SETUSER', 'bot', 'on', '>pw', '~*', '&*', '+@all', '-config');
      admin.disconnect();
      expect(await findingsOf(`redis://bot:pw@127.0.0.1:${port}`)).toContain('settings_hidden');
    }));

  test('warns before the memory is full', () =>
    withRedis(async ({ url }) => {
      const admin = new Redis(url);
      await admin.set('ballast', 'x'.repeat(3_000_000));
      await admin.config('SET', 'maxmemory', 4_500_000);
      admin.disconnect();
      expect(await findingsOf(url)).toContain('memory');
    }));

  test('says so when nothing answers', async () => {
    await expect(openRedis('redis://127.0.0.1:1', { connectMs: 500 })).rejects.toMatchObject({
      entry: { code: 'store_unavailable' },
    });
  });

  test('says so when the password is wrong, and does not repeat it', () =>
    withRedis(
      async ({ port }) => {
        const fault: unknown = await openRedis(`redis://:wrong@127.0.0.1:${port}`, { connectMs: 1000 }).catch((e) => e);
        expect(fault).toMatchObject({ entry: { code: 'store_unavailable' } });
        expect(String(fault)).not.toContain('wrong');
      },
      ['--requirepass', 'right'],
    ));
});

whereRedisIs('a connection', () => {
  test('is there again after a kill of Redis, with everything that was acknowledged', () =>
    withRedis(async (server) => {
      const connection = await openRedis(server.url);
      const store = createRedisStore({ redis: connection.redis, ...TIMES });
      const run = mustRun(await store.begin({ alias: 'a' }, anUtterance('m1'), LIMITS));
      await store.commit(run.lease, aTurn('c1', { reply: 'yes' }));
      await server.kill();
      await expect(store.read(run.conversationId)).rejects.toMatchObject({ entry: { code: 'store_unavailable' } });
      await server.start();
      expect(await soon(() => store.begin({ alias: 'a' }, anUtterance('m1'), LIMITS))).toMatchObject({
        kind: 'duplicate',
        reply: 'yes',
      });
      await connection.close();
    }, SAFE));

  test('does not wait for a Redis that hangs', () =>
    withRedis(async (server) => {
      const connection = await openRedis(server.url, { commandMs: 200 });
      const store = createRedisStore({ redis: connection.redis, ...TIMES });
      const run = mustRun(await store.begin({ alias: 'a' }, anUtterance('m1'), LIMITS));
      server.pause();
      const late = store.commit(run.lease, aTurn('c1'));
      await expect(late).rejects.toMatchObject({ entry: { code: 'store_unavailable' } });
      server.resume();
      // whether the first was done or not, the second gets its answer
      expect(await soon(() => store.commit(run.lease, aTurn('c1')))).toEqual({ kind: 'done' });
      await connection.close();
    }));

  test('leads to the new master that Sentinel chose', async () => {
    const trio = await startSentinel();
    const connection = await openRedis(trio.url);
    try {
      const store = createRedisStore({ redis: connection.redis, ...TIMES });
      const run = mustRun(await store.begin({ alias: 'a' }, anUtterance('m1'), LIMITS));
      await store.commit(run.lease, aTurn('c1'));
      expect((await connection.inspect()).map((one) => one.code)).not.toContain('no_replica');
      await trio.master.kill();
      const next = mustRun(await soon(() => store.begin({ alias: 'a' }, anUtterance('m2'), LIMITS), 20_000));
      expect(next.conversationId).toBe(run.conversationId);
      expect(next.state).toBeDefined();
    } finally {
      await connection.close();
      await trio.end();
    }
  }, 40_000);
});
