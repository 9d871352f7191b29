import { aState } from '../../kit/a-state.ts';
import { anUtterance } from '../../kit/an-event.ts';
import type { StorePlug } from './store-plug.ts';
import { aTurn, LIMITS, mustRun } from './store-under-test.ts';
import { withStore } from './with-store.ts';

const alias = 'alias-1';

/** Aliases, de-duplication, order and the cap of the inbox. */
export function inboxCases(plug: StorePlug): void {
  describe('takes messages in', () => {
    test(
      'begins a conversation at the first message of an address, without a state',
      withStore(plug, async ({ store }) => {
        const run = mustRun(await store.begin({ alias }, anUtterance('m1'), LIMITS));
        expect(run.state).toBeUndefined();
        expect(run.inbox.map((entry) => entry.event.id)).toEqual(['m1']);
        expect(run.lease).toMatchObject({ conversationId: run.conversationId, version: 0 });
      }),
    );

    test(
      'gives the event back exactly as it came',
      withStore(plug, async ({ store }) => {
        const event = anUtterance('m1', '荷物はどこ? 😀 "quotes" \\ \u0000 end');
        const run = mustRun(await store.begin({ alias }, event, LIMITS));
        expect(run.inbox[0]?.event).toEqual(event);
      }),
    );

    test(
      'shows what has come meanwhile to the holder of the lease, and to nobody else; that counts as no attempt',
      withStore(plug, async ({ store, pass }) => {
        const run = mustRun(await store.begin({ alias }, anUtterance('m1'), LIMITS));
        await store.begin({ alias }, anUtterance('m2'), LIMITS);
        for (let look = 0; look < 3; look++) {
          const waiting = await store.waiting(run.lease);
          expect(waiting.map(({ event, attempts }) => [event.id, attempts])).toEqual([
            ['m1', 1],
            ['m2', 0],
          ]);
        }
        await pass(LIMITS.leaseMs + 1);
        await store.begin({ alias }, anUtterance('m3'), LIMITS);
        expect(await store.waiting(run.lease)).toEqual([]);
      }),
    );

    test(
      'finds the conversation of an address again',
      withStore(plug, async ({ store }) => {
        const first = mustRun(await store.begin({ alias }, anUtterance('m1'), LIMITS));
        await store.commit(first.lease, aTurn('c1'));
        const second = mustRun(await store.begin({ alias }, anUtterance('m2'), LIMITS));
        expect(second.conversationId).toBe(first.conversationId);
      }),
    );

    test(
      'keeps different addresses apart',
      withStore(plug, async ({ store }) => {
        const one = mustRun(await store.begin({ alias: 'a' }, anUtterance('m1'), LIMITS));
        const other = mustRun(await store.begin({ alias: 'b' }, anUtterance('m1'), LIMITS));
        expect(other.conversationId).not.toBe(one.conversationId);
      }),
    );

    test(
      'takes an event by the id of its conversation',
      withStore(plug, async ({ store }) => {
        const { conversationId, lease } = mustRun(await store.begin({ alias }, anUtterance('m1'), LIMITS));
        await store.commit(lease, aTurn('c1'));
        const run = mustRun(await store.begin({ conversationId }, anUtterance('m2'), LIMITS));
        expect(run.inbox[0]?.event.id).toBe('m2');
      }),
    );

    test(
      'knows no conversation that never was, and writes nothing',
      withStore(plug, async ({ store }) => {
        expect(await store.begin({ conversationId: 'nowhere' }, anUtterance('m1'), LIMITS)).toEqual({
          kind: 'unknown',
        });
        expect(await store.begin({ conversationId: 'nowhere' }, undefined, LIMITS)).toEqual({ kind: 'unknown' });
        expect(await store.sweep(10)).toEqual([]);
      }),
    );

    test(
      'answers a message that waits as a duplicate without a reply',
      withStore(plug, async ({ store }) => {
        const { conversationId } = mustRun(await store.begin({ alias }, anUtterance('m1'), LIMITS));
        expect(await store.begin({ alias }, anUtterance('m1'), LIMITS)).toEqual({ kind: 'duplicate', conversationId });
      }),
    );

    test(
      'answers a message that was done with the reply it got',
      withStore(plug, async ({ store }) => {
        const { conversationId, lease } = mustRun(await store.begin({ alias }, anUtterance('m1'), LIMITS));
        await store.commit(lease, aTurn('c1', { reply: { said: ['hello'] } }));
        const again = await store.begin({ alias }, anUtterance('m1'), LIMITS);
        expect(again).toEqual({ kind: 'duplicate', conversationId, reply: { said: ['hello'] } });
      }),
    );

    test(
      'answers a done message without a reply as a plain duplicate',
      withStore(plug, async ({ store }) => {
        const { conversationId, lease } = mustRun(await store.begin({ alias }, anUtterance('m1'), LIMITS));
        await store.commit(lease, aTurn('c1'));
        expect(await store.begin({ alias }, anUtterance('m1'), LIMITS)).toEqual({ kind: 'duplicate', conversationId });
      }),
    );

    test(
      'takes the same id in another conversation',
      withStore(plug, async ({ store }) => {
        await store.begin({ alias: 'a' }, anUtterance('m1'), LIMITS);
        expect((await store.begin({ alias: 'b' }, anUtterance('m1'), LIMITS)).kind).toBe('run');
      }),
    );

    test(
      'forgets an id when its time is over',
      withStore(plug, async ({ store, pass }) => {
        const { lease } = mustRun(await store.begin({ alias }, anUtterance('m1'), LIMITS));
        await store.commit(lease, aTurn('c1'));
        await pass(LIMITS.dedupeMs + 1);
        expect((await store.begin({ alias }, anUtterance('m1'), LIMITS)).kind).toBe('run');
      }),
    );

    test(
      'knows an id until its time is over, also after sweeping',
      withStore(plug, async ({ store, pass }) => {
        const { lease } = mustRun(await store.begin({ alias }, anUtterance('m1'), LIMITS));
        await store.commit(lease, aTurn('c1'));
        await pass(LIMITS.dedupeMs - 1);
        await store.sweep(10);
        expect((await store.begin({ alias }, anUtterance('m1'), LIMITS)).kind).toBe('duplicate');
      }),
    );

    test(
      'lets later messages wait while a turn runs, and hands them over in order',
      withStore(plug, async ({ store }) => {
        const { conversationId, lease } = mustRun(await store.begin({ alias }, anUtterance('m1'), LIMITS));
        for (const id of ['m2', 'm3']) {
          expect(await store.begin({ alias }, anUtterance(id), LIMITS)).toEqual({ kind: 'wait', conversationId });
        }
        const next = await store.commit(lease, aTurn('c1'));
        expect(next.kind === 'more' && next.inbox.map((entry) => entry.event.id)).toEqual(['m2', 'm3']);
      }),
    );

    test(
      'refuses what is over the cap, without marking it seen',
      withStore(plug, async ({ store }) => {
        const first = mustRun(await store.begin({ alias }, anUtterance('m0'), LIMITS));
        for (let n = 1; n < LIMITS.inboxMax; n++) await store.begin({ alias }, anUtterance(`m${n}`), LIMITS);
        expect(await store.begin({ alias }, anUtterance('late'), LIMITS)).toEqual({ kind: 'full' });
        await store.commit(first.lease, aTurn('c1'));
        expect((await store.begin({ alias }, anUtterance('late'), LIMITS)).kind).toBe('wait');
      }),
    );

    test(
      'answers a duplicate as such, also where the inbox is full',
      withStore(plug, async ({ store }) => {
        for (let n = 0; n < LIMITS.inboxMax; n++) await store.begin({ alias }, anUtterance(`m${n}`), LIMITS);
        expect((await store.begin({ alias }, anUtterance('m2'), LIMITS)).kind).toBe('duplicate');
      }),
    );

    test(
      'resumes without an event: nothing is added',
      withStore(plug, async ({ store, pass }) => {
        const { conversationId } = mustRun(await store.begin({ alias }, anUtterance('m1'), LIMITS));
        await pass(LIMITS.leaseMs + 1);
        const run = mustRun(await store.begin({ conversationId }, undefined, LIMITS));
        expect(run.inbox.map((entry) => entry.event.id)).toEqual(['m1']);
      }),
    );

    test(
      'counts how often a turn over the first entry was begun',
      withStore(plug, async ({ store, pass }) => {
        const first = mustRun(await store.begin({ alias }, anUtterance('m1'), LIMITS));
        expect(first.inbox[0]?.attempts).toBe(1);
        await pass(LIMITS.leaseMs + 1);
        const second = mustRun(await store.begin({ conversationId: first.conversationId }, undefined, LIMITS));
        expect(second.inbox[0]?.attempts).toBe(2);
        await store.begin({ alias }, anUtterance('m2'), LIMITS);
        const next = await store.commit(second.lease, aTurn('c1'));
        expect(next.kind === 'more' && next.inbox[0]?.attempts).toBe(1);
      }),
    );

    test(
      'takes one of many at once, whatever comes first',
      withStore(plug, async ({ store }) => {
        const answers = await Promise.all(
          Array.from({ length: 200 }, () => store.begin({ alias }, anUtterance('m1'), LIMITS)),
        );
        expect(answers.filter((answer) => answer.kind === 'run')).toHaveLength(1);
        expect(answers.filter((answer) => answer.kind === 'duplicate')).toHaveLength(199);
      }),
    );

    test(
      'keeps the order of their coming for messages sent at once',
      withStore(plug, async ({ store }) => {
        const limits = { ...LIMITS, inboxMax: 100 };
        const begun = await Promise.all(
          Array.from({ length: 50 }, (_, n) => store.begin({ alias }, anUtterance(`m${n}`), limits)),
        );
        const seen: string[] = [];
        let run = mustRun(begun.find((answer) => answer.kind === 'run') ?? { kind: 'full' });
        for (let n = 0; ; n++) {
          seen.push(run.inbox[0]?.event.id ?? '');
          const next = await store.commit(run.lease, aTurn(`c${n}`));
          if (next.kind !== 'more') break;
          run = { ...run, lease: next.lease, inbox: next.inbox };
        }
        expect(seen).toEqual(Array.from({ length: 50 }, (_, n) => `m${n}`));
      }),
    );

    test(
      'lets a turn use several entries at once',
      withStore(plug, async ({ store }) => {
        const { lease } = mustRun(await store.begin({ alias }, anUtterance('m1'), LIMITS));
        await store.begin({ alias }, anUtterance('m2'), LIMITS);
        await store.begin({ alias }, anUtterance('m3'), LIMITS);
        const next = await store.commit(lease, aTurn('c1', { used: 2 }));
        expect(next.kind === 'more' && next.inbox.map((entry) => entry.event.id)).toEqual(['m3']);
      }),
    );

    test(
      'refuses a turn that uses more than there is, and changes nothing',
      withStore(plug, async ({ store }) => {
        const { lease, conversationId } = mustRun(await store.begin({ alias }, anUtterance('m1'), LIMITS));
        await expect(store.commit(lease, aTurn('c1', { used: 2 }))).rejects.toThrow();
        expect(await store.read(conversationId)).toBeUndefined();
        expect(await store.commit(lease, aTurn('c2'))).toEqual({ kind: 'done' });
      }),
    );

    test(
      'reads the state as it was last committed',
      withStore(plug, async ({ store }) => {
        const { lease, conversationId } = mustRun(await store.begin({ alias }, anUtterance('m1'), LIMITS));
        expect(await store.read(conversationId)).toBeUndefined();
        const state = aState({ memory: { order_number: 'AB123456', 品: 'エスプレッソ' }, turnNumber: 7 });
        await store.commit(lease, aTurn('c1', { state }));
        expect(await store.read(conversationId)).toEqual(state);
        expect(mustRun(await store.begin({ alias }, anUtterance('m2'), LIMITS)).state).toEqual(state);
        expect(await store.read('nowhere')).toBeUndefined();
      }),
    );

    test(
      'points further addresses to the conversation',
      withStore(plug, async ({ store }) => {
        const { lease, conversationId } = mustRun(await store.begin({ alias }, anUtterance('m1'), LIMITS));
        await store.commit(lease, aTurn('c1', { aliases: ['elsewhere'] }));
        expect(mustRun(await store.begin({ alias: 'elsewhere' }, anUtterance('m2'), LIMITS)).conversationId).toBe(
          conversationId,
        );
      }),
    );

    test(
      'keeps everything that was acknowledged over a restart',
      withStore(plug, async ({ store, reopen }) => {
        const { lease, conversationId } = mustRun(await store.begin({ alias }, anUtterance('m1'), LIMITS));
        await store.begin({ alias }, anUtterance('m2'), LIMITS);
        await store.commit(lease, aTurn('c1', { state: aState({ turnNumber: 3 }), reply: 'r' }));
        const again = await reopen();
        expect((await again.read(conversationId))?.turnNumber).toBe(3);
        expect(await again.begin({ alias }, anUtterance('m1'), LIMITS)).toMatchObject({
          kind: 'duplicate',
          reply: 'r',
        });
        expect((await again.begin({ alias }, anUtterance('m2'), LIMITS)).kind).toBe('duplicate');
      }),
    );
  });
}
