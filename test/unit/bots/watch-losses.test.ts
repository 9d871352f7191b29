import { watchLosses } from '../../../bots/watch-losses.ts';

function aWatch() {
  const seen = { now: 0, counted: [] as unknown[], logged: [] as unknown[] };
  const log =
    (level: string) =>
    (event: string, facts: unknown = {}) =>
      void seen.logged.push([level, event, facts]);
  const losses = watchLosses(
    {
      ...{ debug: log('debug'), info: log('info'), warn: log('warn'), error: log('error') },
      count: (name, _, by) => void seen.counted.push([name, by]),
    },
    () => seen.now,
  );
  return { seen, losses };
}

test('what came back and what did not is counted and told', () => {
  const { seen, losses } = aWatch();
  losses.onRepair({ repaired: 3, unrepairable: 0 });
  losses.onRepair({ repaired: 0, unrepairable: 2 });
  expect(seen.counted).toEqual([
    ['repaired', 3],
    ['unrepairable', 2],
  ]);
  expect(seen.logged).toEqual([
    ['warn', 'store_lost_writes', { repaired: 3, unrepairable: 0 }],
    ['error', 'store_lost_writes', { repaired: 0, unrepairable: 2 }],
  ]);
});

test('every record that goes is counted; the log tells of them once in a while', () => {
  const { seen, losses } = aWatch();
  for (const now of [0, 1, 9999, 10_001]) {
    seen.now = now;
    losses.onDrop(2);
  }
  expect(seen.counted).toEqual(Array.from({ length: 4 }, () => ['records_dropped', 2]));
  expect(seen.logged).toEqual([
    ['error', 'records_dropped', { records: 2 }],
    ['error', 'records_dropped', { records: 6 }],
  ]);
});

test('for two minutes after it was away the store may have lost something', () => {
  const { seen, losses } = aWatch();
  expect(losses.mayHaveLost()).toBe(false);
  losses.onBack();
  seen.now = 119_999;
  expect(losses.mayHaveLost()).toBe(true);
  seen.now = 120_000;
  expect(losses.mayHaveLost()).toBe(false);
});
