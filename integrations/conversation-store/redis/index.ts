export { createRedisEventLog, type RedisEventLogConfig } from './create-redis-event-log.ts';
export { createRedisStore, type RedisStoreConfig } from './create-redis-store.ts';
export type { RedisFinding } from './inspect-redis.ts';
export { type OpenRedisOptions, openRedis, type RedisConnection } from './open-redis.ts';
export { isRedisUrl } from './read-redis-url.ts';
export type { RepairCounts } from './repairs.ts';
