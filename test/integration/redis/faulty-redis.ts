import type { Cluster, Redis } from 'ioredis';

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
