import { randomUUID } from 'node:crypto';
import type { Cluster, Redis } from 'ioredis';
import { CatalogueError } from '../../../dialogs/protocol/errors.ts';
import type { Address } from '../../../dialogs/protocol/event.ts';
import { type Locale, localeOf } from '../../../dialogs/protocol/locale.ts';
import type { ConversationState } from '../../../dialogs/protocol/state.ts';
import type { Json } from '../../../dialogs/protocol/value.ts';
import type { ConversationStore, DeadLetter, InboundEntry, Lease, QueueDepths } from '../conversation-store.ts';
import { begin } from './begin.ts';
import { commit } from './commit.ts';
import type { Context, RepairCounts } from './context.ts';
import { inboxOf } from './entries.ts';
import { erase } from './erase.ts';
import { createKeys, PARTITIONS } from './keys.ts';
import { ack, claim, handBack, keepClaim, nack, oneLine } from './outbox.ts';
import { ackRecords, claimRecords } from './records.ts';
import { release } from './release.ts';
import { noRepairs } from './repairs.ts';
import { listOf, numberOf, pairsOf } from './reply.ts';
import { createScripts } from './scripts.ts';
import { settle } from './settle.ts';
import { SETTLES_MS } from './settled.ts';
import { createStates } from './states.ts';
import { sweep } from './sweep.ts';

export interface RedisStoreConfig {
  /** From `openRedis`; the caller closes it. */
  readonly redis: Redis | Cluster;
  /** How long a sender may take before another takes over, in milliseconds. */
  readonly claimMs: number;
  /** How long a silent conversation is kept, in milliseconds. */
  readonly idleMs: number;
  /** What every key begins with. */
  readonly prefix?: string;
  /** Over how many slots conversations are spread: fixed once a Redis was used. */
  readonly partitions?: number;
  /** How often all partitions are looked at for what other processes left, in milliseconds. */
  readonly lookMs?: number;
  /** For how long one process has a partition's records to itself, in milliseconds; 0 = everybody reads them. */
  readonly readerMs?: number;
  /** Does whoever commits send? The first message then comes with the commit. */
  readonly takesAtOnce?: boolean;
  /** How many messages of one conversation may wait to be sent. */
  readonly outboxMax?: number;
  /** How many records of a partition may wait for the archive; beyond that the oldest go. */
  readonly recordsMax?: number;
  /** The largest state that is kept, in bytes. */
  readonly stateMaxBytes?: number;
  /** How much of what it committed a process remembers, in bytes of JSON; 0 = nothing. */
  readonly statesMaxBytes?: number;
  /** Told what became of the last seconds' commits after Redis was away, where any had been taken back. */
  readonly onRepair?: (counts: RepairCounts) => void;
  /** Told when Redis answers again after it did not, by a connection made anew: it may be another, or have lost its last second. */
  readonly onBack?: () => void;
  /** Told how many records went because too many of a partition waited for the archive. */
  readonly onDrop?: (records: number) => void;
  /** A test's clock, in milliseconds. Else it is Redis's own, whatever the clocks of the processes say. */
  readonly clock?: () => number;
}

const DEFAULTS = {
  ...{ prefix: 'cs', partitions: PARTITIONS, lookMs: 900, readerMs: 5000, takesAtOnce: true },
  ...{ outboxMax: 200, recordsMax: 100_000, stateMaxBytes: 65_536, statesMaxBytes: 16_777_216 },
};

/** Conversations in Redis, for any number of processes: one script per call. */
export function createRedisStore(config: RedisStoreConfig): ConversationStore {
  const context = contextOf(config);
  return {
    begin: (at, event, limits) => begin(context, at, event, limits),
    commit: (lease, turn) => commit(context, lease, turn),
    renew: (lease) => renew(context, lease),
    waiting: (lease) => waiting(context, lease),
    release: (lease, afterMs) => release(context, lease, afterMs),
    claim: (limit) => claim(context, limit),
    keepClaim: (of) => keepClaim(context, of),
    ack: (of) => ack(context, of),
    nack: (of, how) => nack(context, of, how),
    claimRecords: (limit) => claimRecords(context, limit),
    ackRecords: (ids) => ackRecords(context, ids),
    sweep: (limit) => sweep(context, limit),
    locate: (cid) => locate(context, cid),
    read: (cid) => read(context, cid),
    count: async (what, who, windowMs, by = 1) =>
      numberOf(await context.scripts.run('count', [context.keys.counter(what, who)], [context.clock(), windowMs, by])),
    bury: (lease, used, why) => bury(context, lease, used, why),
    deadLetters: (limit) => deadLetters(context, limit),
    dropLetter: (id) => dropLetter(context, id),
    depths: () => depths(context),
    erase: (cid, last) => erase(context, cid, 'all', last),
    close: () => leave(context),
  };
}

