import { anUtterance } from '../../kit/an-event.ts';
import { committed } from './committed.ts';
import type { StorePlug } from './store-plug.ts';
import { aRecord, aReply, aTurn, claimedIds, LIMITS, mustRun, TIMES } from './store-under-test.ts';
import { withStore } from './with-store.ts';

/** What keeps a store in order: letters, numbers, conversations that go. */
export function upkeepCases(plug: StorePlug): void {
  describe('drops a letter', () => {
    test(
      'by its number, once, and leaves the others',
      withStore(plug, async ({ store }) => {
        await committed(store, 'a', { outgoing: [aReply('r1'), aReply('r2')] });
        for (let n = 0; n < 2; n++) {
          const [claim] = await store.claim(1);
          if (claim) await store.nack(claim, { dead: `why ${n}` });
        }
        const [, older] = await store.deadLetters(10);
        expect(await store.dropLetter(older?.id ?? 0)).toBe(true);
        expect(await store.dropLetter(older?.id ?? 0)).toBe(false);
        expect((await store.deadLetters(10)).map((letter) => letter.why)).toEqual(['why 1']);
      }),
    );
  });

  describe('tells what waits', () => {
    test(
      'conversations in inbox and outbox, records and letters, until they are done with',
      withStore(plug, async ({ store }) => {
        const nothing = { inbox: 0, outbox: 0, records: 0, deadLetters: 0 };
        expect(await store.depths()).toEqual(nothing);
        await committed(store, 'a', { outgoing: [aReply('r1'), aReply('r2'), aRecord('t1')] });
        const run = mustRun(await store.begin({ alias: 'b' }, anUtterance('m1'), LIMITS));
        await store.begin({ alias: 'b' }, anUtterance('m2'), LIMITS);
        expect(await store.depths()).toEqual({ inbox: 1, outbox: 1, records: 1, deadLetters: 0 });
        await store.bury(run.lease, 2, 'it broke');
        await store.ackRecords(['t1']);
        for (let n = 0; n < 2; n++) {
          const [claim] = await store.claim(1);
          if (claim) await store.ack(claim);
        }
        expect(await store.depths()).toEqual({ ...nothing, deadLetters: 2 });
      }),
    );
  });

  describe('forgets a conversation', () => {
    test(
      'and gives the archive a last record of it, after all others, also when there is nothing any more',
      withStore(plug, async ({ store }) => {
        const gone = await committed(store, 'a', { outgoing: [aRecord('t1')] });
        expect(await store.erase(gone, aRecord('last'))).toBe(true);
        const claimed = async () => (await store.claimRecords(10)).map(({ id, kind, body }) => ({ id, kind, body }));
        const { id, kind, body } = aRecord('last');
        expect(await claimed()).toEqual([{ id, kind, body }]);
        await store.ackRecords(['last']);
        expect(await claimed()).toEqual([]);
        for (const other of [gone, 'no id of this store']) {
          expect(await store.erase(other, aRecord('last'))).toBe(false);
          expect(await claimed()).toEqual([{ id, kind, body }]);
          await store.ackRecords(['last']);
        }
      }),
    );

    test(
      'with everything that belongs to it, and nothing else',
      withStore(plug, async ({ store, pass }) => {
        const timers = [{ timer: 't', at: '2026-11-24T09:00:10.000Z' }];
        const gone = await committed(store, 'a', { outgoing: [aReply('r1'), aRecord('t1')], timers });
        const kept = await committed(store, 'b', { outgoing: [aReply('r2'), aRecord('t2')] });
        await store.begin({ alias: 'a' }, anUtterance('waiting'), LIMITS);
        expect(await store.erase(gone)).toBe(true);
        expect(await store.erase(gone)).toBe(false);
        await pass(86_400_000);
        expect(await store.read(gone)).toBeUndefined();
        expect(await store.read(kept)).toBeDefined();
        expect(await claimedIds(store)).toEqual(['r2']);
        expect((await store.claimRecords(10)).map((entry) => entry.id)).toEqual(['t2']);
        expect(await store.sweep(10)).toEqual([]);
        expect(mustRun(await store.begin({ alias: 'a' }, anUtterance('waiting'), LIMITS)).conversationId).not.toBe(
          gone,
        );
      }),
    );

    test(
      'while a turn runs: its commit comes too late',
      withStore(plug, async ({ store }) => {
        const { lease, conversationId } = mustRun(await store.begin({ alias: 'a' }, anUtterance('m1'), LIMITS));
        await store.erase(conversationId);
        expect(await store.commit(lease, aTurn('c1', { outgoing: [aReply('r1')] }))).toEqual({ kind: 'fenced' });
        expect(await claimedIds(store)).toEqual([]);
      }),
    );

    test(
      'that was silent for too long, but never one that has something to do',
      withStore(plug, async ({ store, pass }) => {
        const silent = await committed(store, 'a', {});
        const busy = await committed(store, 'b', { outgoing: [aReply('r1')] });
        await pass(TIMES.idleMs + 1);
        await store.sweep(10);
        expect(await store.read(silent)).toBeUndefined();
        expect(await store.read(busy)).toBeDefined();
      }),
    );
  });
}
