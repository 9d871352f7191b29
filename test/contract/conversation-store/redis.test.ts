import { redisForSuite } from '../../kit/redis-for-suite.ts';
import { startRedis, startRedisCluster, whereRedisIs } from '../../kit/redis-server.ts';
import { conversationStoreContract } from './conversation-store-contract.ts';
import { createRedisUnderTest } from './redis-under-test.ts';

/** As a crash leaves it: nothing is handed back, and nothing that a process alone knew is known. */
const CRASHING = { readerMs: 0, takesAtOnce: false, lookMs: 0 };
/** As processes run, but that they look at all partitions at every call. */
const SETTLED = { lookMs: 0 };

function contractOver(name: string, start: Parameters<typeof redisForSuite>[0], modelRuns: number) {
  whereRedisIs(name, () => {
    const here = redisForSuite(start);
    conversationStoreContract({
      name: `${name}, after crashes`,
      modelRuns,
      create: createRedisUnderTest(() => here.redis, { ...CRASHING, partitions: 8 }),
    });
    conversationStoreContract({
      name: `${name}, handing back`,
      modelRuns: modelRuns / 4,
      create: createRedisUnderTest(() => here.redis, SETTLED),
    });
  });
}

contractOver('redis', startRedis, 200);
contractOver('redis cluster', startRedisCluster, 20);
