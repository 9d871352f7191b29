import type { Cluster, Redis } from 'ioredis';
import { createRedisStore, type RedisStoreConfig } from '../../../integrations/conversation-store/redis/index.ts';

export const LIMITS = { leaseMs: 10_000, dedupeMs: 3_600_000, inboxMax: 50 };

let installs = 0;

/** Stores of several processes over the same keys. Each call gives another process. */
export function newInstall(redis: () => Redis | Cluster) {
  const prefix = `test${++installs}`;
  return (how: Partial<RedisStoreConfig> = {}) =>
    createRedisStore({ redis: redis(), prefix, claimMs: 10_000, idleMs: 86_400_000, lookMs: 0, ...how });
}

/** Of the next calls that reach Redis, what becomes of each: `lose` does it and loses the answer, `drop` does not even do it. */
export function faultyRedis(redis: Redis | Cluster) {
  const plan: ('pass' | 'lose' | 'drop')[] = [];
  const faulty = new Proxy(redis, {
    get: (target, name) => {
      const member: unknown = Reflect.get(target, name);
      if (typeof member !== 'function') return member;
      if (name === 'on' || name === 'off') return member.bind(target);
      return async (...args: unknown[]) => {
        const [fate = 'pass'] = plan;
        if (fate === 'drop') {
          plan.shift();
          throw new Error('Connection is closed.');
        }
        // a call that Redis itself refuses (an unknown script) is none of those planned
        const answer: unknown = await Reflect.apply(member, target, args);
        plan.shift();
        if (fate === 'lose') throw new Error('Command timed out');
        return answer;
      };
    },
  });
  return { redis: faulty, next: (...fates: typeof plan) => void plan.splice(0, plan.length, ...fates) };
}
