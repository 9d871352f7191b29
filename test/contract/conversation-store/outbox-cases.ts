import { aState } from '../../kit/a-state.ts';
import { committed } from './committed.ts';
import type { StorePlug } from './store-plug.ts';
import { aRecord, aReply, claimedIds, TIMES } from './store-under-test.ts';
import { withStore } from './with-store.ts';

/** What leaves: in order per conversation, at least once, and records apart. */
export function outboxCases(plug: StorePlug): void {
  describe('sends what was committed', () => {
    test(
      'hands out only the first of a conversation, and the next after it is acknowledged',
      withStore(plug, async ({ store }) => {
        await committed(store, 'a', { outgoing: [aReply('r1'), aReply('r2'), aReply('r3')] });
        const [first] = await store.claim(10);
        expect(first?.entry.id).toBe('r1');
        expect(await claimedIds(store)).toEqual([]);
        if (first) await store.ack(first);
        expect(await claimedIds(store)).toEqual(['r2']);
      }),
    );

    test(
      'hands out the entry exactly as it was committed',
      withStore(plug, async ({ store }) => {
        const trace = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';
        const body = { text: '「お荷物」', list: [1, null, true] };
        const entry = aReply('r1', { body, resend: 'never', epoch: 0, trace });
        const conversationId = await committed(store, 'a', { outgoing: [entry] });
        const [claim] = await store.claim(1);
        expect(claim).toMatchObject({ conversationId, entry, attempts: 0, uncertain: false });
      }),
    );

    test(
      'keeps the order over several turns',
      withStore(plug, async ({ store }) => {
        await committed(store, 'a', { outgoing: [aReply('r1')] });
        await committed(store, 'a', { outgoing: [aReply('r2'), aReply('r3')] });
        const seen: string[] = [];
        for (;;) {
          const [claim] = await store.claim(1);
          if (!claim) break;
          seen.push(claim.entry.id);
          await store.ack(claim);
        }
        expect(seen).toEqual(['r1', 'r2', 'r3']);
      }),
    );

    test(
      'serves many conversations at once, up to the limit',
      withStore(plug, async ({ store }) => {
        for (const name of ['a', 'b', 'c'])
          await committed(store, name, { outgoing: [aReply(`${name}1`), aReply(`${name}2`)] });
        expect(await claimedIds(store, 2)).toEqual(['a1', 'b1']);
        expect(await claimedIds(store, 2)).toEqual(['c1']);
      }),
    );

    test(
      'leaves a claim with whoever keeps it, for as long as it takes',
      withStore(plug, async ({ store, pass }) => {
        await committed(store, 'a', { outgoing: [aReply('r1'), aReply('r2')] });
        const [claim] = await store.claim(1);
        if (!claim) throw new Error('nothing to claim');
        for (let times = 0; times < 3; times++) {
          await pass(TIMES.claimMs * 0.6);
          expect(await store.keepClaim(claim)).toBe(true);
          expect(await claimedIds(store)).toEqual([]);
        }
        await store.ack(claim);
        expect(await store.keepClaim(claim)).toBe(false);
        expect(await claimedIds(store)).toEqual(['r2']);
      }),
    );

    test(
      'gives a claim that lapsed to another, and not back',
      withStore(plug, async ({ store, pass }) => {
        await committed(store, 'a', { outgoing: [aReply('r1')] });
        const [lost] = await store.claim(1);
        await pass(TIMES.claimMs + 1);
        expect(await claimedIds(store)).toEqual(['r1']);
        expect(lost && (await store.keepClaim(lost))).toBe(false);
      }),
    );

    test(
      'tries again when its time has come, and nothing overtakes it meanwhile',
      withStore(plug, async ({ store, pass }) => {
        await committed(store, 'a', { outgoing: [aReply('r1'), aReply('r2')] });
        const [claim] = await store.claim(1);
        if (claim) await store.nack(claim, { afterMs: 2000 });
        expect(await claimedIds(store)).toEqual([]);
        await pass(2000);
        const [again] = await store.claim(1);
        expect(again).toMatchObject({ entry: { id: 'r1' }, attempts: 1, uncertain: false });
      }),
    );

    test(
      'lays aside what will never go through, and goes on',
      withStore(plug, async ({ store }) => {
        const conversationId = await committed(store, 'a', { outgoing: [aReply('r1'), aReply('r2')] });
        const [claim] = await store.claim(1);
        if (claim) await store.nack(claim, { dead: 'blocked' });
        expect(await store.deadLetters(10)).toMatchObject([
          { conversationId, kind: 'reply', why: 'blocked', body: { text: 'r1' } },
        ]);
        expect(await claimedIds(store)).toEqual(['r2']);
      }),
    );

    test(
      'gives an entry to another sender when the first has vanished, and says so',
      withStore(plug, async ({ store, pass }) => {
        await committed(store, 'a', { outgoing: [aReply('r1')] });
        await store.claim(1);
        await pass(TIMES.claimMs - 1);
        expect(await claimedIds(store)).toEqual([]);
        await pass(1);
        expect(await store.claim(1)).toMatchObject([{ entry: { id: 'r1' }, attempts: 1, uncertain: true }]);
      }),
    );

    test(
      'is not confused by a sender that comes back late',
      withStore(plug, async ({ store, pass }) => {
        await committed(store, 'a', { outgoing: [aReply('r1'), aReply('r2')] });
        const [late] = await store.claim(1);
        await pass(TIMES.claimMs + 1);
        const [second] = await store.claim(1);
        if (late) await store.nack(late, { dead: 'too late to say' });
        expect(await store.deadLetters(10)).toEqual([]);
        if (second) await store.ack(second);
        if (late) await store.ack(late);
        expect(await claimedIds(store)).toEqual(['r2']);
      }),
    );

    test(
      'takes a late acknowledgement for what it is: delivered',
      withStore(plug, async ({ store, pass }) => {
        await committed(store, 'a', { outgoing: [aReply('r1'), aReply('r2')] });
        const [late] = await store.claim(1);
        await pass(TIMES.claimMs + 1);
        if (late) await store.ack(late);
        expect(await claimedIds(store)).toEqual(['r2']);
      }),
    );

    test(
      'drops replies of an earlier epoch, since someone else speaks now',
      withStore(plug, async ({ store }) => {
        await committed(store, 'a', { outgoing: [aReply('old1'), aReply('old2')] });
        const state = aState({ control: { owner: 'queue', epoch: 1, since: '2026-11-24T09:00:00.000Z' } });
        await committed(store, 'a', { state, outgoing: [aReply('new', { epoch: 1 })] });
        expect(await claimedIds(store)).toEqual(['new']);
        expect((await store.deadLetters(10)).map((letter) => letter.body)).toEqual([
          { text: 'old2' },
          { text: 'old1' },
        ]);
      }),
    );

    test(
      'keeps effects of an earlier epoch',
      withStore(plug, async ({ store }) => {
        await committed(store, 'a', { outgoing: [aReply('e1', { kind: 'effect' })] });
        const state = aState({ control: { owner: 'queue', epoch: 1, since: '2026-11-24T09:00:00.000Z' } });
        await committed(store, 'a', { state, outgoing: [] });
        expect(await claimedIds(store)).toEqual(['e1']);
      }),
    );

    test(
      'keeps records apart from replies, oldest first, until they are acknowledged',
      withStore(plug, async ({ store }) => {
        await committed(store, 'a', { outgoing: [aRecord('t1'), aReply('r1'), aRecord('t2')] });
        await committed(store, 'b', { outgoing: [aRecord('t3')] });
        expect((await store.claimRecords(2)).map((entry) => entry.id)).toEqual(['t1', 't2']);
        expect((await store.claimRecords(10)).map((entry) => entry.id)).toEqual(['t1', 't2', 't3']);
        await store.ackRecords(['t1', 't3', 'never seen']);
        expect(await store.claimRecords(10)).toMatchObject([{ id: 't2', kind: 'record', body: { id: 't2' } }]);
        expect(await claimedIds(store)).toEqual(['r1']);
      }),
    );

    test(
      'keeps what is to be sent over a restart',
      withStore(plug, async ({ store, reopen }) => {
        await committed(store, 'a', { outgoing: [aReply('r1'), aRecord('t1')] });
        const again = await reopen();
        expect(await claimedIds(again)).toEqual(['r1']);
        expect((await again.claimRecords(10)).map((entry) => entry.id)).toEqual(['t1']);
      }),
    );

    test(
      'gives letters newest first, up to the limit',
      withStore(plug, async ({ store }) => {
        await committed(store, 'a', { outgoing: [aReply('r1'), aReply('r2'), aReply('r3')] });
        for (let n = 0; n < 3; n++) {
          const [claim] = await store.claim(1);
          if (claim) await store.nack(claim, { dead: `why ${n}` });
        }
        expect((await store.deadLetters(2)).map((letter) => letter.why)).toEqual(['why 2', 'why 1']);
      }),
    );
  });
}
