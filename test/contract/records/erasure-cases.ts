import type { ArchiveRecord } from '../../../integrations/records/records.ts';
import { aRecord, ids, type RecordsUnderTest } from './records-under-test.ts';

const anErasure = (id: string, of: Partial<ArchiveRecord>, at: string): ArchiveRecord => ({
  ...{ id, kind: 'erasure', at, body: {} },
  ...of,
});

/** Deleted stays deleted, in whatever order the outboxes of several processes bring it. */
export function erasureCases(under: () => RecordsUnderTest): void {
  const at = (second: number) => `2026-11-24T09:00:${String(second).padStart(2, '0')}.000Z`;
  const left = async () => ids(await under().records.find({ limit: 50 }));

  test('an erasure takes away what there is of its owner up to its instant, and is no record itself', async () => {
    await under().records.write([
      aRecord('r01', { customerId: 'k1', conversationId: 'c1' }),
      aRecord('r02', { customerId: 'k2', conversationId: 'c1' }),
      aRecord('r05', { customerId: 'k1' }),
    ]);
    await under().records.write([anErasure('e1', { customerId: 'k1' }, at(3))]);
    expect(await left()).toEqual(['r02', 'r05']);
    await under().records.write([anErasure('e2', { conversationId: 'c1' }, at(59))]);
    expect(await left()).toEqual(['r05']);
    expect(await under().records.find({ kind: 'erasure', limit: 5 })).toEqual([]);
  });

  test('what is written after an erasure, and is older, is not kept; what is newer is', async () => {
    await under().records.write([anErasure('e1', { customerId: 'k1' }, at(3))]);
    await under().records.write([
      aRecord('r02', { customerId: 'k1' }),
      aRecord('r03', { customerId: 'k1' }),
      aRecord('r04', { customerId: 'k1' }),
      aRecord('r01', { customerId: 'k2' }),
    ]);
    expect(await left()).toEqual(['r01', 'r04']);
  });

  test('in one batch the erasure counts wherever it stands, and again when it comes twice', async () => {
    const batch = [
      aRecord('r01', { customerId: 'k1' }),
      anErasure('e1', { customerId: 'k1' }, at(2)),
      aRecord('r02', { customerId: 'k1' }),
      aRecord('r03', { customerId: 'k1' }),
    ];
    await under().records.write(batch);
    await under().records.write(batch);
    expect(await left()).toEqual(['r03']);
  });

  test('an earlier erasure that comes late does not undo a later one', async () => {
    await under().records.write([anErasure('e2', { customerId: 'k1' }, at(9))]);
    await under().records.write([anErasure('e1', { customerId: 'k1' }, at(1))]);
    await under().records.write([aRecord('r05', { customerId: 'k1' })]);
    expect(await left()).toEqual([]);
  });

  test('a customer and a conversation of the same name are two', async () => {
    await under().records.write([anErasure('e1', { customerId: 'same' }, at(9))]);
    await under().records.write([aRecord('r01', { conversationId: 'same' })]);
    expect(await left()).toEqual(['r01']);
  });

  test('it holds over a restart and for every writer', async () => {
    const other = await under().another();
    await under().records.write([anErasure('e1', { conversationId: 'c1' }, '9999-12-31T23:59:59.999Z')]);
    await other.write([aRecord('r01', { conversationId: 'c1' })]);
    expect(await left()).toEqual([]);
    const again = await under().reopen();
    await again.write([aRecord('r01', { conversationId: 'c1' })]);
    expect(await again.find({ limit: 5 })).toEqual([]);
  });

  test('writers that race with it leave nothing', async () => {
    const other = await under().another();
    const all = Array.from({ length: 40 }, (_, n) => aRecord(`x${n}`, { at: at(1), customerId: 'k1' }));
    await Promise.all([
      ...all.map((record, n) => (n % 2 ? other : under().records).write([record])),
      other.write([anErasure('e1', { customerId: 'k1' }, at(2))]),
    ]);
    expect(await left()).toEqual([]);
  });

  test('one of nobody is refused', async () => {
    await expect(under().records.write([anErasure('e1', {}, at(1))])).rejects.toMatchObject({
      entry: { code: 'record_invalid' },
    });
  });
}
