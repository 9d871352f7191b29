import type { Json } from '../../../dialogs/protocol/value.ts';
import type { ArchiveRecord, Records } from '../../../integrations/records/records.ts';

export interface RecordsPlug {
  readonly name: string;
  create(): Promise<{
    readonly records: Records;
    /** Another writer on the same archive, as another process has it. */
    another(): Promise<Records>;
    reopen(): Promise<Records>;
    end(): Promise<void>;
  }>;
}

const aRecord = (id: string, wanted: Partial<ArchiveRecord> = {}): ArchiveRecord => ({
  id,
  kind: 'turn',
  at: `2026-11-24T09:00:${id.slice(-2).padStart(2, '0')}.000Z`,
  body: { text: id },
  ...wanted,
});

const ids = (records: readonly ArchiveRecord[]) => records.map(({ id }) => id);

/** What every archive keeps to. */
export function recordsContract(plug: RecordsPlug): void {
  describe(`the archive ${plug.name}`, () => {
    let under: Awaited<ReturnType<RecordsPlug['create']>>;
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

type Under = Awaited<ReturnType<RecordsPlug['create']>>;

/** What is no record or no question, and what is an unusual one. */
function oddCases(under: () => Under): void {
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

/** Days, outcomes, pages. */
function pagingCases(under: () => Under): void {
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

/** Several writers at once, as several processes. */
function writerCases(under: () => Under): void {
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

const anErasure = (id: string, of: Partial<ArchiveRecord>, at: string): ArchiveRecord => ({
  ...{ id, kind: 'erasure', at, body: {} },
  ...of,
});

/** Deleted stays deleted, in whatever order the outboxes of several processes bring it. */
function erasureCases(under: () => Under): void {
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

/** Was this message of a platform ever answered? */
function messageCases(under: () => Under): void {
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
