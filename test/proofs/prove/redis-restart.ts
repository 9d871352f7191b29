import { setTimeout as pause } from 'node:timers/promises';
import { runUnderLoad } from '../stage/run-under-load.ts';
import { addCounts, atLeast, atMost, type Counts, countsOf, promised } from './figures.ts';
import type { Proof } from './proof.ts';

interface Round {
  readonly restarts: number;
  /** From Redis being back to the next answer, the longest, in milliseconds. */
  readonly backMs: number;
  readonly counts: Counts;
}

const [ROUNDS, RESTARTS] = [5, 10];
const CUSTOMERS = { web: 8, keyed: 4, plain: 0 };
const BACK_MS = 5000;

/** Redis is killed and started again on its append-only file, under load. */
export const redisRestart: Proof = {
  name: 'redis-restart',
  promise: 'Redis dies and comes back: no message that was taken is lost, and answers go on within five seconds.',
  needs: ['redis'],
  minutes: 8,
  run: async ({ seed, short, tell, progress }) => {
    const kept = progress<Round>();
    for (let n = kept.rounds.length; n < (short ? 1 : ROUNDS); n++) {
      const restarts = short ? 3 : RESTARTS;
      const load = { store: 'redis', seed: `${seed}-${n}`, tell, processes: 3, customers: CUSTOMERS } as const;
      const { findings, result } = await runUnderLoad(load, async ({ redis, dice, nextAnswer }) => {
        let longest = 0;
        for (let restart = 0; restart < restarts; restart++) {
          await pause(dice.int(300, 1200));
          await redis?.kill();
          await pause(dice.int(100, 1500));
          await redis?.start();
          const backMs = await nextAnswer();
          longest = Math.max(longest, backMs);
          tell(`round ${n + 1}, restart ${restart + 1}/${restarts}: answers again after ${Math.round(backMs)} ms`);
        }
        return longest;
      });
      kept.add({ restarts, backMs: result, counts: countsOf(findings) });
    }
    const restarts = kept.rounds.reduce((sum, round) => sum + round.restarts, 0);
    const backMs = Math.round(Math.max(...kept.rounds.map((round) => round.backMs)));
    return [
      atLeast('restarts', restarts, short ? 3 : ROUNDS * RESTARTS),
      atMost('longest time until answers go on', backMs, BACK_MS, 'ms'),
      ...promised(addCounts(kept.rounds.map(({ counts }) => counts))),
    ];
  },
};
