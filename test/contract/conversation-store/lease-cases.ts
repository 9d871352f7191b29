import { aState } from '../../kit/a-state.ts';
import { anUtterance } from '../../kit/an-event.ts';
import type { StorePlug } from './store-plug.ts';
import { aReply, aTurn, LIMITS, mustRun } from './store-under-test.ts';
import { withStore } from './with-store.ts';

const alias = 'alias-1';

/** Who may run a conversation's turns, and what a commit answers. */
export function leaseCases(plug: StorePlug): void {
  describe('runs one turn at a time', () => {
    test(
      'ends the lease when nothing waits',
      withStore(plug, async ({ store }) => {
        const { lease } = mustRun(await store.begin({ alias }, anUtterance('m1'), LIMITS));
        expect(await store.commit(lease, aTurn('c1'))).toEqual({ kind: 'done' });
        expect((await store.begin({ alias }, anUtterance('m2'), LIMITS)).kind).toBe('run');
      }),
    );

    test(
      'raises the token with every lease, and the version with every commit',
      withStore(plug, async ({ store }) => {
        const first = mustRun(await store.begin({ alias }, anUtterance('m1'), LIMITS));
        await store.commit(first.lease, aTurn('c1'));
        const second = mustRun(await store.begin({ alias }, anUtterance('m2'), LIMITS));
        expect(second.lease.token).toBeGreaterThan(first.lease.token);
        expect(second.lease.version).toBe(first.lease.version + 1);
      }),
    );

    test(
      'lets another take over when a lease has lapsed, and fences the old holder off',
      withStore(plug, async ({ store, pass }) => {
        const old = mustRun(await store.begin({ alias }, anUtterance('m1'), LIMITS));
        await pass(LIMITS.leaseMs + 1);
        const next = mustRun(await store.begin({ conversationId: old.conversationId }, undefined, LIMITS));
        expect(await store.commit(old.lease, aTurn('c-old', { outgoing: [aReply('old')] }))).toEqual({
          kind: 'fenced',
        });
        expect(await store.claim(10)).toEqual([]);
        expect((await store.commit(next.lease, aTurn('c-new', { outgoing: [aReply('new')] }))).kind).toBe('done');
        expect((await store.claim(10)).map((claim) => claim.entry.id)).toEqual(['new']);
      }),
    );

    test(
      'fences an old holder off also after the new one has finished',
      withStore(plug, async ({ store, pass }) => {
        const old = mustRun(await store.begin({ alias }, anUtterance('m1'), LIMITS));
        await pass(LIMITS.leaseMs + 1);
        const next = mustRun(await store.begin({ conversationId: old.conversationId }, undefined, LIMITS));
        await store.commit(next.lease, aTurn('c-new', { state: aState({ turnNumber: 2 }) }));
        expect(await store.commit(old.lease, aTurn('c-old'))).toEqual({ kind: 'fenced' });
        expect((await store.read(old.conversationId))?.turnNumber).toBe(2);
      }),
    );

    test(
      'still takes the commit of a lapsed lease that nobody took',
      withStore(plug, async ({ store, pass }) => {
        const { lease } = mustRun(await store.begin({ alias }, anUtterance('m1'), LIMITS));
        await pass(LIMITS.leaseMs * 3);
        expect(await store.commit(lease, aTurn('c1'))).toEqual({ kind: 'done' });
      }),
    );

    test(
      'keeps others waiting until the last millisecond',
      withStore(plug, async ({ store, pass }) => {
        const { conversationId } = mustRun(await store.begin({ alias }, anUtterance('m1'), LIMITS));
        await pass(LIMITS.leaseMs - 1);
        expect((await store.begin({ conversationId }, undefined, LIMITS)).kind).toBe('wait');
        await pass(1);
        expect((await store.begin({ conversationId }, undefined, LIMITS)).kind).toBe('run');
      }),
    );

    test(
      'lengthens a lease by renewing it',
      withStore(plug, async ({ store, pass }) => {
        const { lease, conversationId } = mustRun(await store.begin({ alias }, anUtterance('m1'), LIMITS));
        await pass(LIMITS.leaseMs - 1);
        expect(await store.renew(lease)).toBe(true);
        await pass(LIMITS.leaseMs - 1);
        expect((await store.begin({ conversationId }, undefined, LIMITS)).kind).toBe('wait');
      }),
    );

    test(
      'says when a lease cannot be renewed any more',
      withStore(plug, async ({ store, pass }) => {
        const { lease, conversationId } = mustRun(await store.begin({ alias }, anUtterance('m1'), LIMITS));
        await pass(LIMITS.leaseMs + 1);
        await store.begin({ conversationId }, undefined, LIMITS);
        expect(await store.renew(lease)).toBe(false);
        expect(await store.renew({ ...lease, conversationId: 'nowhere' })).toBe(false);
      }),
    );

    test(
      'cannot renew what was committed and given back',
      withStore(plug, async ({ store }) => {
        const { lease } = mustRun(await store.begin({ alias }, anUtterance('m1'), LIMITS));
        await store.commit(lease, aTurn('c1'));
        expect(await store.renew(lease)).toBe(false);
      }),
    );

    test(
      'gives a lease back: the conversation is swept again, at once or later',
      withStore(plug, async ({ store, pass }) => {
        const first = mustRun(await store.begin({ alias }, anUtterance('m1'), LIMITS));
        await store.release(first.lease, 1000);
        expect(await store.sweep(10)).toEqual([]);
        await pass(1000);
        expect(await store.sweep(10)).toEqual([first.conversationId]);
        const second = mustRun(await store.begin({ conversationId: first.conversationId }, undefined, LIMITS));
        expect(second.inbox[0]).toMatchObject({ attempts: 2, event: { id: 'm1' } });
        await store.release(second.lease, 0);
        expect(await store.sweep(10)).toEqual([first.conversationId]);
      }),
    );

    test(
      'leaves a lease alone that is another one by now',
      withStore(plug, async ({ store, pass }) => {
        const first = mustRun(await store.begin({ alias }, anUtterance('m1'), LIMITS));
        await pass(LIMITS.leaseMs + 1);
        const second = mustRun(await store.begin({ conversationId: first.conversationId }, undefined, LIMITS));
        await store.release(first.lease, 0);
        expect(await store.sweep(10)).toEqual([]);
        expect((await store.commit(second.lease, aTurn('c'))).kind).toBe('done');
      }),
    );

    test(
      'does not take the same version twice in one lease',
      withStore(plug, async ({ store }) => {
        const { lease } = mustRun(await store.begin({ alias }, anUtterance('m1'), LIMITS));
        await store.begin({ alias }, anUtterance('m2'), LIMITS);
        expect((await store.commit(lease, aTurn('c1'))).kind).toBe('more');
        expect(await store.commit(lease, aTurn('c2'))).toEqual({ kind: 'fenced' });
      }),
    );

    test(
      'refuses a token that only looks alike',
      withStore(plug, async ({ store }) => {
        const { lease } = mustRun(await store.begin({ alias }, anUtterance('m1'), LIMITS));
        expect(await store.commit({ ...lease, holder: 'somebody else' }, aTurn('c1'))).toEqual({ kind: 'fenced' });
        expect(await store.commit({ ...lease, token: lease.token + 1 }, aTurn('c1'))).toEqual({ kind: 'fenced' });
        expect(await store.commit({ ...lease, conversationId: 'nowhere' }, aTurn('c1'))).toEqual({ kind: 'fenced' });
      }),
    );

    test(
      'answers a commit sent twice as the first time: done',
      withStore(plug, async ({ store }) => {
        const { lease, conversationId } = mustRun(await store.begin({ alias }, anUtterance('m1'), LIMITS));
        const turn = aTurn('c1', { outgoing: [aReply('r1')], state: aState({ turnNumber: 1 }) });
        expect(await store.commit(lease, turn)).toEqual({ kind: 'done' });
        expect(await store.commit(lease, turn)).toEqual({ kind: 'done' });
        expect(await store.claim(10)).toHaveLength(1);
        expect((await store.read(conversationId))?.turnNumber).toBe(1);
      }),
    );

    test(
      'answers a commit sent twice as the first time: done, also when more has come since',
      withStore(plug, async ({ store }) => {
        const { lease } = mustRun(await store.begin({ alias }, anUtterance('m1'), LIMITS));
        await store.commit(lease, aTurn('c1'));
        const next = mustRun(await store.begin({ alias }, anUtterance('m2'), LIMITS));
        expect(await store.commit(lease, aTurn('c1'))).toEqual({ kind: 'done' });
        expect((await store.commit(next.lease, aTurn('c2'))).kind).toBe('done');
      }),
    );

    test(
      'answers a commit sent twice as the first time: more, with the inbox as it is now',
      withStore(plug, async ({ store }) => {
        const { lease } = mustRun(await store.begin({ alias }, anUtterance('m1'), LIMITS));
        await store.begin({ alias }, anUtterance('m2'), LIMITS);
        await store.commit(lease, aTurn('c1'));
        await store.begin({ alias }, anUtterance('m3'), LIMITS);
        const again = await store.commit(lease, aTurn('c1'));
        if (again.kind !== 'more') throw new Error(again.kind);
        expect(again.inbox.map((entry) => entry.event.id)).toEqual(['m2', 'm3']);
        expect(again.lease.version).toBe(lease.version + 1);
        expect((await store.commit(again.lease, aTurn('c2', { used: 2 }))).kind).toBe('done');
      }),
    );

    test(
      'tells a repeated commit to stop when its lease is another one by now',
      withStore(plug, async ({ store, pass }) => {
        const { lease, conversationId } = mustRun(await store.begin({ alias }, anUtterance('m1'), LIMITS));
        await store.begin({ alias }, anUtterance('m2'), LIMITS);
        await store.commit(lease, aTurn('c1'));
        await pass(LIMITS.leaseMs + 1);
        mustRun(await store.begin({ conversationId }, undefined, LIMITS));
        const again = await store.commit(lease, aTurn('c1'));
        expect(again).toMatchObject({ kind: 'more', lease: { expiresAt: 0 }, inbox: [] });
      }),
    );

    test(
      'lengthens the lease with every commit that goes on',
      withStore(plug, async ({ store, pass }) => {
        const { lease, conversationId } = mustRun(await store.begin({ alias }, anUtterance('m1'), LIMITS));
        await store.begin({ alias }, anUtterance('m2'), LIMITS);
        await pass(LIMITS.leaseMs - 1);
        await store.commit(lease, aTurn('c1'));
        await pass(LIMITS.leaseMs - 1);
        expect((await store.begin({ conversationId }, undefined, LIMITS)).kind).toBe('wait');
      }),
    );

    test(
      'lays an entry aside that cannot be done, and goes on with the next',
      withStore(plug, async ({ store }) => {
        const { lease, conversationId } = mustRun(await store.begin({ alias }, anUtterance('poison'), LIMITS));
        await store.begin({ alias }, anUtterance('m2'), LIMITS);
        await store.bury(lease, 1, 'It broke three times.');
        expect(await store.deadLetters(10)).toMatchObject([
          { conversationId, kind: 'turn', why: 'It broke three times.', body: { id: 'poison' } },
        ]);
        const next = await store.commit(lease, aTurn('c1', { used: 0 }));
        expect(next.kind === 'more' && next.inbox.map((entry) => entry.event.id)).toEqual(['m2']);
        expect((await store.begin({ alias }, anUtterance('poison'), LIMITS)).kind).toBe('duplicate');
      }),
    );

    test(
      'buries nothing under a lease that was taken',
      withStore(plug, async ({ store, pass }) => {
        const { lease, conversationId } = mustRun(await store.begin({ alias }, anUtterance('m1'), LIMITS));
        await pass(LIMITS.leaseMs + 1);
        const next = mustRun(await store.begin({ conversationId }, undefined, LIMITS));
        await store.bury(lease, 1, 'late');
        expect(await store.deadLetters(10)).toEqual([]);
        expect((await store.commit(next.lease, aTurn('c1'))).kind).toBe('done');
      }),
    );

    test(
      'leaves nothing half done when a turn cannot be written',
      withStore(plug, async ({ store }) => {
        const { lease, conversationId } = mustRun(await store.begin({ alias }, anUtterance('m1'), LIMITS));
        const circle: Record<string, unknown> = {};
        circle['self'] = circle;
        const broken = aTurn('c1', { outgoing: [aReply('r1')], state: aState({ memory: circle as never }) });
        await expect(store.commit(lease, broken)).rejects.toThrow();
        expect(await store.claim(10)).toEqual([]);
        expect(await store.read(conversationId)).toBeUndefined();
        expect((await store.commit(lease, aTurn('c2'))).kind).toBe('done');
      }),
    );
  });
}
