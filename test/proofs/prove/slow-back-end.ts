import { setTimeout as pause } from 'node:timers/promises';
import { runUnderLoad } from '../stage/run-under-load.ts';
import { GOOD_MANNERS } from '../stage/serve-notebook.ts';
import { atLeast, atMost, countsOf, promised, seen } from './figures.ts';
import type { Proof } from './proof.ts';

/** A chat waits ten seconds for a turn; then it is said that it could not be done. */
const ANSWER_MS = 12_000;
const CUSTOMERS = { web: 8, keyed: 0, plain: 0 };

/** The company's back end answers late, or not at all. */
export const slowBackEnd: Proof = {
  name: 'slow-back-end',
  promise:
    'With a slow or dead back end every customer is answered in time, nothing is done twice, and all goes on when it is back.',
  needs: ['redis'],
  minutes: 4,
  run: async ({ seed, short, tell }) => {
    const heldMs = short ? 8000 : 60_000;
    // One message at a time: what waits behind a slow one is another matter.
    const load = { store: 'redis', seed, tell, processes: 2, customers: CUSTOMERS, mostAtOnce: 1 } as const;
    const { findings, result } = await runUnderLoad(load, async (stage) => {
      for (const [what, manners] of [
        ['slow', { ...GOOD_MANNERS, slowestMs: 6000 }],
        ['dead', { ...GOOD_MANNERS, dead: true }],
      ] as const) {
        tell(`the back end is ${what} for ${heldMs} ms`);
        stage.notebook.manners = manners;
        await pause(heldMs);
      }
      stage.notebook.manners = GOOD_MANNERS;
      return stage.nextAnswer();
    });
    const counts = countsOf(findings);
    return [
      atMost('longest wait for an answer', counts.longestMs, ANSWER_MS, 'ms'),
      atLeast('told that it could not be done', findings.missed.length, 1),
      seen('next answer after the back end was back', Math.round(result), 'ms'),
      ...promised(counts).slice(0, -1),
    ];
  },
};
