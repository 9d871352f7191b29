import { Redis } from 'ioredis';
import { createRedisStore } from '../../../integrations/conversation-store/redis/index.ts';
import { type RedisServer, startRedis, whereRedisIs } from '../../kit/redis-server.ts';
import { conversationStoreContract } from './conversation-store-contract.ts';
import type { StoreTimes, StoreUnderTest } from './store-under-test.ts';
import { START } from './timer-cases.ts';

let server: RedisServer;
let redis: Redis;
let stores = 0;

/** Every store has names of its own in one server. Its time stands still between calls, but for a microsecond each. */
async function inRedis(times: StoreTimes): Promise<StoreUnderTest> {
  let now = START;
  const prefix = `cs${++stores}`;
  const clock = () => {
    now += 0.001;
    return now;
  };
  // As after a crash: nothing is handed back, and nothing that a process alone knew is known.
  const open = () =>
    createRedisStore({ redis, prefix, clock, ...times, partitions: 8, lookMs: 0, readerMs: 0, takesAtOnce: false });
  return {
    store: open(),
    pass: async (milliseconds) => {
      now = Math.floor(now) + milliseconds + (now % 1);
    },
    reopen: async () => open(),
    end: async () => {},
  };
}

whereRedisIs('over one server', () => {
  beforeAll(async () => {
    server = await startRedis();
    redis = new Redis(server.url);
  });
  afterAll(async () => {
    redis.disconnect();
    await server.end();
  });
  conversationStoreContract({ name: 'redis', modelRuns: 200, create: inRedis });
});
