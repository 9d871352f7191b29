import { replayLetter } from '../../../runtime/letters/replay-letter.ts';
import { aRuntime, type TestRuntime } from '../../kit/a-runtime.ts';
import { anUtterance } from '../../kit/an-event.ts';

let under: TestRuntime;
afterEach(() => under.end());

const texts = () => under.sent.map(({ text }) => text);
const settled = async (count: number): Promise<void> => {
  const until = Date.now() + 10_000;
  while (under.sent.length < count && Date.now() < until) await new Promise((resolve) => setTimeout(resolve, 10));
  await under.settle();
};
const theLetter = async () => {
  const [letter] = await under.parts.store.deadLetters(1);
  if (!letter) throw new Error('There is no letter.');
  return letter;
};

test('a message over which turns broke is answered when it is replayed, and its letter is gone', async () => {
  under = await aRuntime();
  await under.runtime.accept(anUtterance('m1', 'start the echo'));
  await under.settle();
  const { of } = under.parts.book;
  let breaks = 3;
  Object.assign(under.parts.book, {
    of: async (revision: string) => {
      if (breaks-- > 0) throw new Error('the book cannot be read');
      return of(revision);
    },
  });
  await under.runtime.accept(anUtterance('m2', 'start the echo'));
  await settled(3);
  const letter = await theLetter();
  expect(letter).toMatchObject({ kind: 'turn', body: { id: 'm2' } });
  const before = under.sent.length;
  expect(await replayLetter(under.parts.store, letter, under.parts.settings)).toBe('replayed');
  await settled(before + 1);
  expect(texts().at(-1)).toBe('What shall I say?');
  expect(await under.parts.store.deadLetters(1)).toEqual([]);
});

test('a reply that was refused is sent when it is replayed, once, also when it is replayed again', async () => {
  let refuses = true;
  under = await aRuntime({ send: () => (refuses ? { kind: 'refused', why: 'blocked' } : { kind: 'delivered' }) });
  await under.runtime.accept(anUtterance('m1', 'start the echo'));
  await under.settle();
  const letter = await theLetter();
  expect(letter).toMatchObject({ kind: 'reply', why: 'blocked' });
  refuses = false;
  const { store, settings } = under.parts;
  // Cut off before the letter was taken away.
  const cut = { ...store, dropLetter: async () => false };
  expect(await replayLetter(cut, letter, settings)).toBe('replayed');
  expect(await replayLetter(store, letter, settings)).toBe('replayed');
  await settled(1);
  expect(texts()).toEqual(['What shall I say?']);
  expect(await store.deadLetters(5)).toMatchObject([{ body: { text: 'Welcome to the shop.' } }]);
});

test('what belongs to a conversation that is gone is not replayed, and stays', async () => {
  under = await aRuntime({ send: () => ({ kind: 'refused', why: 'blocked' }) });
  await under.runtime.accept(anUtterance('m1', 'start the echo'));
  await under.settle();
  const letter = { ...(await theLetter()), conversationId: 'nobody' };
  expect(await replayLetter(under.parts.store, letter, under.parts.settings)).toBe('gone');
  expect(await replayLetter(under.parts.store, { ...letter, kind: 'turn' }, under.parts.settings)).toBe('gone');
  expect(await under.parts.store.deadLetters(5)).toHaveLength(2);
});
