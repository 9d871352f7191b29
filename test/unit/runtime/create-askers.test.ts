import type { Asked } from '../../../channels/channel.ts';
import type { InboundEvent } from '../../../dialogs/protocol/event.ts';
import { createRuntime, type Runtime } from '../../../runtime/create-runtime.ts';
import { createAskers } from '../../../runtime/inbox/create-askers.ts';
import { aRuntime, type TestRuntime } from '../../kit/a-runtime.ts';
import { anUtterance } from '../../kit/an-event.ts';

let under: TestRuntime;
let other: Runtime | undefined;
afterEach(async () => {
  await other?.stop();
  other = undefined;
  await under.end();
});

const textsOf = (asked: Asked) => (asked.kind === 'answered' ? asked.messages.map(({ text }) => text) : asked.kind);

test('what is asked carries until when somebody waits for the answer', async () => {
  under = await aRuntime();
  const seen: InboundEvent[] = [];
  const accept = async (event: InboundEvent) => {
    seen.push(event);
    return { kind: 'full' as const };
  };
  const askers = createAskers({ accept, wait: under.parts.wait, clock: () => Date.parse('2026-11-24T09:00:00.000Z') });
  await askers.ask(anUtterance('m1'), 6500);
  expect(seen.map(({ deadline }) => deadline)).toEqual(['2026-11-24T09:00:06.500Z']);
});

describe('a place that answers only when it is asked', () => {
  test('gets what is said to its event, and nothing is sent besides', async () => {
    under = await aRuntime({ delivery: 'reply' });
    const asked = await under.runtime.ask(anUtterance('m1', 'start the echo'), 5000);
    expect(textsOf(asked)).toEqual(['Welcome to the shop.', 'What shall I say?']);
    expect(textsOf(await under.runtime.ask(anUtterance('m2', 'tomatoes'), 5000))).toContain('You said tomatoes.');
    await under.settle();
    expect(under.sent).toEqual([]);
    expect(await under.parts.store.deadLetters(5)).toEqual([]);
  });

  test('gets the same again when the same request comes again, at once or in many copies', async () => {
    under = await aRuntime({ delivery: 'reply' });
    const first = await under.runtime.ask(anUtterance('m1', 'start the echo'), 5000);
    expect(await under.runtime.ask(anUtterance('m1', 'start the echo'), 5000)).toEqual(first);
    const copies = await Promise.all(
      Array.from({ length: 10 }, () => under.runtime.ask(anUtterance('m2', 'once'), 5000)),
    );
    expect(new Set(copies.map((copy) => JSON.stringify(copy))).size).toBe(1);
    expect(textsOf(copies[0] as Asked)).toContain('You said once.');
  });

  test('hears that its answer is late when its time is up, and gets it by asking again, from any process', async () => {
    let answer: (found: string) => void = () => {};
    under = await aRuntime({
      delivery: 'reply',
      lookUp: () =>
        new Promise((resolve) => {
          answer = resolve;
        }),
      understand: (text) => ({ commands: [{ kind: 'start_flow', flow: text }], confidence: 1, by: 'given' }),
      turnBudgetMs: 60_000,
    });
    other = createRuntime(under.parts);
    const event = anUtterance('m1', 'lookup');
    expect(await under.runtime.ask(event, 50)).toMatchObject({ kind: 'late' });
    const elsewhere = other.ask(event, 10_000);
    answer('a parcel');
    expect(textsOf(await elsewhere)).toContain('Found a parcel.');
  });

  test('hears the apology for a message that cannot be done', async () => {
    under = await aRuntime({ delivery: 'reply' });
    await under.runtime.ask(anUtterance('m1', 'start the echo'), 5000);
    const { of } = under.parts.book;
    let breaks = 3;
    Object.assign(under.parts.book, {
      of: async (revision: string) => {
        if (breaks-- > 0) throw new Error('the book cannot be read');
        return of(revision);
      },
    });
    expect(textsOf(await under.runtime.ask(anUtterance('m2', 'poison'), 10_000))).toContain(
      'Sorry, that is our fault.',
    );
  });
});
