import type { Json } from '../../../dialogs/protocol/value.ts';
import type { Outgoing } from '../../../integrations/conversation-store/conversation-store.ts';
import type { ArchiveRecord } from '../../../integrations/records/records.ts';
import { createRecordsWriter } from '../../../runtime/outbox/create-records-writer.ts';

const aRecord = (n: number, wanted: Partial<ArchiveRecord> = {}): ArchiveRecord => ({
  id: `r${n}`,
  kind: 'turn',
  at: '2026-11-24T09:00:00.000Z',
  conversationId: 'c1',
  body: { n },
  ...wanted,
});

/** An outbox and an archive in memory; `refuses` says which records the archive won't take, `away` that it is not there. */
function aDesk(records: readonly ArchiveRecord[]) {
  const desk = {
    waiting: records.map((record) => ({ id: record.id, body: record as unknown as Json })),
    archive: [] as ArchiveRecord[],
    calls: [] as string[],
    logged: [] as string[],
    now: 1_000_000,
    away: false,
    readOnly: false,
    refuses: (_: ArchiveRecord): boolean => false,
  };
  const log = (event: string) => void desk.logged.push(event);
  const write = createRecordsWriter({
    store: {
      claimRecords: async (limit: number) => desk.waiting.slice(0, limit) as unknown as Outgoing[],
      ackRecords: async (ids: readonly string[]) => {
        desk.waiting = desk.waiting.filter(({ id }) => !ids.includes(id));
      },
    } as never,
    records: {
      write: async (batch: readonly ArchiveRecord[]) => {
        if (desk.away) desk.calls.push('write');
        if (desk.away) throw new Error('away');
        if (batch[0]?.kind === 'revision') return;
        desk.calls.push(`write ${batch.length}`);
        if (desk.readOnly) throw new Error('away');
        if (batch.some(desk.refuses)) throw new Error('too big');
        for (const one of batch.filter(({ kind }) => kind !== 'revision'))
          if (!desk.archive.some(({ id }) => id === one.id)) desk.archive.push(one);
      },
      find: async () => {
        desk.calls.push('find');
        if (desk.away) throw new Error('away');
        return [];
      },
    } as never,
    book: { current: () => ({ book: { revision: 'v1', flows: {} } }) } as never,
    telemetry: { debug: log, info: log, warn: log, error: log },
    clock: () => desk.now,
  });
  return { desk, write };
}

const many = (count: number) => Array.from({ length: count }, (_, n) => aRecord(n));

test('carries everything over in batches and in order', async () => {
  const { desk, write } = aDesk(many(450));
  await write();
  expect(desk.archive).toEqual(many(450));
  expect(desk.waiting).toEqual([]);
  expect(desk.calls).toEqual(['write 200', 'write 200', 'write 50']);
});

test('asks nothing of the archive when nothing waits', async () => {
  const { desk, write } = aDesk([]);
  await write();
  expect(desk.calls).toEqual([]);
});

test('waits while the archive is away, asks ever less often, and then goes on', async () => {
  const { desk, write } = aDesk(many(3));
  desk.away = true;
  const asked: number[] = [];
  for (const end = desk.now + 60_000; desk.now < end; desk.now += 100) {
    const before = desk.calls.length;
    await write();
    if (desk.calls.length > before) asked.push(desk.now - 1_000_000);
  }
  expect(asked).toEqual([0, 1000, 3000, 7000, 15_000, 30_000, 45_000]);
  expect(desk.waiting).toHaveLength(3);
  desk.away = false;
  await write();
  expect(desk.archive).toEqual(many(3));
  expect(new Set(desk.logged)).toEqual(new Set(['records_wait', 'records_go_on']));
});

test('a record that is refused keeps none back, and its words are kept', async () => {
  const { desk, write } = aDesk(many(5));
  desk.refuses = ({ id }) => id === 'r2';
  await write();
  expect(desk.waiting).toEqual([]);
  expect(desk.archive.map(({ id }) => id)).toEqual([
    'r0',
    'r1',
    expect.stringMatching(/^refused\.[0-9a-f]{64}$/),
    'r3',
    'r4',
  ]);
  expect(desk.archive[2]).toMatchObject({
    kind: 'audit',
    conversationId: 'c1',
    outcome: 'refused',
    body: { what: 'record_refused', kind: 'turn', why: 'too big', record: JSON.stringify(aRecord(2)) },
  });
  expect(desk.logged).toEqual(['record_refused']);
});

test('what stands in for a refused record is itself no burden, whatever that record was', async () => {
  const odd = aRecord(1, {
    id: 'x'.repeat(9000),
    kind: 'gossip' as never,
    at: 'then',
    conversationId: '\0',
    body: 'y'.repeat(2e6),
  });
  const { desk, write } = aDesk([odd, aRecord(2)]);
  desk.refuses = ({ id }) => id === odd.id;
  await write();
  const [standIn] = desk.archive;
  expect(standIn?.id).toHaveLength(72);
  expect(JSON.stringify(standIn).length).toBeLessThan(1_100_000);
  expect(standIn).not.toHaveProperty('conversationId');
  expect(standIn?.body).toMatchObject({ kind: 'unknown' });
});

test('an archive that answers but takes nothing is waited for: no record is laid aside', async () => {
  const { desk, write } = aDesk(many(4));
  desk.readOnly = true;
  await write();
  expect(desk.waiting).toHaveLength(4);
  expect(desk.calls).toEqual(['write 4', 'find', 'write 1', 'write 1', 'write 1']);
  desk.readOnly = false;
  desk.now += 60_000;
  await write();
  expect(desk.archive).toEqual(many(4));
});

test("a moment's weakness lays nothing aside", async () => {
  const { desk, write } = aDesk(many(3));
  let weak = 2;
  desk.refuses = () => weak-- > 0;
  await write();
  expect(desk.archive).toEqual(many(3));
});

test('what was written but not ticked off is written again, once', async () => {
  const { desk, write } = aDesk(many(3));
  desk.archive.push(aRecord(0), aRecord(1));
  await write();
  expect(desk.archive).toEqual(many(3));
});
