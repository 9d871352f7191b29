import { aRecord, type RecordsUnderTest } from './records-under-test.ts';

/** Was this message of a platform ever answered? */
export function messageCases(under: () => RecordsUnderTest): void {
  test('finds the turn over a message by the channel and its id', async () => {
    const message = { channel: 'sms', id: 'SM 1' };
    const record = aRecord('r01', { message, conversationId: 'c1' });
    await under().records.write([
      record,
      aRecord('r02', { message: { channel: 'mail', id: 'SM 1' } }),
      aRecord('r03', { message: { channel: 'sms', id: 'SM' } }),
      aRecord('r04'),
    ]);
    expect(await under().records.find({ message, limit: 5 })).toEqual([record]);
    expect(await under().records.find({ message: { channel: 'sms', id: '1' }, limit: 5 })).toEqual([]);
  });

  test.each([[{ channel: { $ne: '' }, id: 'a' }], [{ channel: 'sms', id: 1 }], [{ channel: 'sms' }]])(
    'takes no odd name of a message: %j',
    async (message) => {
      const odd = message as { channel: string; id: string };
      await expect(under().records.write([aRecord('r01', { message: odd })])).rejects.toThrow();
      if (Object.values(message).some((word) => typeof word !== 'string'))
        await expect(under().records.find({ message: odd, limit: 1 })).rejects.toThrow();
    },
  );
}
