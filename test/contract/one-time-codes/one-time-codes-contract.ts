import type { KeptCode, OneTimeCodes } from '../../../integrations/customers/one-time-codes.ts';

export interface CodesPlug {
  readonly name: string;
  create(): Promise<{ readonly codes: OneTimeCodes; end(): Promise<void> }>;
}

const aCode = (wanted: Partial<KeptCode> = {}): KeptCode => ({
  conversationId: 'c1',
  request: 'request-1',
  salt: 'salt',
  hash: 'hash-1',
  customerId: 'customer-1',
  expiresAt: new Date(Date.now() + 600_000).toISOString(),
  sent: false,
  ...wanted,
});

/** What every keeper of one-time codes keeps to. */
export function oneTimeCodesContract(plug: CodesPlug): void {
  const withCodes = (body: (codes: OneTimeCodes) => Promise<void>) => async () => {
    const { codes, end } = await plug.create();
    try {
      await body(codes);
    } finally {
      await end();
    }
  };

  describe(`one-time codes in ${plug.name}`, () => {
    test(
      'are read as they were put',
      withCodes(async (codes) => {
        const code = aCode();
        await codes.put(code);
        expect(await codes.read('c1')).toEqual(code);
        expect(await codes.read('c2')).toBeUndefined();
      }),
    );

    test(
      'may fit nobody',
      withCodes(async (codes) => {
        const { customerId: _, ...code } = aCode();
        await codes.put(code);
        expect(await codes.read('c1')).toMatchObject(code);
        expect((await codes.read('c1'))?.customerId).toBeUndefined();
      }),
    );

    test(
      'are one per conversation: a new one takes the place of the old',
      withCodes(async (codes) => {
        await codes.put(aCode());
        await codes.put(aCode({ hash: 'hash-2', request: 'request-2' }));
        expect(await codes.read('c1')).toMatchObject({ hash: 'hash-2', request: 'request-2' });
        expect(await codes.take('c1', 'hash-1')).toBe(false);
        expect(await codes.take('c1', 'hash-2')).toBe(true);
      }),
    );

    test(
      'remember that they went out, and a replaced one is not taken for sent',
      withCodes(async (codes) => {
        await codes.put(aCode());
        await codes.markSent('c1', 'another request');
        expect((await codes.read('c1'))?.sent).toBe(false);
        await codes.markSent('c1', 'request-1');
        expect((await codes.read('c1'))?.sent).toBe(true);
        await codes.put(aCode({ hash: 'hash-2', request: 'request-2' }));
        await codes.markSent('c1', 'request-1');
        expect((await codes.read('c1'))?.sent).toBe(false);
        await codes.put(aCode({ sent: true }));
        expect((await codes.read('c1'))?.sent).toBe(true);
      }),
    );

    test(
      'are taken by one only, of however many at once',
      withCodes(async (codes) => {
        await codes.put(aCode());
        const taken = await Promise.all(Array.from({ length: 50 }, () => codes.take('c1', 'hash-1')));
        expect(taken.filter(Boolean)).toHaveLength(1);
        expect(await codes.read('c1')).toBeUndefined();
        await codes.markSent('c1', 'request-1');
        expect(await codes.read('c1')).toBeUndefined();
      }),
    );

    test(
      'are still known shortly after their time, so that a late one hears so',
      withCodes(async (codes) => {
        const expiresAt = new Date(Date.now() - 60_000).toISOString();
        await codes.put(aCode({ expiresAt }));
        expect((await codes.read('c1'))?.expiresAt).toBe(expiresAt);
      }),
    );
  });
}
