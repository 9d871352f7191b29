import { setTimeout as pause } from 'node:timers/promises';
import { createConnection } from 'mongoose';
import { startMongodb } from '../../kit/mongodb-server.ts';
import type { Findings } from '../history/check-history.ts';
import type { Stage } from '../stage/open-stage.ts';
import { runUnderLoad } from '../stage/run-under-load.ts';
import { GOOD_MANNERS } from '../stage/serve-notebook.ts';
import { atMost, countsOf, promised, seen } from './figures.ts';
import type { Proof } from './proof.ts';

const AWAY_MS = 600_000;
const SHORT_MS = 15_000;
const DRAIN_MS = 180_000;
const CUSTOMERS = { web: 8, keyed: 16, plain: 0 };

/** The archive is stopped for ten minutes under load, and comes back. */
export const mongodbAway: Proof = {
  name: 'mongodb-away',
  promise: 'MongoDB is away for ten minutes under load: no turn fails, and no record is missing when it is back.',
  needs: ['redis', 'mongodb'],
  minutes: 15,
  run: async ({ seed, short, tell }) => {
    const mongodb = await startMongodb();
    const archive = createConnection(mongodb.url, { serverSelectionTimeoutMS: 5000 });
    archive.on('error', () => undefined);
    try {
      const settings = { MONGODB_URL: mongodb.url };
      const load = { store: 'redis', seed, tell, processes: 2, customers: CUSTOMERS, settings, thinkMs: 20 } as const;
      const awayMs = short ? SHORT_MS : AWAY_MS;
      const disturb = async ({ notebook, history }: Stage) => {
        notebook.manners = GOOD_MANNERS;
        await pause(3000);
        await mongodb.kill();
        const before = history.entries.length;
        for (let left = awayMs; left > 0; left -= SHORT_MS) {
          tell(`away, ${Math.round(left / 1000)} s left`);
          await pause(Math.min(SHORT_MS, left));
        }
        await mongodb.start();
        return history.entries.slice(before).filter(({ kind }) => kind === 'reply').length;
      };
      const count = () =>
        archive
          .collection('records')
          .countDocuments({ kind: 'turn' })
          .catch(() => 0);
      const drain = async (_: Stage, { messages }: Findings) => {
        // A turn for every message, one with which each talk began, and one for each chat's greeting.
        const expected = messages + CUSTOMERS.web * 2 + CUSTOMERS.keyed;
        const from = performance.now();
        while ((await count()) < expected && performance.now() - from < DRAIN_MS) await pause(500);
        return { expected, there: await count(), ms: Math.round(performance.now() - from) };
      };
      const { findings, result: answered, afterwards } = await runUnderLoad(load, disturb, drain);
      const { expected = 0, there = 0, ms = 0 } = afterwards ?? {};
      return [
        seen('away', awayMs / 1000, 's'),
        seen('answers per second while it was away', Math.round((answered / awayMs) * 1000)),
        seen('records of turns', there),
        atMost('records missing', Math.max(0, expected - there), 0),
        atMost('records too many', Math.max(0, there - expected), 0),
        seen('until the last was there', ms, 'ms'),
        ...promised(countsOf(findings)),
      ];
    } finally {
      await archive.close().catch(() => undefined);
      await mongodb.end();
    }
  },
};
