import { aRecord, ids, type RecordsUnderTest } from './records-under-test.ts';

/** Several writers at once, as several processes. */
export function writerCases(under: () => RecordsUnderTest): void {
  test('two writers with the same records leave one of each', async () => {
    const other = await under().another();
    const all = Array.from({ length: 120 }, (_, n) => aRecord(`w${n}`, { at: new Date(1e12 + n).toISOString() }));
    const pieces = Array.from({ length: 12 }, (_, n) => all.slice(n * 10, n * 10 + 15));
    await Promise.all(pieces.flatMap((piece) => [under().records.write(piece), other.write(piece)]));
    expect(await under().records.find({ limit: 500 })).toEqual(all);
  });

  test('one writer finds what the other wrote, and takes it away', async () => {
    const other = await under().another();
    await other.write([aRecord('r01', { customerId: 'k1' })]);
    expect(ids(await under().records.find({ customerId: 'k1', limit: 5 }))).toEqual(['r01']);
    expect(await under().records.erase({ customerId: 'k1' })).toBe(1);
    expect(await other.find({ limit: 5 })).toEqual([]);
  });

  test('what was taken away may be written again', async () => {
    const record = aRecord('r01', { customerId: 'k1' });
    await under().records.write([record]);
    await under().records.erase({ customerId: 'k1' });
    await under().records.write([record]);
    expect(await under().records.find({ limit: 5 })).toEqual([record]);
  });
}
