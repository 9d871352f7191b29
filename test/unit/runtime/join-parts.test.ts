import type { InboundEvent } from '../../../dialogs/protocol/event.ts';
import type { InboundEntry } from '../../../integrations/conversation-store/conversation-store.ts';
import { joinParts } from '../../../runtime/inbox/join-parts.ts';
import { anUtterance } from '../../kit/an-event.ts';

const START = Date.parse('2026-11-24T01:00:00.000Z');
const at = (ms: number): string => new Date(START + ms).toISOString();

/** A text that arrives so many milliseconds after the first. */
const text = (words: string, ms: number): InboundEvent => ({ ...anUtterance(words, words), at: at(ms) });
const { id: _, kind: __, ...place } = anUtterance('any');
const press = (ms: number): InboundEvent => ({ ...place, id: 'press', kind: 'choice', value: 'yes', at: at(ms) });

/** What is joined when these arrive at their times, and how long that took. No time passes but by waiting. */
async function joined(events: readonly [InboundEvent, ...InboundEvent[]], windowMs = 600) {
  let now = START;
  const arrived = (): [InboundEntry, ...InboundEntry[]] => {
    const [first, ...others] = events;
    const later = others.filter((event) => Date.parse(event.at) <= now);
    const entries = [first, ...later].map((event, seq) => ({ event, attempts: 1, seq }));
    return [entries[0] ?? { event: first, attempts: 1, seq: 0 }, ...entries.slice(1)];
  };
  const wait = async (ms: number) => {
    now += ms;
  };
  const { event, used } = await joinParts({ clock: () => now, wait }, arrived(), windowMs, async () => arrived());
  return { text: event.kind === 'utterance' ? event.text : event.kind, used, tookMs: now - START };
}

test('a text alone waits once', async () => {
  expect(await joined([text('a', 0)])).toEqual({ text: 'a', used: 1, tookMs: 600 });
});

test('without a window nothing waits and nothing is joined', async () => {
  expect(await joined([text('a', 0), text('b', 0)], 0)).toEqual({ text: 'a', used: 1, tookMs: 0 });
});

test('pieces are joined, each giving the next its time', async () => {
  expect(await joined([text('a', 0), text('b', 500), text('c', 1000)])).toEqual({
    text: 'a b c',
    used: 3,
    tookMs: 1600,
  });
});

test('what comes after the pause is a message of its own', async () => {
  expect(await joined([text('a', 0), text('b', 601)])).toMatchObject({ text: 'a', used: 1 });
});

test('five pieces are enough', async () => {
  const six = [1, 2, 3, 4, 5].map((n) => text(`${n}`, n));
  expect(await joined([text('0', 0), ...six])).toMatchObject({ text: '0 1 2 3 4', used: 5 });
});

test('three seconds are enough', async () => {
  const slow = [1, 2, 3].map((n) => text(`${n}`, n * 900));
  expect(await joined([text('0', 0), ...slow], 1000)).toEqual({ text: '0 1 2 3', used: 4, tookMs: 3000 });
});

test('nothing is joined across a button press, and nothing waits behind one', async () => {
  expect(await joined([text('a', 0), press(0), text('b', 0)])).toEqual({ text: 'a', used: 1, tookMs: 0 });
  expect(await joined([press(0), text('b', 0)])).toEqual({ text: 'choice', used: 1, tookMs: 0 });
});

test('a clock of the platform that goes wrong neither holds up nor ends the waiting too late', async () => {
  expect(await joined([text('a', 999_999)])).toMatchObject({ tookMs: 600 });
  expect(await joined([text('a', -999_999)])).toMatchObject({ tookMs: 600 });
});

test('a lease that was lost meanwhile ends it', async () => {
  const first = { event: text('a', 0), attempts: 2, seq: 0 };
  const parts = { clock: () => START, wait: async () => undefined };
  expect(await joinParts(parts, [first], 600, async () => [])).toEqual({ event: first.event, attempts: 2, used: 1 });
});
