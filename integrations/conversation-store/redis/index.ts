export type { RepairCounts } from './context.ts';
export { createRedisEventLog } from './create-redis-event-log.ts';
export { createRedisStore, type RedisStoreConfig } from './create-redis-store.ts';
export type { RedisFinding } from './inspect-redis.ts';
export { type OpenRedisOptions, openRedis, type RedisConnection } from './open-redis.ts';
