import type { ConversationStore } from '../../../integrations/conversation-store/conversation-store.ts';
import { aState } from '../../kit/a-state.ts';
import { anUtterance } from '../../kit/an-event.ts';
import type { StorePlug } from './store-plug.ts';
import { aTurn, LIMITS, mustRun } from './store-under-test.ts';
import { withStore } from './with-store.ts';

const alias = 'alias-1';
/** The clock of a test stands at this instant when it begins. */
export const START = Date.parse('2026-11-24T09:00:00.000Z');
const at = (milliseconds: number): string => new Date(START + milliseconds).toISOString();

async function withTimer(store: ConversationStore, timer: string, due: number): Promise<string> {
  const { lease, conversationId } = mustRun(await store.begin({ alias }, anUtterance(`set-${timer}`), LIMITS));
  await store.commit(lease, aTurn(`c-${timer}`, { timers: [{ timer, at: at(due) }], state: aState({ locale: 'ja' }) }));
  return conversationId;
}

/** Timers, sweeping, counters. */
export function timerCases(plug: StorePlug): void {
  describe('minds the time', () => {
    test(
      'turns a due timer into an entry of the inbox, once',
      withStore(plug, async ({ store, pass }) => {
        const id = await withTimer(store, 'remind', 5000);
        await pass(4999);
        expect(await store.sweep(10)).toEqual([]);
        await pass(1);
        expect(await store.sweep(10)).toEqual([id]);
        expect(await store.sweep(10)).toEqual([id]);
        const run = mustRun(await store.begin({ conversationId: id }, undefined, LIMITS));
        expect(run.inbox).toHaveLength(1);
        expect(run.inbox[0]?.event).toMatchObject({
          kind: 'timer',
          timer: 'remind',
          conversationId: id,
          locale: 'ja',
          from: { channel: 'test', threadId: 'thread-1' },
        });
        await store.commit(run.lease, aTurn('c2'));
        await pass(86_400_000);
        expect(await store.sweep(10)).toEqual([]);
      }),
    );

    test(
      'takes a timer away',
      withStore(plug, async ({ store, pass }) => {
        const id = await withTimer(store, 'remind', 5000);
        const { lease } = mustRun(await store.begin({ conversationId: id }, anUtterance('m2'), LIMITS));
        await store.commit(lease, aTurn('c2', { timers: [{ timer: 'remind' }] }));
        await pass(10_000);
        expect(await store.sweep(10)).toEqual([]);
      }),
    );

    test(
      'sets a timer of the same name anew',
      withStore(plug, async ({ store, pass }) => {
        const id = await withTimer(store, 'remind', 5000);
        const { lease } = mustRun(await store.begin({ conversationId: id }, anUtterance('m2'), LIMITS));
        await store.commit(lease, aTurn('c2', { timers: [{ timer: 'remind', at: at(20_000) }] }));
        await pass(10_000);
        expect(await store.sweep(10)).toEqual([]);
        await pass(10_000);
        expect(await store.sweep(10)).toEqual([id]);
      }),
    );

    test(
      'fires a timer again that was set again after it fired',
      withStore(plug, async ({ store, pass }) => {
        const id = await withTimer(store, 'remind', 1000);
        await pass(1000);
        await store.sweep(10);
        const run = mustRun(await store.begin({ conversationId: id }, undefined, LIMITS));
        await store.commit(run.lease, aTurn('c2', { timers: [{ timer: 'remind', at: at(2000) }] }));
        await pass(1000);
        expect(await store.sweep(10)).toEqual([id]);
      }),
    );

    test(
      'keeps timers over a restart',
      withStore(plug, async ({ store, pass, reopen }) => {
        const id = await withTimer(store, 'remind', 1000);
        const again = await reopen();
        await pass(1000);
        expect(await again.sweep(10)).toEqual([id]);
      }),
    );

    test(
      'adds a timer behind what waits already',
      withStore(plug, async ({ store, pass }) => {
        const id = await withTimer(store, 'remind', 1000);
        const { lease } = mustRun(await store.begin({ alias }, anUtterance('m2'), LIMITS));
        await pass(1000);
        await store.sweep(10);
        await store.begin({ alias }, anUtterance('m3'), LIMITS);
        const next = await store.commit(lease, aTurn('c2'));
        expect(next.kind === 'more' && next.inbox.map((entry) => entry.event.kind)).toEqual(['timer', 'utterance']);
        expect(id).toBeDefined();
      }),
    );

    test(
      'finds conversations whose turn was left in the middle, not those where one runs',
      withStore(plug, async ({ store, pass }) => {
        const { conversationId } = mustRun(await store.begin({ alias }, anUtterance('m1'), LIMITS));
        expect(await store.sweep(10)).toEqual([]);
        await pass(LIMITS.leaseMs);
        expect(await store.sweep(10)).toEqual([conversationId]);
        await store.begin({ conversationId }, undefined, LIMITS);
        expect(await store.sweep(10)).toEqual([]);
      }),
    );

    test(
      'finds the oldest first, up to the limit',
      withStore(plug, async ({ store, pass }) => {
        const found: string[] = [];
        for (const name of ['a', 'b', 'c']) {
          found.push(mustRun(await store.begin({ alias: name }, anUtterance('m1'), LIMITS)).conversationId);
        }
        await pass(LIMITS.leaseMs);
        expect(await store.sweep(2)).toEqual(found.slice(0, 2));
      }),
    );

    test(
      'finds what was left in the middle after a restart',
      withStore(plug, async ({ store, pass, reopen }) => {
        const { conversationId } = mustRun(await store.begin({ alias }, anUtterance('m1'), LIMITS));
        const again = await reopen();
        await pass(LIMITS.leaseMs);
        expect(await again.sweep(10)).toEqual([conversationId]);
        expect(mustRun(await again.begin({ conversationId }, undefined, LIMITS)).inbox[0]?.attempts).toBe(2);
      }),
    );
  });

  describe('counts', () => {
    test(
      'up in its window, for each by itself',
      withStore(plug, async ({ store }) => {
        expect(await store.count('tries', 'AB123456', 1000)).toBe(1);
        expect(await store.count('tries', 'AB123456', 1000)).toBe(2);
        expect(await store.count('tries', 'CD123456', 1000)).toBe(1);
        expect(await store.count('codes', 'AB123456', 1000)).toBe(1);
      }),
    );

    test(
      'anew when the window is over, reckoned from its first',
      withStore(plug, async ({ store, pass }) => {
        await store.count('tries', 'x', 1000);
        await pass(999);
        expect(await store.count('tries', 'x', 1000)).toBe(2);
        await pass(1);
        expect(await store.count('tries', 'x', 1000)).toBe(1);
      }),
    );

    test(
      'back, and never below nothing; and only reads',
      withStore(plug, async ({ store }) => {
        await store.count('tries', 'x', 1000);
        await store.count('tries', 'x', 1000);
        expect(await store.count('tries', 'x', 1000, -1)).toBe(1);
        expect(await store.count('tries', 'x', 1000, 0)).toBe(1);
        await store.count('tries', 'x', 1000, -1);
        expect(await store.count('tries', 'x', 1000, -1)).toBe(0);
        expect(await store.count('tries', 'new', 1000, 0)).toBe(0);
      }),
    );

    test(
      'every one of many at once, over a restart and over sweeping',
      withStore(plug, async ({ store, reopen, pass }) => {
        await Promise.all(Array.from({ length: 100 }, () => store.count('tries', 'x', 60_000)));
        const again = await reopen();
        await pass(30_000);
        await again.sweep(100);
        expect(await again.count('tries', 'x', 60_000)).toBe(101);
      }),
    );
  });
}
