import { setTimeout as pause } from 'node:timers/promises';
import { runUnderLoad } from '../stage/run-under-load.ts';
import { startSentinels } from '../stage/start-sentinels.ts';
import { addCounts, atLeast, atMost, type Counts, countsOf, promised, seen } from './figures.ts';
import type { Figure, Proof } from './proof.ts';

interface Round {
  readonly failoverMs: number;
  /** Of what the master told its replica, what never arrived. */
  readonly droppedBytes: number;
  /** Messages that were taken in the time whose writes were dropped, or just before. */
  readonly atRisk: number;
  readonly counts: Counts;
}

const ROUNDS = 50;
const DROPPED_MS = 1000;
const CUSTOMERS = { web: 6, keyed: 6, plain: 0 };

/** The replica stops hearing for a second, the master dies, and the guards make that replica the master. */
export const failover: Proof = {
  name: 'failover',
  promise:
    'A failover drops the last second of writes: nothing is done twice, and what a process still knows is repaired.',
  needs: ['redis'],
  minutes: 20,
  run: async ({ seed, short, tell, progress }) => {
    const kept = progress<Round>();
    for (let n = kept.rounds.length; n < (short ? 1 : ROUNDS); n++) {
      tell(`round ${n + 1}`);
      kept.add(await fail(`${seed}-${n}`, tell));
    }
    return figuresOf(kept.rounds, short ? 1 : ROUNDS);
  },
};

async function fail(seed: string, tell: (line: string) => void): Promise<Round> {
  const guarded = await startSentinels();
  const redis = async () => guarded;
  const load = { store: 'redis', seed, tell, processes: 3, customers: CUSTOMERS, redis } as const;
  const { findings, result } = await runUnderLoad(load, async ({ dice, history, nextAnswer }) => {
    await pause(dice.int(1500, 3000));
    const from = performance.now();
    await guarded.cutOff();
    await pause(DROPPED_MS);
    const droppedBytes = await guarded.behind();
    await guarded.master.kill();
    const failoverMs = await guarded.failedOver();
    const backMs = await nextAnswer();
    tell(`failed over after ${Math.round(failoverMs)} ms, the next answer ${Math.round(backMs)} ms later`);
    await pause(1000);
    const atRisk = history.entries.filter(({ kind, at }) => kind === 'taken' && at > from && at < from + DROPPED_MS);
    return { failoverMs: Math.round(failoverMs + backMs), droppedBytes, atRisk: atRisk.length };
  });
  return { ...result, counts: countsOf(findings) };
}

function figuresOf(rounds: readonly Round[], least: number): readonly Figure[] {
  const counts = addCounts(rounds.map((round) => round.counts));
  const atRisk = rounds.reduce((sum, round) => sum + round.atRisk, 0);
  return [
    atLeast('failovers', rounds.length, least),
    atLeast('bytes of writes dropped in each', Math.min(...rounds.map(({ droppedBytes }) => droppedBytes)), 1),
    seen('longest until answers went on', Math.max(...rounds.map(({ failoverMs }) => failoverMs)), 'ms'),
    seen('messages taken in the dropped seconds', atRisk),
    // Of what nobody knows any more, the customer's side is told nothing: the stated loss.
    atMost('lost, of 1,000 in the dropped seconds', Math.round((counts.lost / Math.max(1, atRisk)) * 1000), 10),
    ...promised(counts).filter(({ name }) => !['lost', 'out of order'].includes(name)),
    seen('out of order', counts.outOfOrder),
  ];
}
