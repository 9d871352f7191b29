import fc from 'fast-check';
import type { ConversationStore, Lease } from '../../integrations/conversation-store/conversation-store.ts';
import { createRedisUnderTest } from '../contract/conversation-store/redis-under-test.ts';
import { aRecord, aReply, aTurn, TIMES } from '../contract/conversation-store/store-under-test.ts';
import { aState } from '../kit/a-state.ts';
import { anUtterance } from '../kit/an-event.ts';
import { redisForSuite } from '../kit/redis-for-suite.ts';
import { whereRedisIs } from '../kit/redis-server.ts';

const LIMITS = { leaseMs: 10_000, dedupeMs: 3_600_000_000, inboxMax: 100 };

/** What one caller does next. All callers do theirs at the same time; the order in which Redis takes them is the network's. */
type Act =
  | 'send'
  | 'send again'
  | 'commit'
  | 'commit twice'
  | 'resume'
  | 'renew'
  | 'release'
  | 'deliver'
  | 'fall asleep';

const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 5, arbitrary: fc.constant<Act>('send') },
  { weight: 5, arbitrary: fc.constant<Act>('commit') },
  ...(['send again', 'commit twice', 'resume', 'renew', 'release', 'deliver', 'fall asleep'] as const).map((one) => ({
    weight: 2,
    arbitrary: fc.constant<Act>(one),
  })),
);
/** Rounds of what two to six callers do at once. */
const rounds = fc
  .integer({ min: 2, max: 6 })
  .chain((callers) =>
    fc.array(fc.array(act, { minLength: callers, maxLength: callers }), { minLength: 1, maxLength: 12 }),
  );

/** What everybody sees together. */
interface Seen {
  sent: number;
  /** Ids of messages in the order in which turns used them up. */
  readonly done: string[];
  readonly delivered: string[];
  readonly written: string[];
  /** Versions that were committed, each by whom it was. */
  readonly versions: Set<number>;
}

interface Caller {
  lease: Lease | undefined;
  head: string | undefined;
}

whereRedisIs('up to six callers of one conversation', () => {
  const here = redisForSuite();

  test('use each message once and in order, and say each reply once and in order, however they interleave', async () => {
    const create = createRedisUnderTest(() => here.redis, { partitions: 4, lookMs: 0 });
    await fc.assert(
      fc.asyncProperty(rounds, async (all) => {
        const { store, pass, end } = await create(TIMES);
        const seen: Seen = { sent: 0, done: [], delivered: [], written: [], versions: new Set() };
        const callers = (all[0] ?? []).map((): Caller => ({ lease: undefined, head: undefined }));
        for (const round of all) {
          await Promise.all(
            round.map((one, n) => perform(one, store, callers[n] ?? { lease: undefined, head: undefined }, seen)),
          );
          if (round.includes('fall asleep')) await pass(LIMITS.leaseMs);
        }
        await finish(store, pass, seen);
        const order = (id: string): number => Number(id.slice(1));
        expect(seen.done.map(order)).toEqual(Array.from({ length: seen.sent }, (_, n) => n));
        expect(seen.delivered).toEqual(seen.written);
        await end();
      }),
      { numRuns: 100, seed: 20261122 },
    );
  }, 120_000);
});

async function perform(what: Act, store: ConversationStore, caller: Caller, seen: Seen): Promise<void> {
  switch (what) {
    case 'send':
      return send(store, caller, seen, seen.sent++);
    case 'send again':
      return seen.sent === 0 ? undefined : send(store, caller, seen, seen.sent - 1);
    case 'resume':
      return resume(store, caller);
    case 'commit':
    case 'commit twice':
      return commit(store, caller, seen, what === 'commit twice');
    case 'renew':
      return caller.lease && void (await store.renew(caller.lease));
    case 'release':
      if (caller.lease) await store.release(caller.lease, 0);
      caller.lease = undefined;
      return;
    case 'deliver':
      return deliver(store, seen);
    case 'fall asleep':
  }
}

async function send(store: ConversationStore, caller: Caller, _: Seen, n: number): Promise<void> {
  const begun = await store.begin({ alias: 'a' }, anUtterance(`m${n}`), LIMITS);
  if (begun.kind === 'run') take(caller, begun.lease, begun.inbox[0]?.event.id);
}

async function resume(store: ConversationStore, caller: Caller): Promise<void> {
  const [id] = await store.sweep(1);
  if (id === undefined) return;
  const begun = await store.begin({ conversationId: id }, undefined, LIMITS);
  if (begun.kind === 'run') take(caller, begun.lease, begun.inbox[0]?.event.id);
}

function take(caller: Caller, lease: Lease | undefined, head: string | undefined): void {
  caller.lease = lease;
  caller.head = head;
}

async function commit(store: ConversationStore, caller: Caller, seen: Seen, twice: boolean): Promise<void> {
  const { lease, head } = caller;
  if (!lease) return;
  const id = `${lease.token}-${lease.version}`;
  const turn = aTurn(`c-${id}`, {
    used: head === undefined ? 0 : 1,
    state: aState({ turnNumber: lease.version + 1 }),
    outgoing: [aReply(`r-${id}`), aRecord(`t-${id}`)],
  });
  const answers = await Promise.all(
    twice ? [store.commit(lease, turn), store.commit(lease, turn)] : [store.commit(lease, turn)],
  );
  const [answer] = answers;
  for (const other of answers) expect(other.kind).toBe(answer?.kind);
  if (!answer || answer.kind === 'fenced') return take(caller, undefined, undefined);
  expect(seen.versions.has(lease.version)).toBe(false);
  seen.versions.add(lease.version);
  if (head !== undefined) seen.done.push(head);
  seen.written.push(`r-${id}`);
  if (answer.kind === 'more' && answer.lease.expiresAt > 0) take(caller, answer.lease, answer.inbox[0]?.event.id);
  else take(caller, undefined, undefined);
}

async function deliver(store: ConversationStore, seen: Seen): Promise<void> {
  for (const claim of await store.claim(10)) {
    seen.delivered.push(claim.entry.id);
    await store.ack(claim);
  }
}

/** Everybody left: one caller alone ends what there is. */
async function finish(store: ConversationStore, pass: (ms: number) => Promise<void>, seen: Seen): Promise<void> {
  await pass(LIMITS.leaseMs + TIMES.claimMs);
  const caller: Caller = { lease: undefined, head: undefined };
  for (;;) {
    await resume(store, caller);
    if (!caller.lease) break;
    await commit(store, caller, seen, false);
    while (caller.lease) await commit(store, caller, seen, false);
  }
  for (let left = 1; left > 0; ) {
    const claims = await store.claim(10);
    left = claims.length;
    for (const claim of claims) {
      seen.delivered.push(claim.entry.id);
      await store.ack(claim);
    }
  }
}
