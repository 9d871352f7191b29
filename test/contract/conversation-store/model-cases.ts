import fc from 'fast-check';
import type { Claim, ConversationStore, Lease } from '../../../integrations/conversation-store/conversation-store.ts';
import { aState } from '../../kit/a-state.ts';
import { anUtterance } from '../../kit/an-event.ts';
import type { StorePlug } from './store-plug.ts';
import { aRecord, aReply, aTurn, type StoreUnderTest, TIMES } from './store-under-test.ts';

const LIMITS = { leaseMs: 10_000, dedupeMs: 3_600_000_000, inboxMax: 4 };

/** What ought to be, kept in the simplest way. Two conversations, told by their alias. */
interface Model {
  now: number;
  conversations: Map<string, ModelConversation>;
}
interface ModelConversation {
  inbox: string[];
  seen: Set<string>;
  /** The turn that holds the lease. */
  holder: number;
  leaseEnds: number;
  /** Messages whose turn was committed, in order. */
  done: string[];
  outbox: string[];
  sender: number;
  claimEnds: number;
  records: string[];
}

/** Someone who runs a turn or sends something, for as long as they believe that they may. */
interface Real extends StoreUnderTest {
  turns: Map<number, { alias: string; lease: Lease; head: string | undefined }>;
  claims: Map<number, { alias: string; claim: Claim }>;
  ids: Map<string, string>;
  next: number;
  store: ConversationStore;
}

type Step =
  | { do: 'send'; alias: string; message: number }
  | { do: 'resume'; alias: string }
  | { do: 'commit'; turn: number; twice: boolean }
  | { do: 'renew'; turn: number }
  | { do: 'release'; turn: number }
  | { do: 'bury'; turn: number }
  | { do: 'claim' }
  | { do: 'ack'; claim: number }
  | { do: 'nack'; claim: number }
  | { do: 'records' }
  | { do: 'sweep' }
  | { do: 'pass'; by: number }
  | { do: 'restart' };

const alias = fc.constantFrom('a', 'b');
const which = fc.nat({ max: 5 });
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('send' as const), alias, message: fc.nat({ max: 9 }) }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constant('commit' as const), turn: which, twice: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('resume' as const), alias }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('renew' as const), turn: which }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('release' as const), turn: which }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('bury' as const), turn: which }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('claim' as const) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('ack' as const), claim: which }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('nack' as const), claim: which }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('records' as const) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('sweep' as const) }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('pass' as const), by: fc.constantFrom(1, 4999, 5000, 9999, 10_000) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('restart' as const) }) },
);

/** Any order of calls, by any number of callers, equals the model. */
export function modelCases(plug: StorePlug): void {
  test('equals its model over any sequence of calls', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 40 }), async (steps) => {
        const under = await plug.create(TIMES);
        const real: Real = {
          ...under,
          turns: new Map(),
          claims: new Map(),
          ids: new Map(),
          next: 1,
          store: under.store,
        };
        const model: Model = { now: 0, conversations: new Map() };
        try {
          for (const one of steps) await take(one, model, real);
          await drain(model, real);
        } finally {
          await under.end();
        }
      }),
      { numRuns: plug.modelRuns, seed: 20261124 },
    );
  }, 120_000);
}

const fresh = (): ModelConversation => ({
  inbox: [],
  seen: new Set(),
  holder: 0,
  leaseEnds: 0,
  done: [],
  outbox: [],
  sender: 0,
  claimEnds: 0,
  records: [],
});

async function take(one: Step, model: Model, real: Real): Promise<void> {
  switch (one.do) {
    case 'send':
      return send(one.alias, `m${one.message}`, model, real);
    case 'resume':
      return resume(one.alias, model, real);
    case 'commit':
      return commit(one, model, real);
    case 'renew':
      return renew(one.turn, model, real);
    case 'release':
      return release(one.turn, model, real);
    case 'bury':
      return bury(one.turn, model, real);
    case 'claim':
      return claim(model, real);
    case 'ack':
    case 'nack':
      return settle(one, model, real);
    case 'records':
      return records(model, real);
    case 'sweep':
      return sweep(model, real);
    case 'pass':
      model.now += one.by;
      return real.pass(one.by);
    case 'restart':
      real.store = await real.reopen();
  }
}

async function send(name: string, id: string, model: Model, real: Real): Promise<void> {
  const of = model.conversations.get(name) ?? fresh();
  model.conversations.set(name, of);
  const answer = await real.store.begin({ alias: name }, anUtterance(id, id, name), LIMITS);
  if (of.seen.has(id)) return void expect(answer.kind).toBe('duplicate');
  if (of.inbox.length >= LIMITS.inboxMax) return void expect(answer.kind).toBe('full');
  of.seen.add(id);
  of.inbox.push(id);
  running(name, of, answer, model, real);
}

async function resume(name: string, model: Model, real: Real): Promise<void> {
  const of = model.conversations.get(name);
  const id = real.ids.get(name);
  if (!of || id === undefined) return;
  running(name, of, await real.store.begin({ conversationId: id }, undefined, LIMITS), model, real);
}

type Answer = Awaited<ReturnType<ConversationStore['begin']>>;

function running(name: string, of: ModelConversation, answer: Answer, model: Model, real: Real): void {
  if (of.holder !== 0 && of.leaseEnds > model.now) return void expect(answer.kind).toBe('wait');
  if (answer.kind !== 'run') throw new Error(`expected run, got ${answer.kind}`);
  expect(answer.inbox.map((entry) => entry.event.id)).toEqual(of.inbox);
  real.ids.set(name, answer.conversationId);
  of.holder = real.next++;
  of.leaseEnds = model.now + LIMITS.leaseMs;
  real.turns.set(of.holder, { alias: name, lease: answer.lease, head: of.inbox[0] });
}