function contextOf({ clock, onRepair, onBack, onDrop = () => {}, ...config }: RedisStoreConfig): Context {
  const settings = { ...DEFAULTS, ...config };
  const tell = (counts: RepairCounts): void => {
    if (counts.repaired + counts.unrepairable > 0) onRepair?.(counts);
  };
  const back = (holdsMs: number) => (): void => {
    onBack?.();
    settle(context, holdsMs, tell);
  };
  const connected = back(SETTLES_MS);
  const context: Context = {
    ...settings,
    onDrop,
    name: randomUUID(),
    leaves: [],
    scripts: createScripts(settings.redis, back(0)),
    keys: createKeys(settings.prefix, settings.partitions),
    clock: clock ? () => String(clock()) : () => '',
    steady: clock ?? (() => performance.now()),
    known: {
      ...{ due: new Set(), records: new Set(), taken: [], unsure: new Map(), places: new Map(), aliases: new Map() },
      ...{ states: createStates(settings.statesMaxBytes), repairs: noRepairs(), shown: new Map() },
      takenEvents: new Map(),
      lostEvents: new Map(),
      ...{ offering: undefined, settling: undefined },
      lookedAt: Number.NEGATIVE_INFINITY,
    },
  };
  settings.redis.on('ready', connected);
  context.leaves.push(() => settings.redis.off('ready', connected));
  return context;
}

async function renew(
  { keys, scripts, clock }: Context,
  { conversationId: id, holder, token }: Lease,
): Promise<boolean> {
  const partition = keys.partitionOf(id);
  if (partition === undefined) return false;
  const places = [keys.of(id).conversation, keys.at(partition).work];
  return (await scripts.run('renew', places, [clock(), id, holder, token], { again: true })) === 1;
}

async function waiting({ keys, scripts, known }: Context, lease: Lease): Promise<readonly InboundEntry[]> {
  const of = keys.of(lease.conversationId);
  const [attempts, ...shown] = listOf(
    await scripts.run('waiting', [of.conversation, of.inbox], [lease.holder, lease.token], { again: true }),
  );
  const inbox = inboxOf(shown, numberOf(attempts));
  const before = known.shown.get(lease.conversationId);
  if (before && inbox.length > 0) known.shown.set(lease.conversationId, { ...before, inbox });
  return inbox;
}

async function read({ redis, keys, scripts }: Context, id: string): Promise<ConversationState | undefined> {
  const state = await scripts.plain(() => redis.hget(keys.of(id).conversation, 'st'));
  // The state is what an earlier commit wrote.
  return state === null ? undefined : (JSON.parse(state) as ConversationState);
}

async function locate({ redis, keys, scripts }: Context, id: string) {
  const [address, locale] = await scripts.plain(() => redis.hmget(keys.of(id).conversation, 'ad', 'lc'));
  if (!address) return undefined;
  // Address and locale are what came with the latest event, or with the latest state.
  const from = JSON.parse(address) as Address;
  const spoken = localeOf(locale ? (JSON.parse(locale) as Locale) : undefined);
  return { from, locale: spoken ?? ('en' as const) };
}

async function bury(context: Context, lease: Lease, used: number, why: string): Promise<void> {
  const { keys, scripts, clock } = context;
  const id = lease.conversationId;
  const partition = keys.partitionOf(id) ?? 0;
  const { conversation, inbox } = keys.of(id);
  const { work, letters } = keys.at(partition);
  const answer = await scripts.run(
    'bury',
    [conversation, inbox, work, letters],
    [clock(), id, lease.holder, lease.token, used, oneLine(why), partition, keys.partitions],
  );
  if (answer === 'USED') throw new CatalogueError('internal', 'A turn uses more entries than its inbox holds.');
}

async function deadLetters({ redis, keys, scripts }: Context, limit: number): Promise<readonly DeadLetter[]> {
  if (limit <= 0) return [];
  const partitions = Array.from({ length: keys.partitions }, (_, partition) => keys.at(partition).letters);
  const found = await scripts.plain(() =>
    Promise.all(partitions.map((letters) => redis.zrevrange(letters, 0, limit - 1, 'WITHSCORES'))),
  );
  return found
    .flatMap((pairs) => pairsOf(pairs).map(letterOf))
    .toSorted((a, b) => b.id - a.id)
    .slice(0, limit);
}

function letterOf([text, id]: readonly [string, string]): DeadLetter {
  const [conversationId = '', kind, at, why = '', body = 'null'] = text.split('\n');
  // The body is JSON, which has no line feed of its own; of kinds there are these.
  const of = kind === 'reply' || kind === 'effect' ? kind : 'turn';
  return { id: Number(id), conversationId, kind: of, why, at: Number(at), body: JSON.parse(body) as Json };
}

/** A letter's number says in which partition it lies. */
async function dropLetter({ redis, keys, scripts }: Context, id: number): Promise<boolean> {
  const { letters } = keys.at(((id % keys.partitions) + keys.partitions) % keys.partitions);
  return (await scripts.plain(() => redis.zremrangebyscore(letters, id, id))) > 0;
}

async function depths({ keys, scripts }: Context): Promise<QueueDepths> {
  const all = await Promise.all(
    Array.from({ length: keys.partitions }, async (_, partition) => {
      const { work, due, records, letters } = keys.at(partition);
      return listOf(await scripts.run('depths', [work, due, records, letters], [], { again: true }));
    }),
  );
  const sum = (at: number): number => all.reduce((total, one) => total + numberOf(one[at]), 0);
  return { inbox: sum(0), outbox: sum(1), records: sum(2), deadLetters: sum(3) };
}

/** What this process took and did not begin goes to others at once. */
async function leave(context: Context): Promise<void> {
  for (const stop of context.leaves.splice(0)) stop();
  await handBack(context, () => true);
  const { redis, keys, scripts, name } = context;
  const readers = [...new Set(context.known.places.values())].map((partition) => keys.at(partition).reader);
  for (const reader of readers) {
    const held = await scripts.plain(() => redis.get(reader));
    if (held?.startsWith(`${name} `)) await scripts.plain(() => redis.del(reader));
  }
}
