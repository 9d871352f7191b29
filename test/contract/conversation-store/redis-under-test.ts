import type { RedisConnection, RedisStoreConfig } from '../../../integrations/conversation-store/redis/index.ts';
import { createRedisStore } from '../../../integrations/conversation-store/redis/index.ts';
import type { StoreTimes, StoreUnderTest } from './store-under-test.ts';
import { START } from './timer-cases.ts';

let stores = 0;

/**
 * Stores that share a server, each with keys of its own. Time is the test's; between two calls a microsecond goes by, as it does in Redis,
 * so that what came first is told from what came after.
 */
export const createRedisUnderTest =
  (redis: () => RedisConnection['redis'], how: Partial<RedisStoreConfig>) =>
  async (times: StoreTimes): Promise<StoreUnderTest> => {
    let now = START;
    const clock = () => {
      now += 0.001;
      return now;
    };
    const prefix = `cs${++stores}`;
    const open = () => createRedisStore({ redis: redis(), prefix, clock, ...times, ...how });
    let store = open();
    return {
      store,
      pass: async (milliseconds) => {
        now += milliseconds;
      },
      reopen: async () => {
        await store.close();
        store = open();
        return store;
      },
      end: async () => {},
    };
  };
