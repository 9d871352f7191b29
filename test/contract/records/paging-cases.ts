import type { ArchiveRecord } from '../../../integrations/records/records.ts';
import { aRecord, ids, type RecordsUnderTest } from './records-under-test.ts';

/** Days, outcomes, pages. */
export function pagingCases(under: () => RecordsUnderTest): void {
  test('finds by outcome, within a kind and within a day', async () => {
    await under().records.write([
      aRecord('r01', { outcome: 'success' }),
      aRecord('r02', { outcome: 'handoff' }),
      aRecord('r03', { kind: 'handoff', outcome: 'success' }),
      aRecord('r04', { outcome: 'success', at: '2026-11-25T00:00:00.000Z' }),
      aRecord('r05'),
    ]);
    const found = async (query: object) => ids(await under().records.find({ ...query, limit: 10 }));
    expect(await found({ outcome: 'success' })).toEqual(['r01', 'r03', 'r04']);
    expect(await found({ outcome: 'success', kind: 'turn', to: '2026-11-25T00:00:00.000Z' })).toEqual(['r01']);
    expect(await found({ outcome: 'nothing' })).toEqual([]);
    expect((await under().records.find({ limit: 1 }))[0]?.outcome).toBe('success');
  });

  test('takes a day from its first millisecond to its last', async () => {
    const times = ['23T23:59:59.999Z', '24T00:00:00.000Z', '24T23:59:59.999Z', '25T00:00:00.000Z'];
    await under().records.write(times.map((time, n) => aRecord(`r0${n}`, { at: `2026-11-${time}` })));
    const day = { from: '2026-11-24T00:00:00.000Z', to: '2026-11-25T00:00:00.000Z' };
    expect(ids(await under().records.find({ ...day, limit: 10 }))).toEqual(['r01', 'r02']);
    expect(ids(await under().records.find({ from: day.to, to: day.from, limit: 10 }))).toEqual([]);
  });

  test.each([false, true])(
    'gives page after page, nothing twice and nothing left out (newest first: %s)',
    async (newestFirst) => {
      // Several share an instant: pages may end within it.
      const all = Array.from({ length: 23 }, (_, n) =>
        aRecord(`p${n}`, { conversationId: 'c1', at: `2026-11-24T09:00:0${Math.floor(n / 5)}.000Z` }),
      );
      await under().records.write([...all, aRecord('other', { conversationId: 'c2', at: '2026-11-24T09:00:02.000Z' })]);
      const seen: string[] = [];
      let after: ArchiveRecord | undefined;
      for (;;) {
        const page = await under().records.find({
          conversationId: 'c1',
          limit: 4,
          newestFirst,
          ...(after ? { after } : {}),
        });
        seen.push(...ids(page));
        after = page.at(-1);
        if (!after) break;
      }
      expect(seen).toEqual(newestFirst ? ids(all).reverse() : ids(all));
    },
  );

  test('goes on behind a page whose last record was taken away', async () => {
    const [first, gone, third] = [aRecord('r01'), aRecord('r02', { conversationId: 'c1' }), aRecord('r03')];
    await under().records.write([first, gone, third]);
    await under().records.erase({ conversationId: 'c1' });
    expect(ids(await under().records.find({ limit: 5, after: gone }))).toEqual(['r03']);
    expect(ids(await under().records.find({ limit: 5, after: gone, newestFirst: true }))).toEqual(['r01']);
  });

  test('gives none where none are wanted', async () => {
    await under().records.write([aRecord('r01')]);
    for (const limit of [0, -1, -100]) expect(await under().records.find({ limit })).toEqual([]);
  });
}
