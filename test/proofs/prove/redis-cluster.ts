import { startRedisCluster } from '../../kit/redis-server.ts';
import { crash } from '../crash/crash.ts';
import { atLeast, promised } from './figures.ts';
import type { Proof } from './proof.ts';

const KILLS = 60;

/** Three masters that share the slots, and processes that die. */
export const redisCluster: Proof = {
  name: 'redis-cluster',
  promise:
    'On a Redis Cluster of three masters the same holds: processes die, nothing is lost, done twice or out of order.',
  needs: ['redis'],
  minutes: 4,
  run: async ({ seed, short, tell }) => {
    const kills = short ? 6 : KILLS;
    const run = await crash({ kills, seed, store: 'redis', processes: 3, redis: startRedisCluster, tell });
    return [atLeast('kills', run.result.kills, kills), ...promised(run.counts)];
  },
};
