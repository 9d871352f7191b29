import { setTimeout as pause } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { runUnderLoad } from '../stage/run-under-load.ts';
import { addCounts, atLeast, type Counts, countsOf, promised } from './figures.ts';
import type { Proof } from './proof.ts';

interface Round {
  readonly refused: number;
  readonly counts: Counts;
}

const ROUNDS = 10;
const FULL_MS = 3000;
const CUSTOMERS = { web: 8, keyed: 4, plain: 0 };

/** Redis has no memory left for a while, and says so to every write. */
export const redisFull: Proof = {
  name: 'redis-full',
  promise:
    'While Redis is full nothing is half done: messages are not taken, and those that were taken go on when there is room.',
  needs: ['redis'],
  minutes: 4,
  run: async ({ seed, short, tell, progress }) => {
    const kept = progress<Round>();
    for (let n = kept.rounds.length; n < (short ? 1 : ROUNDS); n++) {
      const load = { store: 'redis', seed: `${seed}-${n}`, tell, processes: 3, customers: CUSTOMERS } as const;
      const { findings, result } = await runUnderLoad(load, async ({ redis, dice, nextAnswer }) => {
        const admin = new Redis(redis?.url ?? '');
        await pause(dice.int(500, 1500));
        await admin.config('SET', 'maxmemory', '1mb');
        await pause(FULL_MS);
        // What Redis has refused for want of room, by its own count.
        const refused = Number(/errorstat_OOM:count=(\d+)/.exec(await admin.info('errorstats'))?.[1] ?? 0);
        await admin.config('SET', 'maxmemory', '0');
        tell(`round ${n + 1}: full for ${FULL_MS} ms, ${refused} writes refused`);
        await nextAnswer();
        await pause(1000);
        admin.disconnect();
        return refused;
      });
      kept.add({ refused: result, counts: countsOf(findings) });
    }
    const refused = kept.rounds.reduce((sum, round) => sum + round.refused, 0);
    return [
      atLeast('writes that Redis refused', refused, 1),
      ...promised(addCounts(kept.rounds.map(({ counts }) => counts))),
    ];
  },
};
