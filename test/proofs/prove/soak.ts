import { setTimeout as pause } from 'node:timers/promises';
import type { Talk } from '../stage/create-talk.ts';
import { runUnderLoad } from '../stage/run-under-load.ts';
import { GOOD_MANNERS } from '../stage/serve-notebook.ts';
import type { SpawnedBot } from '../stage/spawn-bot.ts';
import { atLeast, atMost, countsOf, promised, seen } from './figures.ts';
import type { Proof } from './proof.ts';

interface Sample {
  readonly hours: number;
  readonly bytes: number;
}

const HOUR_MS = 3_600_000;
const [RUN_MS, EVERY_MS] = [30 * 60_000, 75_000];
/** A process remembers its commits for ten seconds, as many as there were: before each sample nearly everybody rests for longer. */
const REST_MS = 13_000;
/** They go on, so that what is remembered is looked through. */
const RESTLESS = 2;
/** Turns under way are in the heap as well: the least of so many looks is a sample. */
const LOOKS = 3;
/** Caches fill up at first: what is kept from then on is what counts. */
const WARM_UP = 0.4;
const LOOK_MS = 500;
const MOST_MB_PER_HOUR = 1;
const CUSTOMERS = { web: 10, keyed: 10, plain: 0 };

/** Half an hour under steady load: what is used and not needed any more is given back. */
export const soak: Proof = {
  name: 'soak',
  promise:
    'Half an hour under steady load: the heap after a collection grows by less than 1 MB an hour, nothing is lost.',
  needs: ['redis'],
  minutes: 32,
  run: async ({ seed, short, tell }) => {
    const runMs = short ? 40_000 : RUN_MS;
    const everyMs = short ? 2000 : EVERY_MS;
    const load = { store: 'redis', seed, tell, processes: 2, customers: CUSTOMERS, thinkMs: 400 } as const;
    const { findings, result } = await runUnderLoad(load, async ({ fleet, notebook }, talks) => {
      notebook.manners = GOOD_MANNERS;
      const [bot] = fleet.running();
      if (!bot) throw new Error('No bot runs.');
      const samples: Sample[] = [];
      for (const from = performance.now(); performance.now() - from < runMs; ) {
        await pause(everyMs);
        const bytes = await restedHeap(bot, talks, short ? 1000 : REST_MS);
        samples.push({ hours: (performance.now() - from) / HOUR_MS, bytes });
        tell(`${Math.round((performance.now() - from) / 1000)} s: heap ${(bytes / 2 ** 20).toFixed(2)} MB`);
      }
      return samples;
    });
    const warm = result.slice(Math.floor(result.length * WARM_UP));
    const slope = Math.round((slopeOf(warm) / 2 ** 20) * 100) / 100;
    return [
      atLeast('seconds', Math.round((result.at(-1)?.hours ?? 0) * 3600), Math.floor(runMs / 1000) - 1),
      // Too short to tell growth from noise.
      short ? seen('heap growth', slope, 'MB/h') : atMost('heap growth', slope, MOST_MB_PER_HOUR, 'MB/h'),
      seen('heap at the end', Math.round(((result.at(-1)?.bytes ?? 0) / 2 ** 20) * 10) / 10, 'MB'),
      ...promised(countsOf(findings)),
    ];
  },
};

/** Bytes that stay when next to nothing is said. */
async function restedHeap(bot: SpawnedBot, talks: readonly Talk[], restMs: number): Promise<number> {
  const resting = talks.slice(RESTLESS);
  for (const talk of resting) talk.rest(true);
  await pause(restMs);
  let least = Number.POSITIVE_INFINITY;
  for (let look = 0; look < LOOKS; look++) {
    least = Math.min(least, await heapOf(bot));
    await pause(LOOK_MS);
  }
  for (const talk of resting) talk.rest(false);
  return least;
}

/** Bytes in use after a full collection. */
async function heapOf(bot: SpawnedBot): Promise<number> {
  const told = () => [...bot.output().matchAll(/^heap (\d+)$/gm)].length;
  const before = told();
  bot.child.kill('SIGUSR2');
  // What it printed is kept to a length: the count may fall as well.
  for (let looks = 0; looks < 200 && told() === before; looks++) await pause(10);
  return Number([...bot.output().matchAll(/^heap (\d+)$/gm)].at(-1)?.[1] ?? 0);
}

/** Of the straight line that lies nearest, in bytes per hour. */
function slopeOf(samples: readonly Sample[]): number {
  const mean = (of: (sample: Sample) => number) =>
    samples.reduce((sum, sample) => sum + of(sample), 0) / Math.max(1, samples.length);
  const [hours, bytes] = [mean((sample) => sample.hours), mean((sample) => sample.bytes)];
  const spread = samples.reduce((sum, sample) => sum + (sample.hours - hours) ** 2, 0);
  const shared = samples.reduce((sum, sample) => sum + (sample.hours - hours) * (sample.bytes - bytes), 0);
  return spread === 0 ? 0 : shared / spread;
}
