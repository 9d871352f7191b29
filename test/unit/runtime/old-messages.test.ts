import { aRuntime, type TestRuntime } from '../../kit/a-runtime.ts';
import { anUtterance } from '../../kit/an-event.ts';

let under: TestRuntime;
beforeEach(async () => {
  under = await aRuntime();
});
afterEach(() => under.end());

const DAY_MS = 86_400_000;
/** Sent so long ago that the store does not know it any more. */
const old = (id: string, text: string, thread?: string) => ({
  ...anUtterance(id, text, thread),
  at: new Date(Date.now() - 3 * DAY_MS).toISOString(),
});
/** Of another thread: the store of this test still knows what came in the same one. */
const again = (id: string) => old(id, 'start the echo', 'thread-2');

test('a message of days ago that was answered then is not answered again', async () => {
  const first = await under.runtime.accept(old('m1', 'start the echo'));
  await under.settle();
  if (first.kind !== 'accepted') throw new Error(first.kind);
  const said = under.sent.length;
  expect(await under.runtime.accept(again('m1'))).toEqual({ kind: 'duplicate', conversationId: first.conversationId });
  await under.settle();
  expect(under.sent).toHaveLength(said);
});

test('one that never was is taken', async () => {
  expect(await under.runtime.accept(again('m1'))).toMatchObject({ kind: 'accepted' });
});

test('for what was just sent nobody asks the archive', async () => {
  let asked = 0;
  const { find } = under.parts.records;
  Object.assign(under.parts.records, { find: (query: never) => ++asked && find(query) });
  await under.runtime.accept({ ...anUtterance('m1', 'start the echo'), at: new Date().toISOString() });
  expect(asked).toBe(0);
});

test.each([
  ['away', () => Promise.reject(new Error('away'))],
  ['silent', () => new Promise(() => {})],
])('while the archive is %s it is taken: rather twice than never', async (_, find) => {
  await under.runtime.accept(old('m1', 'start the echo'));
  await under.settle();
  const found = under.parts.records.find;
  Object.assign(under.parts.records, { find });
  const taken = await under.runtime.accept(again('m1'));
  Object.assign(under.parts.records, { find: found });
  expect(taken).toMatchObject({ kind: 'accepted' });
});
