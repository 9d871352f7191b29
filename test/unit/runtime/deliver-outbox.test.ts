import type { DeliveryResult } from '../../../channels/channel.ts';
import { retryPolicy } from '../../../runtime/outbox/retry-policy.ts';
import { aRuntime, type TestRuntime } from '../../kit/a-runtime.ts';
import { anUtterance } from '../../kit/an-event.ts';

let under: TestRuntime | undefined;
afterEach(async () => {
  await under?.end();
  under = undefined;
});

const talk = async (send: (text: string) => DeliveryResult) => {
  under = await aRuntime({ send });
  await under.runtime.accept(anUtterance('m1', 'start the echo'));
  await under.settle();
  return under;
};

describe('delivering', () => {
  test('keeps back what follows until the first has gone through', async () => {
    let tries = 0;
    const { sent, settle } = await talk((text) => {
      tries += 1;
      return tries === 1 ? { kind: 'retry', why: `not now: ${text.length}` } : { kind: 'delivered' };
    });
    expect(sent).toEqual([]);
    await new Promise((resolve) => setTimeout(resolve, 1200));
    await settle();
    expect(sent.map(({ text }) => text)).toEqual(['Welcome to the shop.', 'What shall I say?']);
  });

  test('lays aside what the platform refuses, and goes on with the next', async () => {
    const { sent, parts } = await talk((text) =>
      text.startsWith('Welcome') ? { kind: 'refused', why: 'blocked' } : { kind: 'delivered' },
    );
    expect(sent.map(({ text }) => text)).toEqual(['What shall I say?']);
    expect(await parts.store.deadLetters(10)).toMatchObject([{ kind: 'reply', why: 'blocked' }]);
  });

  test('counts a channel that breaks as a passing fault', async () => {
    const { logged, parts } = await talk(() => {
      throw new Error('socket closed');
    });
    expect(logged.map(({ event }) => event)).toContain('delivery_broke');
    expect(await parts.store.deadLetters(10)).toEqual([]);
  });

  test('uses the same key for every try of a message, and another for each message', async () => {
    const { sent } = await talk(() => ({ kind: 'delivered' }));
    expect(new Set(sent.map(({ key }) => key)).size).toBe(sent.length);
  });

  test('logs no words of the conversation', async () => {
    const { logged } = await talk(() => ({ kind: 'refused', why: 'blocked' }));
    expect(JSON.stringify(logged)).not.toContain('What shall I say');
  });
});

describe('the retry policy', () => {
  test('waits twice as long each time, at most a minute', () => {
    const waits = [1, 2, 3, 4, 5, 6, 7, 8, 20].map((tries) => retryPolicy(tries));
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 60].map((seconds) => ({ afterMs: seconds * 1000 })));
  });

  test('waits as long as the platform asks, where that is longer', () => {
    expect(retryPolicy(1, 30_000)).toEqual({ afterMs: 30_000 });
    expect(retryPolicy(9, 30_000)).toEqual({ afterMs: 60_000 });
  });

  test('gives up in the end', () => {
    expect(retryPolicy(36)).toEqual({ dead: 'It was tried 36 times.' });
  });
});
