import { randomUUID } from 'node:crypto';
import { EventEmitter } from 'node:events';
import type { Cluster, Redis } from 'ioredis';
import type { Json } from '../../../dialogs/protocol/value.ts';
import type { EventLog, LoggedEvent, Signal } from '../event-log.ts';
import { createKeys, PARTITIONS } from './keys.ts';
import { createRecentLines } from './recent-lines.ts';
import { rememberLatest } from './remember-latest.ts';
import { listOf, numberOf } from './reply.ts';
import { createScripts } from './scripts.ts';
import { SETTLES_MS } from './settled.ts';

export interface RedisEventLogConfig {
  /** Both from `openRedis`; the caller closes them. */
  readonly redis: Redis | Cluster;
  readonly subscriber: Redis;
  /** How long a silent thread's log is kept, in milliseconds. */
  readonly idleMs: number;
  readonly prefix?: string;
  readonly partitions?: number;
}

/** Where a thread's log lies. */
interface Place {
  readonly lines: string;
  readonly numbers: string;
  /** Stands for a while after the log was erased. */
  readonly erased: string;
  readonly channel: string;
}

/** Where a line may be written, as the script takes it. */
const WHERE = { anywhere: 0, there: 1, notErased: 2 } as const;
type Where = (typeof WHERE)[keyof typeof WHERE];

const PLACES_KNOWN = 10_000;
/** Longer than a process keeps lines to be written again, Redis's absence included. */
const ERASED_MS = 120_000;

/** What is told under this number is no line of the log. */
const NO_LINE = '0';

/** The event log in Redis: whoever follows a thread is told of what any process appends. */
export function createRedisEventLog(config: RedisEventLogConfig): EventLog {
  const { redis, subscriber, idleMs, prefix = 'cs', partitions = PARTITIONS } = config;
  const keys = createKeys(prefix, partitions);
  const recent = createRecentLines();
  const scripts = createScripts(redis, () => recent.lost(0));
  // A connection that is made anew may lead to another master, or to one that lost its last second.
  redis.on('ready', () => recent.lost(SETTLES_MS));
  const name = randomUUID();
  const { follow, tell } = createFollowers(subscriber, name);
  const places = new Map<string, Place>();
  const placeOf = (thread: string): Place => {
    const known = places.get(thread);
    if (known) return known;
    const id = keys.aliasId(thread);
    const tag = `${prefix}:{b:${keys.partitionOf(id) ?? 0}}`;
    const place = {
      lines: `${tag}:l:${id}`,
      numbers: `${tag}:k:${id}`,
      erased: `${tag}:x:${id}`,
      channel: `${prefix}:ev:${id}`,
    };
    rememberLatest(places, thread, place, PLACES_KNOWN);
    return place;
  };
  return {
    append: async (thread, key, kind, body, options) => {
      const { lines, numbers, erased, channel } = placeOf(thread);
      const args = [key, kind, JSON.stringify(body), idleMs, channel, name];
      const write = async (where: Where, under = 0) =>
        listOf(await scripts.run('append', [lines, numbers, erased], [...args, where, under], { again: true }));
      await recent.standing();
      const [number, isNew] = await write(options?.onlyIfThere ? WHERE.there : WHERE.anywhere);
      const seq = numberOf(number);
      if (isNew === 1) tell(channel, { seq, kind, body });
      // Known already: an answer was lost, and with it the telling. Whoever follows reads it.
      else if (seq > 0) tell(channel);
      if (seq > 0)
        recent.note(thread, seq, async (under) => {
          const [placed] = await write(WHERE.notErased, under);
          return numberOf(placed) >= 0;
        });
      return seq === 0 ? undefined : seq;
    },
    read: async (thread, after, limit) => {
      if (limit <= 0) return [];
      const from = Math.max(0, after);
      const found = await scripts.plain(() => redis.lrange(placeOf(thread).lines, from, from + limit - 1));
      return found.map((text, at) => lineOf(text, from + at + 1));
    },
    follow: (thread, onAppend, onSignal) => follow(placeOf(thread).channel, onAppend, onSignal),
    signal: (thread, { kind, body }) => {
      const told = [name, NO_LINE, kind, JSON.stringify(body)].join('\n');
      redis.publish(placeOf(thread).channel, told).catch(() => undefined);
      return true;
    },
    erase: async (thread) => {
      const { lines, numbers, erased } = placeOf(thread);
      recent.forget(thread);
      // Another process may hold its last lines, to write them again when Redis was away.
      await scripts.plain(() => redis.multi().set(erased, 1, 'PX', ERASED_MS).del(lines, numbers).exec());
    },
  };
}

function lineOf(text: string, seq: number): LoggedEvent {
  const at = text.indexOf('\n');
  // The body is what was given to `append`.
  return { seq, kind: text.slice(0, at), body: JSON.parse(text.slice(at + 1)) as Json };
}

/** One subscription per thread that somebody here follows; this process's own appends are told without a way round. */
function createFollowers(subscriber: Redis, name: string) {
  const followers = new EventEmitter().setMaxListeners(0);
  const signals = new EventEmitter().setMaxListeners(0);
  const tell = (channel: string, line?: LoggedEvent): void => void followers.emit(channel, line);
  subscriber.on('message', (channel: string, told: string) => {
    // Mostly it is this process's own: those it has told already.
    if (told.startsWith(name)) return;
    const [, seq, ...text] = told.split('\n');
    const line = lineOf(text.join('\n'), Number(seq));
    if (seq === NO_LINE) signals.emit(channel, { kind: line.kind, body: line.body } satisfies Signal);
    else tell(channel, line);
  });
  // A subscription that fails is made again with the connection, and then everybody is told.
  const quietly = (work: Promise<unknown>): void => void work.catch(() => undefined);
  // What was told while the connection was away was not heard: everybody reads again.
  subscriber.on('ready', () => {
    const followed = followers.eventNames().filter((channel) => typeof channel === 'string');
    if (followed.length > 0) quietly(subscriber.subscribe(...followed));
    for (const channel of followed) tell(channel);
  });
  return {
    tell,
    follow: (
      channel: string,
      onAppend: (line?: LoggedEvent) => void,
      onSignal: (signal: Signal) => void = () => {},
    ): (() => void) => {
      // What came before the subscription stood was not heard: whoever follows reads once when it does.
      if (followers.listenerCount(channel) === 0) quietly(subscriber.subscribe(channel).then(() => tell(channel)));
      followers.on(channel, onAppend);
      signals.on(channel, onSignal);
      return () => {
        followers.off(channel, onAppend);
        signals.off(channel, onSignal);
        if (followers.listenerCount(channel) === 0) quietly(subscriber.unsubscribe(channel));
      };
    },
  };
}
