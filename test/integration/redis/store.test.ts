import { Redis } from 'ioredis';
import { aRecord, aReply, aTurn, LIMITS, mustRun } from '../../contract/conversation-store/store-under-test.ts';
import { aState } from '../../kit/a-state.ts';
import { anUtterance } from '../../kit/an-event.ts';
import { redisForSuite } from '../../kit/redis-for-suite.ts';
import { whereRedisIs } from '../../kit/redis-server.ts';
import { faultyRedis } from './faulty-redis.ts';
import { newInstall } from './new-install.ts';

whereRedisIs('conversations in Redis', () => {
  const here = redisForSuite();
  const install = () => newInstall(() => here.redis);

  /** How often scripts ran: all that the path of a turn sends. */
  async function calls(): Promise<number> {
    const stats = (await here.redis.info('commandstats')).matchAll(/cmdstat_eval(?:sha)?:calls=(\d+)/g);
    return [...stats].reduce((total, [, count]) => total + Number(count), 0);
  }
  async function callsOf(work: () => Promise<unknown>): Promise<number> {
    const before = await calls();
    await work();
    return (await calls()) - before;
  }

  test('a turn is two round trips, and one more after the reply', async () => {
    const store = install()({ lookMs: 60_000 });
    const turn = async (n: number) => {
      const run = mustRun(await store.begin({ alias: 'a' }, anUtterance(`m${n}`), LIMITS));
      await store.commit(run.lease, aTurn(`c${n}`, { outgoing: [aReply(`r${n}`)] }));
    };
    const send = async () => {
      const [claim] = await store.claim(10);
      if (claim) await store.ack(claim);
    };
    await turn(0);
    await send();
    expect(await callsOf(() => turn(1))).toBe(2);
    expect(await callsOf(send)).toBe(1);
    expect(await callsOf(send)).toBe(0);
  });

  test('a burst is two round trips per message, less those that wait', async () => {
    const store = install()();
    const first = mustRun(await store.begin({ alias: 'a' }, anUtterance('m0'), LIMITS));
    const trips = await callsOf(async () => {
      for (let n = 1; n < 10; n++) await store.begin({ alias: 'a' }, anUtterance(`m${n}`), { ...LIMITS, inboxMax: 10 });
      let { lease } = first;
      for (let n = 0; n < 10; n++) {
        const next = await store.commit(lease, aTurn(`c${n}`));
        if (next.kind === 'more') lease = next.lease;
      }
    });
    expect(trips).toBe(9 + 10);
  });

  test('an idle process asks each partition once per look, whatever it looks for', async () => {
    const store = install()({ lookMs: 60_000 });
    const idle = async () => {
      await store.sweep(20);
      await store.claim(50);
      await store.claimRecords(200);
    };
    await idle();
    expect(await callsOf(idle)).toBe(64);
  });

  test('scripts that Redis forgot are told it again, in the middle of everything', async () => {
    const store = install()();
    const admin = new Redis(here.url);
    let busy = true;
    const flushing = (async () => {
      while (busy) await admin.script('FLUSH');
    })();
    const talks = Array.from({ length: 8 }, async (_, talk) => {
      for (let n = 0; n < 25; n++) {
        const run = mustRun(await store.begin({ alias: `a${talk}` }, anUtterance(`m${n}`), LIMITS));
        expect((await store.commit(run.lease, aTurn(`c${talk}-${n}`, { state: aState({ turnNumber: n }) }))).kind).toBe(
          'done',
        );
      }
    });
    await Promise.all(talks);
    busy = false;
    await flushing;
    admin.disconnect();
  });

  test('an answer that was lost is answered again: nothing twice, nothing for another to wait for', async () => {
    const { redis, next } = faultyRedis(here.redis);
    const store = newInstall(() => redis)();
    next('lose');
    const run = mustRun(await store.begin({ alias: 'a' }, anUtterance('m1'), LIMITS));
    expect(run.inbox.map(({ event, attempts }) => [event.id, attempts])).toEqual([['m1', 1]]);
    const turn = aTurn('c1', { outgoing: [aReply('r1'), aReply('r2')] });
    next('lose', 'lose');
    await expect(store.commit(run.lease, turn)).rejects.toMatchObject({ entry: { code: 'store_unavailable' } });
    expect(await store.commit(run.lease, turn)).toEqual({ kind: 'done' });
    const [first] = await store.claim(10);
    expect(first).toMatchObject({ entry: { id: 'r1' }, attempts: 0, uncertain: false });
    next('lose');
    if (first) await store.ack(first);
    expect(await store.claim(10)).toMatchObject([{ entry: { id: 'r2' }, attempts: 0, uncertain: false }]);
  });

  test('what Redis refuses comes out as one error, without a customer in it', async () => {
    const { redis, next } = faultyRedis(here.redis);
    const store = newInstall(() => redis)();
    next('drop', 'drop');
    const fault: unknown = await store
      .begin({ alias: 'mail:secret@example.com' }, anUtterance('m1'), LIMITS)
      .catch((e) => e);
    expect(fault).toMatchObject({ entry: { code: 'store_unavailable' } });
    expect(String(fault)).not.toContain('secret');
  });

  test('no key and no letter tells who the customer is', async () => {
    const prefix = 'who';
    const store = newInstall(() => here.redis)({ prefix });
    const run = mustRun(await store.begin({ alias: 'sms:+81312345678' }, anUtterance('m1'), LIMITS));
    await store.count('tries', '+81312345678', 60_000);
    await store.commit(run.lease, aTurn('c1'));
    const names = await here.redis.keys(`${prefix}:*`);
    expect(names.length).toBeGreaterThan(3);
    expect(names.filter((name) => name.includes('81312345678'))).toEqual([]);
  });

  test('what is too large is refused before anything is written', async () => {
    const store = install()({ outboxMax: 2 });
    const run = mustRun(await store.begin({ alias: 'a' }, anUtterance('m1'), LIMITS));
    const large = aState({ memory: { note: 'あ'.repeat(22_000) } });
    await expect(store.commit(run.lease, aTurn('c1', { state: large }))).rejects.toThrow(/state has \d+ bytes/);
    const three = [aReply('r1'), aReply('r2'), aReply('r3')];
    await expect(store.commit(run.lease, aTurn('c1', { outgoing: three }))).rejects.toThrow(/wait to be sent/);
    expect(await store.read(run.conversationId)).toBeUndefined();
    expect(await store.claim(10)).toEqual([]);
    expect(await store.commit(run.lease, aTurn('c1'))).toEqual({ kind: 'done' });
  });

  test('records over the cap go, the oldest first', async () => {
    const dropped: number[] = [];
    const store = install()({ recordsMax: 3, onDrop: (records) => void dropped.push(records) });
    const run = mustRun(await store.begin({ alias: 'a' }, anUtterance('m1'), LIMITS));
    const records = Array.from({ length: 5 }, (_, n) => aRecord(`t${n}`));
    await store.commit(run.lease, aTurn('c1', { outgoing: records }));
    expect((await store.claimRecords(10)).map((entry) => entry.id)).toEqual(['t2', 't3', 't4']);
    expect(dropped).toEqual([2]);
  });

  describe('for several processes', () => {
    test('one process reads the records of a partition at a time, and another when it has left', async () => {
      const process = install();
      const [one, other] = [process(), process()];
      const run = mustRun(await one.begin({ alias: 'a' }, anUtterance('m1'), LIMITS));
      await one.commit(run.lease, aTurn('c1', { outgoing: [aRecord('t1')] }));
      expect(await one.claimRecords(10)).toHaveLength(1);
      expect(await other.claimRecords(10)).toEqual([]);
      await one.close();
      expect(await other.claimRecords(10)).toHaveLength(1);
    });

    test('what a process took and did not begin is another one’s as soon as it leaves', async () => {
      const process = install();
      const [one, other] = [process(), process()];
      const run = mustRun(await one.begin({ alias: 'a' }, anUtterance('m1'), LIMITS));
      await one.commit(run.lease, aTurn('c1', { outgoing: [aReply('r1')] }));
      expect(await other.claim(10)).toEqual([]);
      await one.close();
      expect(await other.claim(10)).toMatchObject([{ entry: { id: 'r1' }, attempts: 0, uncertain: false }]);
    });

    test('a message that this process wrote is not sent by it when someone else speaks by then', async () => {
      const process = install();
      const [one, other] = [process(), process()];
      const run = mustRun(await one.begin({ alias: 'a' }, anUtterance('m1'), LIMITS));
      await one.commit(run.lease, aTurn('c1', { outgoing: [aReply('old')] }));
      const next = mustRun(await other.begin({ alias: 'a' }, anUtterance('m2'), LIMITS));
      const control = { owner: 'queue', epoch: 1, since: '2026-11-24T09:00:00.000Z' } as const;
      await other.commit(
        next.lease,
        aTurn('c2', { state: aState({ control }), outgoing: [aReply('new', { epoch: 1 })] }),
      );
      await one.close();
      expect((await other.claim(10)).map(({ entry }) => entry.id)).toEqual(['new']);
    });

    test('each goes on from the other’s state, whatever it remembers itself', async () => {
      const process = install();
      const stores = [process(), process({ statesMaxBytes: 0 })];
      for (let n = 0; n < 6; n++) {
        const store = stores[n % 2] ?? process();
        const run = mustRun(await store.begin({ alias: 'a' }, anUtterance(`m${n}`), LIMITS));
        expect(run.state?.turnNumber).toBe(n === 0 ? undefined : n - 1);
        await store.commit(run.lease, aTurn(`c${n}`, { state: aState({ turnNumber: n }) }));
        const again = mustRun(await store.begin({ alias: 'a' }, anUtterance(`again${n}`), LIMITS));
        expect(again.state).toEqual(aState({ turnNumber: n }));
        await store.commit(again.lease, aTurn(`d${n}`, { state: aState({ turnNumber: n }) }));
      }
    });

    test('an address that leads elsewhere by now leads everybody there', async () => {
      const process = install();
      const [one, other] = [process(), process()];
      for (const alias of Array.from({ length: 12 }, (_, n) => `alias-${n}`)) {
        const old = mustRun(await one.begin({ alias }, anUtterance('m1'), LIMITS));
        await one.commit(old.lease, aTurn(`c-${alias}`));
        const target = mustRun(await other.begin({ alias: `to ${alias}` }, anUtterance('m1'), LIMITS));
        await other.commit(target.lease, aTurn(`d-${alias}`, { aliases: [alias] }));
        for (const store of [one, other, process()]) {
          const found = mustRun(await store.begin({ alias }, anUtterance(`m-${Math.random()}`), LIMITS));
          expect(found.conversationId).toBe(target.conversationId);
          await store.release(found.lease, 0);
        }
      }
    });

    test('a conversation that one erased is gone for the other, which knew it', async () => {
      const process = install();
      const [one, other] = [process(), process()];
      const run = mustRun(await one.begin({ alias: 'a' }, anUtterance('m1'), LIMITS));
      await one.commit(run.lease, aTurn('c1', { aliases: ['b'] }));
      await other.erase(run.conversationId);
      for (const alias of ['a', 'b']) {
        const anew = mustRun(await one.begin({ alias }, anUtterance('m1'), LIMITS));
        expect(anew.conversationId).not.toBe(run.conversationId);
      }
      expect(await here.redis.keys(`*${run.conversationId}*`)).toEqual([]);
    });
  });

  describe('when a process dies between two partitions', () => {
    const talk = async (store: ReturnType<ReturnType<typeof install>>, alias: string) => {
      const run = mustRun(await store.begin({ alias }, anUtterance('hello'), LIMITS));
      await store.commit(run.lease, aTurn(`c-${run.conversationId}`));
      return run.conversationId;
    };

    test('a sweep of another carries over what waits in a conversation that has moved', async () => {
      const faulty = faultyRedis(here.redis);
      let redis = here.redis;
      const process = newInstall(() => redis);
      const other = process();
      redis = faulty.redis;
      const dying = process({ takesAtOnce: false });
      const [old, young] = [await talk(dying, 'old'), await talk(dying, 'young')];
      const run = mustRun(await dying.begin({ conversationId: old }, anUtterance('merge'), LIMITS));
      await dying.begin({ conversationId: old }, anUtterance('waits'), LIMITS);
      // the promise and the commit go through, and nothing after them
      faulty.next('pass', 'pass', ...Array.from({ length: 50 }, () => 'drop' as const));
      const merged = await dying.commit(run.lease, aTurn('merge', { movedTo: young }));
      expect(merged).toEqual({ kind: 'done' });
      expect(await other.sweep(10)).toEqual([young]);
      const next = mustRun(await other.begin({ alias: 'old' }, anUtterance('more'), LIMITS));
      expect(next.conversationId).toBe(young);
      expect(next.inbox.map(({ event }) => event.id)).toEqual(['waits', 'more']);
      expect((await other.begin({ alias: 'old' }, anUtterance('hello'), LIMITS)).kind).toBe('duplicate');
    });

    test('a sweep of another forgets the rest of what was to be forgotten', async () => {
      const faulty = faultyRedis(here.redis);
      let redis = here.redis;
      const process = newInstall(() => redis);
      const other = process();
      redis = faulty.redis;
      const dying = process();
      const run = mustRun(await dying.begin({ alias: 'a' }, anUtterance('m1'), LIMITS));
      await dying.commit(run.lease, aTurn('c1', { outgoing: [aRecord('t1')], aliases: ['b', 'c', 'd'] }));
      faulty.next('pass', ...Array.from({ length: 50 }, () => 'drop' as const));
      expect(await dying.erase(run.conversationId)).toBe(true);
      expect(await other.claimRecords(10)).toHaveLength(1);
      await other.sweep(10);
      expect(await other.claimRecords(10)).toEqual([]);
      expect(await here.redis.keys(`*${run.conversationId}*`)).toEqual([]);
    });
  });

  test('of two conversations that would end in each other at once, one does', async () => {
    const process = install();
    for (let n = 0; n < 20; n++) {
      const [one, other] = [process(), process()];
      const a = mustRun(await one.begin({ alias: `a${n}` }, anUtterance('m1'), LIMITS));
      const b = mustRun(await other.begin({ alias: `b${n}` }, anUtterance('m1'), LIMITS));
      const answers = await Promise.allSettled([
        one.commit(a.lease, aTurn('c1', { movedTo: b.conversationId })),
        other.commit(b.lease, aTurn('c2', { movedTo: a.conversationId })),
      ]);
      expect(answers.filter((answer) => answer.status === 'fulfilled')).toHaveLength(1);
    }
  });
});