const pick = <Value>(from: Map<number, Value>, at: number): [number, Value] | undefined =>
  from.size === 0 ? undefined : [...from][at % from.size];

function turnOf(at: number, model: Model, real: Real) {
  const [number, turn] = pick(real.turns, at) ?? [];
  const of = turn && model.conversations.get(turn.alias);
  return number !== undefined && turn && of ? { number, turn, of, mine: of.holder === number } : undefined;
}

async function commit(one: { turn: number; twice: boolean }, model: Model, real: Real): Promise<void> {
  const found = turnOf(one.turn, model, real);
  if (!found) return;
  const { number, turn, of, mine } = found;
  const used = mine && turn.head !== undefined ? 1 : 0;
  const id = `${turn.alias}-${number}-${turn.lease.version}`;
  const body = aTurn(`c-${id}`, {
    used,
    state: aState({ turnNumber: turn.lease.version + 1 }),
    outgoing: [aReply(`r-${id}`), aRecord(`t-${id}`)],
  });
  const answer = await real.store.commit(turn.lease, body);
  real.turns.delete(number);
  if (!mine) return void expect(answer.kind).toBe('fenced');
  if (used === 1) of.done.push(of.inbox.shift() ?? '');
  of.outbox.push(`r-${id}`);
  of.records.push(`t-${id}`);
  if (one.twice) expect((await real.store.commit(turn.lease, body)).kind).toBe(answer.kind);
  if (of.inbox.length === 0) {
    of.holder = 0;
    return void expect(answer.kind).toBe('done');
  }
  if (answer.kind !== 'more') throw new Error(`expected more, got ${answer.kind}`);
  expect(answer.inbox.map((entry) => entry.event.id)).toEqual(of.inbox);
  of.leaseEnds = model.now + LIMITS.leaseMs;
  real.turns.set(number, { ...turn, lease: answer.lease, head: of.inbox[0] });
}

async function renew(at: number, model: Model, real: Real): Promise<void> {
  const found = turnOf(at, model, real);
  if (!found) return;
  expect(await real.store.renew(found.turn.lease)).toBe(found.mine);
  if (found.mine) found.of.leaseEnds = model.now + LIMITS.leaseMs;
}

async function release(at: number, model: Model, real: Real): Promise<void> {
  const found = turnOf(at, model, real);
  if (!found) return;
  await real.store.release(found.turn.lease, 0);
  real.turns.delete(found.number);
  if (found.mine) found.of.holder = 0;
}

async function bury(at: number, model: Model, real: Real): Promise<void> {
  const found = turnOf(at, model, real);
  if (!found || found.turn.head === undefined) return;
  await real.store.bury(found.turn.lease, 1, 'poison');
  if (!found.mine) return;
  found.of.done.push(found.of.inbox.shift() ?? '');
  found.turn.head = found.of.inbox[0];
}

async function claim(model: Model, real: Real): Promise<void> {
  const claims = await real.store.claim(10);
  const free = [...model.conversations].filter(
    ([, of]) => of.outbox.length > 0 && !(of.sender !== 0 && of.claimEnds > model.now),
  );
  expect(claims.map((one) => one.entry.id).sort()).toEqual(free.map(([, of]) => of.outbox[0]).sort());
  for (const [name, of] of free) {
    const taken = claims.find((one) => one.entry.id === of.outbox[0]);
    of.sender = real.next++;
    of.claimEnds = model.now + TIMES.claimMs;
    if (taken) real.claims.set(of.sender, { alias: name, claim: taken });
  }
}

async function settle(one: { do: 'ack' | 'nack'; claim: number }, model: Model, real: Real): Promise<void> {
  const [number, held] = pick(real.claims, one.claim) ?? [];
  const of = held && model.conversations.get(held.alias);
  if (number === undefined || !held || !of) return;
  real.claims.delete(number);
  const mine = of.sender === number;
  if (mine) of.sender = 0;
  if (one.do === 'ack') {
    await real.store.ack(held.claim);
    of.outbox = of.outbox.filter((id) => id !== held.claim.entry.id);
  } else await real.store.nack(held.claim, { afterMs: 0 });
}

async function records(model: Model, real: Real): Promise<void> {
  const waiting = await real.store.claimRecords(100);
  const expected = [...model.conversations.values()].flatMap((of) => of.records);
  expect(waiting.map((entry) => entry.id).sort()).toEqual(expected.sort());
  await real.store.ackRecords(waiting.map((entry) => entry.id));
  for (const of of model.conversations.values()) of.records = [];
}

async function sweep(model: Model, real: Real): Promise<void> {
  const expected = [...model.conversations]
    .filter(([, of]) => of.inbox.length > 0 && !(of.holder !== 0 && of.leaseEnds > model.now))
    .map(([name]) => real.ids.get(name));
  expect([...(await real.store.sweep(10))].sort()).toEqual(expected.sort());
}

/** In the end every message was used once, in order, and nothing is left to say twice. */
async function drain(model: Model, real: Real): Promise<void> {
  for (const [name, of] of model.conversations) {
    if (of.holder !== 0) {
      await real.pass(LIMITS.leaseMs);
      model.now += LIMITS.leaseMs;
    }
    while (of.inbox.length > 0) {
      await resume(name, model, real);
      await commit({ turn: real.turns.size - 1, twice: true }, model, real);
    }
    expect(new Set(of.done).size).toBe(of.done.length);
    expect([...of.seen].sort()).toEqual([...of.done].sort());
  }
}
