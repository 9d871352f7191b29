import type { ArchiveRecord } from '../../../integrations/records/records.ts';
import { aRuntime, plainUnderstanding, type TestRuntime } from '../../kit/a-runtime.ts';
import { anUtterance } from '../../kit/an-event.ts';

let under: TestRuntime;
afterEach(() => under.end());

const find = (query: object) => under.parts.records.find({ limit: 20, ...query });

test('every turn is in the archive with what was said and how it came out', async () => {
  under = await aRuntime({
    understand: (text) =>
      text === 'a person please'
        ? { commands: [{ kind: 'handoff', reason: 'asked' }], confidence: 1, by: 'given' }
        : plainUnderstanding(text),
  });
  for (const [n, text] of ['look it up', 'a person please'].entries()) {
    await under.runtime.accept(anUtterance(`m${n}`, text));
    await under.settle();
  }
  const turns = await find({ kind: 'turn' });
  expect(turns.map(({ outcome }) => outcome)).toEqual(['success', 'handed_over']);
  expect(turns[0]?.body).toMatchObject({ event: { text: 'look it up' } });
  expect(JSON.stringify(turns[0]?.body)).toContain('Found it.');
  expect(await find({ kind: 'handoff', outcome: 'asked' })).toHaveLength(1);
  expect(await find({ kind: 'turn', outcome: 'handed_over' })).toHaveLength(1);
});

test('the dialogs in use are in the archive, once', async () => {
  under = await aRuntime();
  await under.settle();
  await under.settle();
  const revisions = await find({ kind: 'revision' });
  expect(revisions).toMatchObject([
    { id: `revision:${under.book.revision}`, outcome: 'loaded', body: { revision: under.book.revision } },
  ]);
  expect(revisions[0]?.body).toMatchObject({ flows: { dictation: 1, echo: expect.anything() } });
});

test('what an action has for the archive comes with its turn, and once', async () => {
  under = await aRuntime({
    keeps: ({ idempotencyKey: key, now: at }) => ({ id: `survey:${key}`, kind: 'survey', at, body: { ease: 7 } }),
  });
  await under.runtime.accept(anUtterance('m1', 'look it up'));
  await under.settle();
  expect(await find({ kind: 'survey' })).toMatchObject([{ body: { ease: 7 } }]);
});

test('turns go on while the archive is away, and nothing is missing afterwards', async () => {
  under = await aRuntime();
  const { records, store } = under.parts;
  const { write, find: ask } = records;
  const away = async () => {
    throw new Error('away');
  };
  Object.assign(records, { write: away, find: away });
  const texts = ['start the echo', 'one', 'two', 'three'];
  for (const [n, text] of texts.entries()) {
    const accepted = await under.runtime.accept(anUtterance(`m${n}`, text));
    if (accepted.kind === 'accepted') await accepted.finished;
  }
  await under.settle();
  expect(under.sent.map(({ text }) => text)).toEqual(
    expect.arrayContaining(['one', 'two', 'three'].map((word) => expect.stringContaining(word))),
  );
  expect(await store.claimRecords(20)).toHaveLength(texts.length);
  Object.assign(records, { write, find: ask });
  const until = Date.now() + 10_000;
  while ((await store.claimRecords(20)).length > 0 && Date.now() < until) await under.settle();
  const turns = await find({ kind: 'turn' });
  expect(turns.map(({ body }) => JSON.stringify(body)).map((body, n) => body.includes(texts[n] ?? '?'))).toEqual(
    texts.map(() => true),
  );
});

test('a conversation that is deleted while the archive is away is not there when it is back', async () => {
  under = await aRuntime();
  const { records, store } = under.parts;
  const { write, find: ask } = records;
  const away = async () => {
    throw new Error('away');
  };
  await under.runtime.accept(anUtterance('m1', 'start the echo'));
  const other = await under.runtime.accept(anUtterance('n1', 'start the echo', 'thread-2'));
  await under.settle();
  Object.assign(records, { write: away, find: away });
  const accepted = await under.runtime.accept(anUtterance('m2', 'one'));
  if (accepted.kind !== 'accepted' || other.kind !== 'accepted') throw new Error('not taken');
  await accepted.finished;
  // as another process had taken it in hand before
  const late = (await store.claimRecords(20)).map(({ body }) => body as unknown as ArchiveRecord);
  expect(late.map(({ conversationId }) => conversationId)).toContain(accepted.conversationId);
  await under.runtime.forget(accepted.conversationId);
  Object.assign(records, { write, find: ask });
  const until = Date.now() + 10_000;
  while ((await store.claimRecords(20)).length > 0 && Date.now() < until) await under.settle();
  await records.write(late);
  expect(await find({ conversationId: accepted.conversationId })).toEqual([]);
  expect(await find({ kind: 'turn', conversationId: other.conversationId })).toHaveLength(1);
});

test('a turn that has everything erased takes its own record along; what is said later is kept', async () => {
  under = await aRuntime({
    keeps: ({ idempotencyKey: key, now: at, conversationId }) => ({
      ...{ id: `erasure:${key}`, kind: 'erasure', at, conversationId, body: {} },
    }),
  });
  for (const id of ['m1', 'm2']) {
    await under.runtime.accept(anUtterance(id, 'look it up'));
    await under.settle();
    expect(under.sent.some(({ text }) => text === 'Found it.')).toBe(true);
  }
  expect(await find({ kind: 'turn' })).toEqual([]);
  await new Promise((resolve) => setTimeout(resolve, 5));
  await under.runtime.accept(anUtterance('later', 'start the echo'));
  await under.settle();
  expect(await find({ kind: 'turn' })).toHaveLength(1);
});
