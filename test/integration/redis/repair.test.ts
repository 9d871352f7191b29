import { once } from 'node:events';
import type { Redis } from 'ioredis';
import type { ConversationStore } from '../../../integrations/conversation-store/conversation-store.ts';
import {
  createRedisStore,
  type RedisConnection,
  type RepairCounts,
} from '../../../integrations/conversation-store/redis/index.ts';
import { aRecord, aReply, aTurn, LIMITS, mustRun } from '../../contract/conversation-store/store-under-test.ts';
import { aState } from '../../kit/a-state.ts';
import { anUtterance } from '../../kit/an-event.ts';
import { redisForSuite } from '../../kit/redis-for-suite.ts';
import { whereRedisIs } from '../../kit/redis-server.ts';
import { until } from '../../kit/until.ts';
import { faultyRedis } from './faulty-redis.ts';

/** Puts everything back to how it is now, as a replica does that had not heard of what came after. */
async function snapshot(redis: RedisConnection['redis']) {
  const copies: [string, Buffer, number][] = [];
  for (const key of await redis.keys('*')) {
    const copy = await redis.dumpBuffer(key);
    if (copy) copies.push([key, copy, Math.max(0, await redis.pttl(key))]);
  }
  return async () => {
    await redis.flushall();
    for (const [key, copy, ttl] of copies) await redis.restore(key, ttl, copy);
  };
}

