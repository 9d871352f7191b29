import { openRedis, type RedisConnection } from '../../../integrations/conversation-store/redis/index.ts';
import { startRedis, startRedisCluster, whereRedisIs } from '../../kit/redis-server.ts';
import { conversationStoreContract } from './conversation-store-contract.ts';
import { createRedisUnderTest } from './redis-under-test.ts';

/** As a crash leaves it: nothing is handed back, and nothing that a process alone knew is known. */
const CRASHING = { readerMs: 0, takesAtOnce: false, lookMs: 0 };
/** As processes run, but that they look at all partitions at every call. */
const SETTLED = { lookMs: 0 };

function contractOver(name: string, open: () => Promise<{ url: string; end(): Promise<void> }>, modelRuns: number) {
  whereRedisIs(name, () => {
    let server: { end(): Promise<void> };
    let connection: RedisConnection;
    beforeAll(async () => {
      const started = await open();
      server = started;
      connection = await openRedis(started.url);
    });
    afterAll(async () => {
      await connection.close();
      await server.end();
    });
    conversationStoreContract({
      name: `${name}, after crashes`,
      modelRuns,
      create: createRedisUnderTest(() => connection.redis, { ...CRASHING, partitions: 8 }),
    });
    conversationStoreContract({
      name: `${name}, handing back`,
      modelRuns: modelRuns / 4,
      create: createRedisUnderTest(() => connection.redis, SETTLED),
    });
  });
}

contractOver('redis', startRedis, 200);
contractOver('redis cluster', startRedisCluster, 20);
