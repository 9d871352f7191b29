import { whereRedisIs } from '../kit/redis-server.ts';
import { crash } from '../proofs/crash/crash.ts';
import type { StoreKind } from '../proofs/stage/open-stage.ts';

/** The shortest form of `npm run crash`, with a fixed seed. `npm run prove` has the long ones. */
const CUSTOMERS = { web: 4, keyed: 2, plain: 2, asked: 2 };

async function keepsThePromise(store: StoreKind, kills: number): Promise<void> {
  const told: string[] = [];
  const tell = (line: string) => void told.push(line);
  const run = await crash({ kills, seed: '2026', store, processes: 3, customers: CUSTOMERS, tell });
  const { lost, double_effects, out_of_order, messages } = run.result;
  expect({ lost, double_effects, out_of_order, unstated: run.counts.unstated, told: run.kept ? [] : told }).toEqual({
    ...{ lost: 0, double_effects: 0, out_of_order: 0, unstated: 0, told: [] },
  });
  expect(run.result.kills).toBeGreaterThanOrEqual(kills);
  expect(messages).toBeGreaterThan(0);
}

test(
  'a process on the embedded store that is killed again and again loses nothing, does nothing twice, and keeps the order',
  () => keepsThePromise('sqlite', 4),
  240_000,
);

whereRedisIs('three processes on one Redis', () => {
  test(
    'that are killed again and again lose nothing, do nothing twice, and keep the order',
    () => keepsThePromise('redis', 6),
    240_000,
  );
});
