import { setTimeout as pause } from 'node:timers/promises';
import { runUnderLoad } from '../stage/run-under-load.ts';
import { addCounts, atLeast, type Counts, countsOf, promised } from './figures.ts';
import type { Proof } from './proof.ts';

interface Round {
  readonly stops: number;
  readonly counts: Counts;
}

const [ROUNDS, STOPS] = [5, 20];
/** Three leases long: by then another process has the conversation. */
const HELD_MS = 3000;
const CUSTOMERS = { web: 8, keyed: 6, plain: 0 };

/** A process that stands still in the middle of its turns, as a machine does that swaps or is moved, and then goes on. */
export const sigstop: Proof = {
  name: 'sigstop',
  promise:
    'A process that stands still for longer than its lease and then goes on commits nothing stale and answers nothing twice.',
  needs: ['redis'],
  minutes: 9,
  run: async ({ seed, short, tell, progress }) => {
    const kept = progress<Round>();
    for (let n = kept.rounds.length; n < (short ? 1 : ROUNDS); n++) {
      const stops = short ? 3 : STOPS;
      const load = { store: 'redis', seed: `${seed}-${n}`, tell, processes: 3, customers: CUSTOMERS } as const;
      const { findings } = await runUnderLoad(load, async ({ fleet, dice }) => {
        for (let stop = 0; stop < stops; stop++) {
          const bot = fleet.running()[dice.int(0, 2)];
          await pause(dice.int(50, 400));
          bot?.hold();
          await pause(HELD_MS);
          bot?.goOn();
          tell(`round ${n + 1}, stop ${stop + 1}/${stops}: ${bot?.instance}`);
        }
      });
      kept.add({ stops, counts: countsOf(findings) });
    }
    const stops = kept.rounds.reduce((sum, round) => sum + round.stops, 0);
    return [
      atLeast('stops of a process', stops, short ? 3 : ROUNDS * STOPS),
      ...promised(addCounts(kept.rounds.map(({ counts }) => counts))),
    ];
  },
};
