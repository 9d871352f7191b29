import type { Understanding } from '../../../dialogs/protocol/understanding.ts';
import { aRuntime, plainUnderstanding, type TestRuntime } from '../../kit/a-runtime.ts';
import { anUtterance } from '../../kit/an-event.ts';

let under: TestRuntime;
afterEach(() => under.end());

const texts = () => under.sent.map(({ text }) => text);

/** Waits until the customer was told so much, however many rounds it takes. */
async function told(count: number): Promise<string[]> {
  const until = Date.now() + 10_000;
  while (under.sent.length < count && Date.now() < until) await new Promise((resolve) => setTimeout(resolve, 10));
  return texts();
}

describe('a turn', () => {
  test('greets at the first word, answers, and keeps what it was for the archive', async () => {
    under = await aRuntime();
    const accepted = await under.runtime.accept(anUtterance('m1', 'start the echo'));
    if (accepted.kind !== 'accepted') throw new Error(accepted.kind);
    await accepted.finished;
    await under.settle();
    expect(texts()).toContain('What shall I say?');
    const records = await under.parts.records.find({ conversationId: accepted.conversationId, limit: 10 });
    expect(records).toMatchObject([{ kind: 'turn', body: { event: { kind: 'utterance', text: 'start the echo' } } }]);
  });

  test('runs once for a message that comes twice', async () => {
    under = await aRuntime();
    await under.runtime.accept(anUtterance('m1', 'start the echo'));
    expect((await under.runtime.accept(anUtterance('m1', 'start the echo'))).kind).toBe('duplicate');
    await under.settle();
    expect(texts().filter((text) => text === 'What shall I say?')).toHaveLength(1);
  });

  test('starts only after what the channel does first', async () => {
    under = await aRuntime();
    const order: string[] = [];
    await under.runtime.accept(anUtterance('m1', 'start the echo'), async () => {
      await new Promise((resolve) => setTimeout(resolve, 30));
      order.push(`before ${under.sent.length}`);
    });
    await under.settle();
    expect(order).toEqual(['before 0']);
  });

  test('is run although the channel failed at what it does first', async () => {
    under = await aRuntime();
    const accept = under.runtime.accept(anUtterance('m1', 'start the echo'), async () => {
      throw new Error('the log is full');
    });
    await expect(accept).rejects.toThrow('the log is full');
    await under.settle();
    expect(texts()).toContain('What shall I say?');
  });

  test('counts an understanding that breaks as not understood', async () => {
    under = await aRuntime({
      understand: () => {
        throw new Error('no model');
      },
    });
    await under.runtime.accept(anUtterance('m1', 'hello'));
    await under.settle();
    expect(under.logged.map(({ event }) => event)).toContain('understanding_failed');
    expect(under.logged.map(({ event }) => event)).not.toContain('turn_failed');
  });

  test('over a message that breaks it is tried three times, then apologised for, and the next is served', async () => {
    under = await aRuntime();
    const broken = { ...anUtterance('m1', 'start the echo'), from: { ...anUtterance('x').from } };
    await under.runtime.accept(broken);
    await under.settle();
    const at = under.parts.book.of;
    let breaks = 3;
    Object.assign(under.parts.book, {
      of: async (revision: string) => {
        if (breaks-- > 0) throw new Error('the book cannot be read');
        return at(revision);
      },
    });
    await under.runtime.accept(anUtterance('m2', 'poison'));
    await under.runtime.accept(anUtterance('m3', 'start the echo'));
    await told(4);
    await under.settle();
    expect(texts().slice(2)).toEqual(['Sorry, that is our fault.', 'What shall I say?']);
    expect(texts()).not.toContain('You said poison.');
    expect(await under.parts.store.deadLetters(10)).toMatchObject([{ kind: 'turn', body: { id: 'm2' } }]);
    expect(under.logged.filter(({ event }) => event === 'turn_failed')).toHaveLength(3);
  });
});

