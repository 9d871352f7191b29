import { aRuntime, type TestRuntime } from '../../kit/a-runtime.ts';
import { anUtterance } from '../../kit/an-event.ts';

let under: TestRuntime;
beforeEach(async () => {
  under = await aRuntime();
});
afterEach(() => under.end());

test('while the store hangs whoever comes is told to come again; what it kept after all is answered, once', async () => {
  const { store } = under.parts;
  const { begin } = store;
  let answer = (): void => {};
  const hangs = new Promise<void>((resolve) => {
    answer = resolve;
  });
  Object.assign(store, {
    begin: async (...asked: Parameters<typeof begin>) => {
      const begun = await begin(...asked);
      await hangs;
      return begun;
    },
  });
  const event = anUtterance('m1', 'start the echo');
  const shown: string[] = [];
  const show = async () => void shown.push('shown');
  await expect(under.runtime.accept(event, show)).rejects.toMatchObject({ entry: { code: 'store_unavailable' } });
  Object.assign(store, { begin });
  answer();
  expect(await under.runtime.accept(event)).toMatchObject({ kind: 'duplicate' });
  await under.settle();
  expect(under.sent.map(({ text }) => text)).toContain('What shall I say?');
  expect(under.sent.filter(({ text }) => text === 'What shall I say?')).toHaveLength(1);
  expect(shown).toEqual(['shown']);
});