whereRedisIs('after a change of the master that took back writes', () => {
  const here = redisForSuite();
  beforeEach(() => here.redis.flushall());
  const running: ConversationStore[] = [];
  afterEach(async () => {
    for (const store of running.splice(0)) await store.close();
  });

  function aProcess() {
    const faulty = faultyRedis(here.redis);
    const counts: RepairCounts[] = [];
    // The client itself is only listened to for its connections; calls go through the faulty one.
    const redis = faulty.redis as Redis;
    const store = createRedisStore({
      ...{ redis, claimMs: 10_000, idleMs: 86_400_000, lookMs: 0 },
      onRepair: (one) => void counts.push(one),
    });
    running.push(store);
    const turn = async (n: number, version = n) => {
      const run = mustRun(await store.begin({ alias: 'a' }, anUtterance(`m${n}`), LIMITS));
      const outgoing = [aReply(`r${n}`), aRecord(`t${n}`)];
      await store.commit(
        run.lease,
        aTurn(`c${n}`, { state: aState({ turnNumber: version }), outgoing, reply: `said ${n}` }),
      );
      return run.conversationId;
    };
    /** Redis does not answer, and then it does. */
    const goAwayAndBack = async () => {
      faulty.next('drop', 'drop');
      await store.depths().catch(() => undefined);
      await store.depths();
    };
    /** As that; gives what became of the commits that were taken back meanwhile. */
    const lose = async () => {
      await goAwayAndBack();
      await until(() => counts.length > 0, Boolean);
      return counts;
    };
    return { store, turn, goAwayAndBack, lose, loseNext: () => faulty.next('lose'), counts };
  }

  test('a process offers its last commits again, and everything is as it was', async () => {
    const { store, turn, lose } = aProcess();
    const id = await turn(1);
    const rollBack = await snapshot(here.redis);
    await turn(2);
    const [first] = await store.claim(1);
    if (first) await store.ack(first);
    await turn(3);
    await rollBack();
    expect((await store.read(id))?.turnNumber).toBe(1);
    expect(await lose()).toEqual([{ repaired: 2, unrepairable: 0 }]);
    expect((await store.read(id))?.turnNumber).toBe(3);
    for (const n of [2, 3]) {
      expect(await store.begin({ alias: 'a' }, anUtterance(`m${n}`), LIMITS)).toMatchObject({
        kind: 'duplicate',
        reply: `said ${n}`,
      });
    }
    expect(await store.sweep(10)).toEqual([]);
    expect((await store.claimRecords(10)).map((entry) => entry.id).sort()).toEqual(['t1', 't2', 't3']);
    const run = mustRun(await store.begin({ alias: 'a' }, anUtterance('m4'), LIMITS));
    expect(run.state?.turnNumber).toBe(3);
  });

  test('an event that was taken and has no turn yet is brought in again', async () => {
    const { store, turn, goAwayAndBack } = aProcess();
    const id = await turn(1);
    const rollBack = await snapshot(here.redis);
    const run = mustRun(await store.begin({ conversationId: id }, anUtterance('m2'), LIMITS));
    expect(run.inbox).toHaveLength(1);
    await rollBack();
    expect(await store.sweep(10)).toEqual([]);
    await goAwayAndBack();
    await until(
      () => store.sweep(10),
      (waiting) => waiting.includes(id),
    );
    expect(mustRun(await store.begin({ conversationId: id }, undefined, LIMITS)).inbox).toMatchObject([
      { event: { id: 'm2' } },
    ]);
  });

  test('what several processes took goes to the places that it had, and nothing new comes before it', async () => {
    const [one, other] = [aProcess(), aProcess()];
    const id = await one.turn(1);
    const takeBack = await snapshot(here.redis);
    const begun = mustRun(await one.store.begin({ alias: 'a' }, anUtterance('m2'), { ...LIMITS, leaseMs: 1 }));
    for (const [n, { store }] of [other, one, other].entries())
      await store.begin({ alias: 'a' }, anUtterance(`m${n + 3}`), { ...LIMITS, leaseMs: 1 });
    expect(begun.conversationId).toBe(id);
    await takeBack();
    here.redis.emit('ready');
    const next = mustRun(await other.store.begin({ alias: 'a' }, anUtterance('m6'), LIMITS));
    expect(next.inbox.map(({ event }) => event.id)).toEqual(['m2', 'm3', 'm4', 'm5', 'm6']);
  });

  test('of two events the one whose turn was committed is not brought in again', async () => {
    const { store, turn, lose } = aProcess();
    await turn(1);
    const rollBack = await snapshot(here.redis);
    const id = await turn(2);
    await store.begin({ conversationId: id }, anUtterance('m3'), LIMITS);
    await rollBack();
    await lose();
    await until(
      () => store.sweep(10),
      (waiting) => waiting.includes(id),
    );
    expect(mustRun(await store.begin({ conversationId: id }, undefined, LIMITS)).inbox).toMatchObject([
      { event: { id: 'm3' } },
    ]);
  });

  test('a conversation that was lost from its beginning is there again, under its address', async () => {
    const { store, turn, lose } = aProcess();
    const rollBack = await snapshot(here.redis);
    const id = await turn(1);
    await turn(2);
    await rollBack();
    expect(await lose()).toEqual([{ repaired: 2, unrepairable: 0 }]);
    const run = mustRun(await store.begin({ alias: 'a' }, anUtterance('m3'), LIMITS));
    expect(run.conversationId).toBe(id);
    expect(run.state?.turnNumber).toBe(2);
  });

  test('whoever runs a turn on the old state meanwhile is fenced', async () => {
    const { store, turn, lose } = aProcess();
    await turn(1);
    const rollBack = await snapshot(here.redis);
    await turn(2);
    await rollBack();
    const other = createRedisStore({ redis: here.redis, claimMs: 10_000, idleMs: 86_400_000 });
    const late = mustRun(await other.begin({ alias: 'a' }, anUtterance('m3'), LIMITS));
    expect(late.state?.turnNumber).toBe(1);
    expect(await lose()).toEqual([{ repaired: 1, unrepairable: 0 }]);
    expect(await other.commit(late.lease, aTurn('c3'))).toEqual({ kind: 'fenced' });
    expect((await store.read(late.conversationId))?.turnNumber).toBe(2);
  });

  test('what cannot be repaired is counted, and nothing newer is overwritten', async () => {
    const { store, turn, lose } = aProcess();
    await turn(1);
    const rollBack = await snapshot(here.redis);
    const id = await turn(2);
    await rollBack();
    const other = createRedisStore({ redis: here.redis, claimMs: 10_000, idleMs: 86_400_000 });
    const run = mustRun(await other.begin({ alias: 'a' }, anUtterance('m9'), LIMITS));
    await other.commit(run.lease, aTurn('c9', { state: aState({ turnNumber: 9 }) }));
    expect(await lose()).toEqual([{ repaired: 0, unrepairable: 1 }]);
    expect((await store.read(id))?.turnNumber).toBe(9);
  });

  test('what was erased stays away, also where the answer to that was lost', async () => {
    const { store, turn, loseNext, counts } = aProcess();
    const id = await turn(1);
    loseNext();
    await store.erase(id);
    await store.close();
    expect(await store.read(id)).toBeUndefined();
    expect(await here.redis.keys(`*${id}*`)).toEqual([]);
    expect(counts).toEqual([]);
  });

  test('what another process erased stays away', async () => {
    const { store, turn, goAwayAndBack, counts } = aProcess();
    const id = await turn(1);
    const other = createRedisStore({ redis: here.redis, claimMs: 10_000, idleMs: 86_400_000 });
    expect(await other.erase(id)).toBe(true);
    await goAwayAndBack();
    expect(await store.read(id)).toBeUndefined();
    expect(counts).toEqual([]);
  });

  test('what was never taken back is left alone', async () => {
    const { store, turn, counts } = aProcess();
    await turn(1);
    const id = await turn(2);
    const back = once(here.redis, 'ready');
    here.redis.disconnect(true);
    await back;
    await store.sweep(10);
    expect((await store.read(id))?.turnNumber).toBe(2);
    expect((await store.claim(10)).map(({ entry }) => entry.id)).toEqual(['r1']);
    expect(await store.claimRecords(10)).toHaveLength(2);
    expect(counts).toEqual([]);
  });
});
