import type { Cluster, Redis } from 'ioredis';
import { createRedisStore, type RedisStoreConfig } from '../../../integrations/conversation-store/redis/index.ts';

let installs = 0;

/** Stores of several processes over the same keys. Each call gives another process. */
export function newInstall(redis: () => Redis | Cluster) {
  const prefix = `test${++installs}`;
  return (how: Partial<RedisStoreConfig> = {}) =>
    createRedisStore({ redis: redis(), prefix, claimMs: 10_000, idleMs: 86_400_000, lookMs: 0, ...how });
}
