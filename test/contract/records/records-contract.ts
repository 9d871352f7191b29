import { erasureCases } from './erasure-cases.ts';
import { messageCases } from './message-cases.ts';
import { oddCases } from './odd-cases.ts';
import { pagingCases } from './paging-cases.ts';
import { aRecord, ids, type RecordsPlug, type RecordsUnderTest } from './records-under-test.ts';
import { writerCases } from './writer-cases.ts';

/** What every archive keeps to. */
export function recordsContract(plug: RecordsPlug): void {
  describe(`the archive ${plug.name}`, () => {
    let under: RecordsUnderTest;
    beforeEach(async () => {
      under = await plug.create();
    });
    afterEach(() => under.end());

    test('gives a record back exactly as it was written', async () => {
      const record = aRecord('r01', {
        kind: 'handoff',
        conversationId: 'c1',
        customerId: 'k1',
        body: { a: [1, null, { 和: 'お荷物', deep: { deeper: true } }], '': '"\\' },
      });
      await under.records.write([record]);
      expect(await under.records.find({ limit: 10 })).toEqual([record]);
    });

    test('keeps what is absent absent', async () => {
      await under.records.write([aRecord('r01')]);
      const [found] = await under.records.find({ limit: 1 });
      expect(Object.keys(found ?? {}).sort()).toEqual(['at', 'body', 'id', 'kind']);
    });

    test('writes the same id once, and the first stays', async () => {
      await under.records.write([aRecord('r01'), aRecord('r01', { body: 'second' })]);
      await under.records.write([aRecord('r01', { body: 'third' }), aRecord('r02')]);
      expect(await under.records.find({ limit: 10 })).toEqual([aRecord('r01'), aRecord('r02')]);
    });

    test('takes an empty list', async () => {
      await under.records.write([]);
      expect(await under.records.find({ limit: 10 })).toEqual([]);
    });

    test('gives the oldest first, or the newest, up to the limit', async () => {
      await under.records.write([aRecord('r03'), aRecord('r01'), aRecord('r02')]);
      expect(ids(await under.records.find({ limit: 10 }))).toEqual(['r01', 'r02', 'r03']);
      expect(ids(await under.records.find({ limit: 2, newestFirst: true }))).toEqual(['r03', 'r02']);
    });

    test('keeps the order of writing within an instant', async () => {
      const at = '2026-11-24T09:00:00.000Z';
      await under.records.write([aRecord('b', { at }), aRecord('a', { at }), aRecord('c', { at })]);
      expect(ids(await under.records.find({ limit: 10 }))).toEqual(['b', 'a', 'c']);
      expect(ids(await under.records.find({ limit: 10, newestFirst: true }))).toEqual(['c', 'a', 'b']);
    });

    test('finds by kind, conversation, customer and time, and by all together', async () => {
      await under.records.write([
        aRecord('r01', { conversationId: 'c1' }),
        aRecord('r02', { conversationId: 'c1', kind: 'survey', customerId: 'k1' }),
        aRecord('r03', { conversationId: 'c2', kind: 'survey', customerId: 'k1' }),
        aRecord('r04', { customerId: 'k2', kind: 'consent' }),
      ]);
      const found = async (query: object) => ids(await under.records.find({ ...query, limit: 10 }));
      expect(await found({ kind: 'survey' })).toEqual(['r02', 'r03']);
      expect(await found({ conversationId: 'c1' })).toEqual(['r01', 'r02']);
      expect(await found({ customerId: 'k1' })).toEqual(['r02', 'r03']);
      expect(await found({ from: '2026-11-24T09:00:02.000Z', to: '2026-11-24T09:00:04.000Z' })).toEqual(['r02', 'r03']);
      expect(await found({ kind: 'survey', conversationId: 'c2', customerId: 'k1' })).toEqual(['r03']);
      expect(await found({ kind: 'draft' })).toEqual([]);
    });

    test('is not led astray by what looks like a query', async () => {
      await under.records.write([aRecord('r01', { conversationId: 'c1' })]);
      for (const odd of ["' OR 1=1 --", '$ne', '{"$gt":""}', '%', '_', '\u0000']) {
        expect(await under.records.find({ conversationId: odd, limit: 10 })).toEqual([]);
      }
    });

    test('takes away everything of a conversation or a customer, and says how much', async () => {
      await under.records.write([
        aRecord('r01', { conversationId: 'c1' }),
        aRecord('r02', { conversationId: 'c1', customerId: 'k1' }),
        aRecord('r03', { conversationId: 'c2', customerId: 'k1' }),
        aRecord('r04', { conversationId: 'c2' }),
      ]);
      expect(await under.records.erase({ conversationId: 'c1' })).toBe(2);
      expect(await under.records.erase({ customerId: 'k1' })).toBe(1);
      expect(await under.records.erase({ customerId: 'nobody' })).toBe(0);
      expect(ids(await under.records.find({ limit: 10 }))).toEqual(['r04']);
    });

    test('keeps everything over a restart', async () => {
      await under.records.write([aRecord('r01'), aRecord('r02')]);
      const again = await under.reopen();
      expect(ids(await again.find({ limit: 10 }))).toEqual(['r01', 'r02']);
    });

    test('takes many at once', async () => {
      const many = Array.from({ length: 1000 }, (_, n) =>
        aRecord(`m${String(n).padStart(4, '0')}`, { at: new Date(1e12 + n).toISOString() }),
      );
      await under.records.write(many);
      expect(await under.records.find({ limit: 5000 })).toEqual(many);
    });

    erasureCases(() => under);
    messageCases(() => under);
    oddCases(() => under);
    pagingCases(() => under);
    writerCases(() => under);
  });
}
