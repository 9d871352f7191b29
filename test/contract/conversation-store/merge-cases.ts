import type { ConversationStore } from '../../../integrations/conversation-store/conversation-store.ts';
import { aState } from '../../kit/a-state.ts';
import { anUtterance } from '../../kit/an-event.ts';
import type { StorePlug } from './store-plug.ts';
import { aReply, aTurn, LIMITS, mustRun } from './store-under-test.ts';
import { withStore } from './with-store.ts';

async function conversation(store: ConversationStore, alias: string): Promise<string> {
  const run = mustRun(await store.begin({ alias }, anUtterance('hello'), LIMITS));
  await store.commit(run.lease, aTurn(`begin-${run.conversationId}`));
  return run.conversationId;
}

/** Lets the older one end in the newer one. */
async function merge(store: ConversationStore, from: string, to: string, turn: Parameters<typeof aTurn>[1] = {}) {
  const run = mustRun(await store.begin({ conversationId: from }, anUtterance(`merge-${from}`), LIMITS));
  return store.commit(run.lease, aTurn(`merge-${from}-${to}`, { ...turn, movedTo: to }));
}

/** Two conversations that become one. */
export function mergeCases(plug: StorePlug): void {
  describe('lets a conversation go on in another', () => {
    test(
      'tells where it went, whoever asks by its id',
      withStore(plug, async ({ store }) => {
        const old = await conversation(store, 'a');
        const young = await conversation(store, 'b');
        await merge(store, old, young);
        expect(await store.begin({ conversationId: old }, anUtterance('m2'), LIMITS)).toEqual({
          kind: 'moved',
          to: young,
        });
        expect(await store.begin({ conversationId: old }, undefined, LIMITS)).toEqual({ kind: 'moved', to: young });
        expect(mustRun(await store.begin({ conversationId: young }, anUtterance('m2'), LIMITS)).inbox).toHaveLength(1);
      }),
    );

    test(
      'leads its addresses on',
      withStore(plug, async ({ store }) => {
        const old = await conversation(store, 'a');
        const young = await conversation(store, 'b');
        await merge(store, old, young);
        expect(mustRun(await store.begin({ alias: 'a' }, anUtterance('m2'), LIMITS)).conversationId).toBe(young);
      }),
    );

    test(
      'corrects a caller that still believes in the old one',
      withStore(plug, async ({ store }) => {
        const old = await conversation(store, 'a');
        const young = await conversation(store, 'b');
        await merge(store, old, young);
        const event = anUtterance('m2');
        expect(await store.begin({ alias: 'a', known: old }, event, LIMITS)).toEqual({ kind: 'moved', to: young });
        expect(mustRun(await store.begin({ alias: 'a', known: young }, event, LIMITS)).conversationId).toBe(young);
      }),
    );

    test(
      'follows several moves at once',
      withStore(plug, async ({ store }) => {
        const [a, b, c] = [
          await conversation(store, 'a'),
          await conversation(store, 'b'),
          await conversation(store, 'c'),
        ];
        await merge(store, a, b);
        await merge(store, b, c);
        expect(await store.begin({ conversationId: a }, anUtterance('m2'), LIMITS)).toEqual({ kind: 'moved', to: c });
        expect(mustRun(await store.begin({ alias: 'a' }, anUtterance('m2'), LIMITS)).conversationId).toBe(c);
      }),
    );

    test(
      'hands on what was waiting, in order, behind what waits there',
      withStore(plug, async ({ store }) => {
        const old = await conversation(store, 'a');
        const young = await conversation(store, 'b');
        const there = mustRun(await store.begin({ alias: 'b' }, anUtterance('b1'), LIMITS));
        const run = mustRun(await store.begin({ conversationId: old }, anUtterance('merge'), LIMITS));
        for (const id of ['a1', 'a2']) await store.begin({ alias: 'a' }, anUtterance(id), LIMITS);
        expect(await store.commit(run.lease, aTurn('m', { movedTo: young }))).toEqual({ kind: 'done' });
        const next = await store.commit(there.lease, aTurn('c'));
        expect(next.kind === 'more' && next.inbox.map((entry) => entry.event.id)).toEqual(['a1', 'a2']);
        expect((await store.begin({ alias: 'a' }, anUtterance('a1'), LIMITS)).kind).toBe('duplicate');
      }),
    );

    test(
      'still sends what the old one had to say',
      withStore(plug, async ({ store }) => {
        const old = await conversation(store, 'a');
        const young = await conversation(store, 'b');
        await merge(store, old, young, { outgoing: [aReply('last words')] });
        expect((await store.claim(10)).map((claim) => claim.entry.id)).toEqual(['last words']);
      }),
    );

    test(
      'ends the timers of the old one',
      withStore(plug, async ({ store, pass }) => {
        const old = await conversation(store, 'a');
        const young = await conversation(store, 'b');
        await merge(store, old, young, { timers: [{ timer: 't', at: '2026-11-24T09:00:01.000Z' }] });
        await pass(10_000);
        expect(await store.sweep(10)).toEqual([]);
      }),
    );

    test(
      'keeps the parked stack that the survivor takes in',
      withStore(plug, async ({ store }) => {
        const old = await conversation(store, 'a');
        const young = await conversation(store, 'b');
        await merge(store, old, young);
        const run = mustRun(await store.begin({ conversationId: young }, anUtterance('take in'), LIMITS));
        await store.commit(run.lease, aTurn('take', { state: aState({ parked: [[]] }) }));
        expect((await store.read(young))?.parked).toEqual([[]]);
      }),
    );

    test(
      'refuses to go on in itself, in nothing, or in a circle',
      withStore(plug, async ({ store }) => {
        const old = await conversation(store, 'a');
        const young = await conversation(store, 'b');
        await expect(merge(store, old, old)).rejects.toThrow();
        const run = mustRun(await store.begin({ alias: 'b' }, anUtterance('x'), LIMITS));
        await expect(store.commit(run.lease, aTurn('nowhere', { movedTo: 'nowhere' }))).rejects.toThrow();
        await store.commit(run.lease, aTurn('b moves', { movedTo: old }));
        expect(await store.begin({ conversationId: young }, undefined, LIMITS)).toEqual({ kind: 'moved', to: old });
      }),
    );

    test(
      'answers the same when the merging commit is sent again',
      withStore(plug, async ({ store }) => {
        const old = await conversation(store, 'a');
        const young = await conversation(store, 'b');
        const run = mustRun(await store.begin({ conversationId: old }, anUtterance('merge'), LIMITS));
        const turn = aTurn('m', { movedTo: young });
        expect(await store.commit(run.lease, turn)).toEqual({ kind: 'done' });
        expect(await store.commit(run.lease, turn)).toEqual({ kind: 'done' });
      }),
    );
  });
}