describe('an action that takes too long', () => {
  test('is told to be waited for, and its answer comes by itself', async () => {
    let answer: (found: string) => void = () => {};
    under = await aRuntime({
      turnBudgetMs: 50,
      lookUp: () =>
        new Promise((resolve) => {
          answer = resolve;
        }),
    });
    await under.runtime.accept(anUtterance('m1', 'look it up'));
    await told(2);
    expect(texts().at(-1)).toBe('One moment.');
    answer('a parcel');
    await told(3);
    expect(texts().at(-1)).toBe('Found a parcel.');
  });

  test('does not hold up what else the customer says', async () => {
    under = await aRuntime({ turnBudgetMs: 50, lookUp: () => new Promise(() => {}) });
    await under.runtime.accept(anUtterance('m1', 'look it up'));
    await told(2);
    await under.runtime.accept(anUtterance('m2', 'start the echo'));
    await told(3);
    expect(texts()).toContain('What shall I say?');
  });
});

describe('a call whose process died', () => {
  test('is answered by its timer as timed out, so that nobody waits for ever', async () => {
    under = await aRuntime({ turnBudgetMs: 20, lookUp: () => new Promise(() => {}) });
    const accepted = await under.runtime.accept(anUtterance('m1', 'look it up'));
    await told(2);
    await under.settle();
    const conversationId = accepted.kind === 'accepted' ? accepted.conversationId : '';
    const [call] = (await under.parts.store.read(conversationId))?.calls ?? [];
    expect(call?.parked).toBe(true);
    await under.runtime.accept({
      ...anUtterance('t1'),
      conversationId,
      kind: 'timer',
      timer: `late:${call?.callId}`,
    } as never);
    await under.settle();
    expect((await under.parts.store.read(conversationId))?.calls).toEqual([]);
  });
});

describe('many customers', () => {
  test('are served side by side, each in order', async () => {
    under = await aRuntime();
    const threads = Array.from({ length: 20 }, (_, n) => `thread-${n}`);
    for (const thread of threads) await under.runtime.accept(anUtterance('start', 'start the echo', thread));
    for (let n = 0; n < 10; n++) {
      await Promise.all(
        threads.map((thread) => under.runtime.accept(anUtterance(`m${n}`, `${thread} says ${n}`, thread))),
      );
    }
    await told(20 * 12);
    await under.settle();
    for (const thread of threads) {
      const mine = texts().filter((text) => text.includes(`${thread} says`));
      expect(mine).toEqual(Array.from({ length: 10 }, (_, n) => `You said ${thread} says ${n}.`));
    }
    expect(plainUnderstanding('x').commands).toHaveLength(1);
  });
});

describe('stopping', () => {
  test('ends the running turn, and what waits is done by whoever comes next', async () => {
    under = await aRuntime();
    await under.runtime.accept(anUtterance('m1', 'start the echo'));
    await under.runtime.accept(anUtterance('m2', 'for later'));
    await under.runtime.stop();
    const again = await under.parts.store.sweep(10);
    const said = texts().filter((text) => text === 'You said for later.').length;
    expect(again.length + said).toBe(1);
  });
});

describe('a question that takes its answer in pieces', () => {
  const letter = (text: string): Understanding =>
    text === 'take a letter'
      ? plainUnderstanding(text)
      : { commands: [{ kind: 'set_slot', slot: 'letter', value: text }], confidence: 1, by: 'given' };

  test('gets them as one text, in one turn', async () => {
    let now = Date.now();
    const pieces = ['Dear', 'colleagues'];
    under = await aRuntime({
      understand: letter,
      clock: () => now,
      wait: async (ms) => {
        const piece = pieces.shift();
        if (piece) await under.runtime.accept(anUtterance(piece, piece));
        // A piece that came while it waited came half-way.
        now += piece ? ms / 2 : ms;
      },
    });
    await under.runtime.accept(anUtterance('m1', 'take a letter'));
    await under.settle();
    await under.runtime.accept(anUtterance('Hello', 'Hello'));
    await under.settle();
    expect(texts().at(-1)).toBe('Written: Hello Dear colleagues.');
    expect(texts().filter((text) => text.startsWith('Written'))).toHaveLength(1);
  });
});
