import type { Json } from '../../../dialogs/protocol/value.ts';
import type { ArchiveRecord } from '../../../integrations/records/records.ts';
import { aRecord, ids, type RecordsUnderTest } from './records-under-test.ts';

/** What is no record or no question, and what is an unusual one. */
export function oddCases(under: () => RecordsUnderTest): void {
  const good = aRecord('r01');
  test.each<[string, object]>([
    ['no id', { id: '' }],
    ['an id of another type', { id: { $ne: null } }],
    ['an id without end', { id: 'x'.repeat(2000) }],
    ['an unknown kind', { kind: 'gossip' }],
    ['a time of another form', { at: '2026-11-24' }],
    ['a day that is none', { at: '2026-02-31T09:00:00.000Z' }],
    ['a conversation of another type', { conversationId: 7 }],
    ['an empty customer', { customerId: '' }],
    ['an outcome of another type', { outcome: ['success'] }],
    ['no body', { body: undefined }],
  ])('refuses a record with %s, and the whole call with it', async (_, odd) => {
    // Deliberately not what the type says.
    const record = { ...good, id: 'r02', ...odd } as ArchiveRecord;
    await expect(under().records.write([good, record])).rejects.toMatchObject({ entry: { code: 'record_invalid' } });
    expect(await under().records.find({ limit: 10 })).toEqual([]);
  });

  test.each<[string, object]>([
    ['a conversation of another type', { conversationId: { $ne: '' } }],
    ['a customer of another type', { customerId: ['k1'] }],
    ['a time of another form', { from: 'yesterday' }],
    ['a limit that is no number', { limit: Number.NaN }],
    ['half a number', { limit: 1.5 }],
    ['a page that is none', { after: { id: {}, at: good.at } }],
  ])('refuses a question with %s', async (_, odd) => {
    await under().records.write([good]);
    await expect(under().records.find({ limit: 10, ...odd })).rejects.toMatchObject({
      entry: { code: 'record_invalid' },
    });
  });

  test('never takes everybody for nobody', async () => {
    await under().records.write([good]);
    for (const odd of [{ conversationId: undefined }, { customerId: '' }, { customerId: { $ne: '' } }, {}]) {
      await expect(under().records.erase(odd as { customerId: string })).rejects.toThrow();
    }
    expect(await under().records.find({ limit: 10 })).toEqual([good]);
  });

  test.each<[string, Json]>([
    ['names with dots', { 'a.b': { '.': 1, 'x.': 2 } }],
    ['names like operators', { $set: { $ne: null }, $where: 'sleep(1)' }],
    ['an empty name', { '': { '': '' } }],
    ['an odd name', JSON.parse('{"__proto__":{"polluted":true},"constructor":{"prototype":1}}')],
    ['names of the record itself', { _id: 'x', id: 'y', kind: 'z', seq: -1, text: 't', body: [] }],
    ['numbers of every size', [0, -1, 1.5, 1e-300, 2 ** 31, -(2 ** 53) + 1, 1.7976931348623157e308]],
    ['signs of every kind', ['\u0000', '\ud83d', '👩‍👩‍👧', 'がぎ\u3099', '\u2028', '\u202e', '\\', '"']],
    ['what looks like a date or an id', ['2026-11-24T09:00:00.000Z', '507f1f77bcf86cd799439011', { $oid: 'x' }]],
    ['nothing in it', [{}, [], '', null, false, 0]],
    ['nothing at all', null],
    ['a plain text', 'お荷物は本日届きます。'],
    ['many names', Object.fromEntries(Array.from({ length: 3000 }, (_, n) => [`n${n}`, n]))],
    ['great depth', JSON.parse(`${'[{"a":'.repeat(150)}1${'}]'.repeat(150)}`)],
  ])('gives back a body with %s exactly', async (_, body) => {
    await under().records.write([{ ...good, body }]);
    const [found] = await under().records.find({ limit: 1 });
    expect(JSON.stringify(found?.body)).toBe(JSON.stringify(body));
  });

  test('keeps bodies of several megabytes', async () => {
    const big = (n: number) => aRecord(`big0${n}`, { body: { text: '荷'.repeat(1_000_000), n } });
    const all = [big(1), big(2), big(3)];
    await under().records.write(all);
    const found = await under().records.find({ limit: 3 });
    expect(found.map(({ id, body }) => [id, JSON.stringify(body).length])).toEqual(
      all.map(({ id, body }) => [id, JSON.stringify(body).length]),
    );
  });

  test('keeps ids apart that differ little', async () => {
    const records = ['a', 'A', 'á', 'a\u0301', 'a ', 'ａ'].map((id) => aRecord(id, { at: good.at }));
    await under().records.write(records);
    expect(ids(await under().records.find({ limit: 10 }))).toEqual(ids(records));
  });
}
