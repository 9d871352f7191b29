import { Redis } from 'ioredis';
import { createRedisDialogRevisions } from '../../../integrations/dialog-revisions/redis/index.ts';
import { type RedisServer, startRedis, whereRedisIs } from '../../kit/redis-server.ts';
import { dialogRevisionsContract } from './dialog-revisions-contract.ts';

let server: RedisServer;
let redis: Redis;

whereRedisIs('over one server', () => {
  beforeAll(async () => {
    server = await startRedis();
    redis = new Redis(server.url);
  });
  afterAll(async () => {
    redis.disconnect();
    await server.end();
  });
  dialogRevisionsContract('redis', async () => ({
    revisions: createRedisDialogRevisions({ redis, unusedMs: 60_000 }),
    spoil: async (revision) => void (await redis.set(`cs:dialogs:${revision}`, 'nothing')),
  }));

  test('they are forgotten by themselves, later when they are read', async () => {
    const revisions = createRedisDialogRevisions({ redis, unusedMs: 60_000 });
    await revisions.keep('aging', [{ path: 'a.yaml', text: '' }]);
    await redis.pexpire('cs:dialogs:aging', 500);
    await revisions.read('aging');
    expect(await redis.pttl('cs:dialogs:aging')).toBeGreaterThan(50_000);
  });
});
