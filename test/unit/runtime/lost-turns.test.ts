import type { ArchiveRecord } from '../../../integrations/records/records.ts';
import { findLostTurns } from '../../../runtime/inbox/find-lost-turns.ts';

const ID = 'c1';

/** One look at a conversation that is at version 3. */
function aLook(archived: readonly string[], { mayHaveLost = true, wentOn = true } = {}) {
  const seen = { counted: [] as string[], logged: [] as unknown[], asked: 0 };
  const log = (event: string, facts: unknown = {}) => void seen.logged.push([event, facts]);
  const look = findLostTurns({
    records: {
      find: async () => {
        seen.asked += 1;
        return archived.map((id) => ({ id, kind: 'turn', at: '', body: {} }) as ArchiveRecord);
      },
    } as never,
    telemetry: { debug: log, info: log, warn: log, error: log, count: (name) => void seen.counted.push(name) },
    clock: () => 1e12,
    mayHaveLost: () => mayHaveLost,
  });
  const touch = async () => {
    look({ conversationId: ID, version: 3, wentOn: Promise.resolve(wentOn) });
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { seen, touch };
}

test('a turn that the archive has and the store has not is counted and told, once', async () => {
  const { seen, touch } = aLook(['c1.5~abc']);
  await touch();
  await touch();
  expect(seen).toEqual({
    asked: 1,
    counted: ['unrepairable'],
    logged: [['turns_lost_with_the_store', { conversationId: ID, found: 3, archived: 5 }]],
  });
});

test.each([[['c1.3~abc']], [['c1.2']], [['c12.9']], [['refused.9']], [[]]])(
  'nothing is said where nothing is missing: %j',
  async (archived) => {
    const { seen, touch } = aLook(archived);
    await touch();
    expect(seen.counted).toEqual([]);
  },
);

test('while the store was never away nobody asks', async () => {
  const { seen, touch } = aLook(['c1.5'], { mayHaveLost: false });
  await touch();
  expect(seen.asked).toBe(0);
});

test('what another process gave back meanwhile is looked at anew, and is no loss', async () => {
  const { seen, touch } = aLook(['c1.5'], { wentOn: false });
  await touch();
  await touch();
  expect(seen).toMatchObject({ asked: 2, counted: [] });
});
