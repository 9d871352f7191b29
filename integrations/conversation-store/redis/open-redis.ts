import { Cluster, Redis } from 'ioredis';
import { CatalogueError } from '../../../dialogs/protocol/errors.ts';
import { inTime } from './in-time.ts';
import { inspectRedis, type RedisFinding } from './inspect-redis.ts';
import { PARTITIONS } from './keys.ts';
import { type RedisPlace, readRedisUrl } from './read-redis-url.ts';
import { unavailable } from './scripts.ts';
import { sendTogether } from './send-together.ts';

export interface OpenRedisOptions {
  /** How long a call may take at most, in milliseconds; a turn's calls give up much earlier by themselves. */
  readonly commandMs?: number;
  /** How long a silent socket is waited for while a call is open, in milliseconds. */
  readonly socketMs?: number;
  /** How long the first connection may take, in milliseconds. */
  readonly connectMs?: number;
  /** As in `createRedisStore`: checked against what this Redis was first used with. */
  readonly prefix?: string;
  readonly partitions?: number;
  /** Told of every fault of a connection; it is made anew by itself. */
  readonly onFault?: (fault: Error) => void;
}

export interface RedisConnection {
  /** For calls of a turn: it never queues while Redis is away, and never sends a call twice by itself. */
  readonly redis: Redis | Cluster;
  /** For subscriptions alone. Its `ready` says that what was told before may have been missed. */
  readonly subscriber: Redis;
  /**
   * Looks at Redis's own settings. Gives what should be mended.
   * @throws CatalogueError `store_unfit` when conversations would be lost: nothing may start on it.
   */
  check(): Promise<readonly RedisFinding[]>;
  /** As `check`, but gives all, also what refuses, and writes nothing. */
  inspect(): Promise<readonly RedisFinding[]>;
  close(): Promise<void>;
}

const DEFAULTS = { commandMs: 5000, socketMs: 3000, connectMs: 5000, prefix: 'cs', partitions: PARTITIONS };

/**
 * Connects to Redis, Valkey, a Sentinel's master or a Cluster; the forms of addresses are in `readRedisUrl`.
 * @throws CatalogueError `store_unavailable` when nothing answers in time.
 */
export async function openRedis(url: string, options: OpenRedisOptions = {}): Promise<RedisConnection> {
  const settings = { ...DEFAULTS, ...options };
  const place = readRedisUrl(url);
  const redis = connectionTo(place, {
    ...{ connectTimeout: settings.connectMs, commandTimeout: settings.commandMs, socketTimeout: settings.socketMs },
    ...{ enableOfflineQueue: false, maxRetriesPerRequest: 1, autoResendUnfulfilledCommands: false },
  });
  const subscriber = subscriberTo(place, { connectTimeout: settings.connectMs, maxRetriesPerRequest: null });
  const both = [redis, subscriber];
  sendTogether(redis);
  // Each store and log listens for itself.
  for (const one of both) one.setMaxListeners(0).on('error', (fault: Error) => settings.onFault?.(fault));
  try {
    await Promise.all(both.map((one) => inTime(one.connect(), settings.connectMs)));
  } catch (fault) {
    for (const one of both) one.disconnect();
    throw unavailable(fault);
  }
  const stops = both.map(keepAlive);
  const look = (mark: boolean) => inspectRedis(redis, { ...settings, mark });
  return {
    ...{ redis, subscriber, inspect: () => look(false) },
    check: async () => {
      const findings = await look(true);
      const refused = findings.find((one) => one.level === 'refuse');
      if (refused) throw new CatalogueError('store_unfit', refused.message);
      return findings;
    },
    close: async () => {
      for (const stop of stops) stop();
      for (const one of both) one.disconnect();
    },
  };
}

/** For about six seconds, in which a restart or a change of the master is over, often: processes come back almost at once. */
const OFTEN = 40;

/** Soon at first, then once a second; not all processes at the same moment. */
const again = (times: number): number =>
  Math.min(times <= OFTEN ? 130 : 1000, 50 * times) + Math.floor(Math.random() * 50);

/**
 * A client that gave up begins again. ioredis 6.0 gives up for good when Sentinel tells of a new master just while it asks for one.
 * Gives how to stop.
 */
function keepAlive(client: Redis | Cluster): () => void {
  let times = 0;
  let timer: NodeJS.Timeout | undefined;
  const begin = (): void => {
    // it may fail: then it ends again, and this is called again
    timer = setTimeout(() => void client.connect().catch(() => undefined), again(++times));
  };
  const isBack = (): void => {
    times = 0;
  };
  client.on('end', begin).on('ready', isBack);
  return () => {
    clearTimeout(timer);
    client.off('end', begin).off('ready', isBack);
  };
}

interface Manners {
  readonly connectTimeout: number;
  readonly maxRetriesPerRequest: number | null;
  readonly commandTimeout?: number;
  readonly socketTimeout?: number;
  readonly enableOfflineQueue?: boolean;
  readonly autoResendUnfulfilledCommands?: boolean;
}

function connectionTo(place: RedisPlace, manners: Manners): Redis | Cluster {
  if (place.kind !== 'cluster') return masterOf(place, manners);
  const { enableOfflineQueue = true, ...each } = { ...manners, ...commonOf(place) };
  return new Cluster([...place.nodes], {
    ...{ enableOfflineQueue, lazyConnect: true, redisOptions: each },
    ...{ clusterRetryStrategy: again, clusterNodeRetryStrategy: again },
    ...{ slotsRefreshTimeout: 2000, slotsRefreshInterval: 5000, maxRedirections: 6, retryDelayOnMoved: 20 },
  });
}

/**
 * What is published anywhere in a Cluster is told at every node: one connection to any of them will do, and the next one when it is lost.
 * (The Cluster client's own subscriber loses subscriptions that are under way when it changes its node.)
 */
function subscriberTo(place: RedisPlace, manners: Manners): Redis {
  if (place.kind !== 'cluster') return masterOf(place, manners);
  const { nodes } = place;
  let at = Math.floor(Math.random() * nodes.length);
  const subscriber = new Redis({ ...manners, ...commonOf(place), ...nodes[at], retryStrategy: again });
  subscriber.on('reconnecting', () => {
    at = (at + 1) % nodes.length;
    Object.assign(subscriber.options, nodes[at]);
  });
  return subscriber;
}

const commonOf = ({ tls, username, password }: RedisPlace) => ({
  ...(tls ? { tls: {} } : {}),
  ...(username === undefined ? {} : { username }),
  ...(password === undefined ? {} : { password }),
  lazyConnect: true,
  // A master that became a replica refuses to write: the new one is looked for.
  reconnectOnError: (fault: Error) => fault.message.startsWith('READONLY'),
});

function masterOf(place: RedisPlace, manners: Manners): Redis {
  const { kind, nodes, tls, db, master, sentinelPassword } = place;
  const common = { ...manners, ...commonOf(place), db, retryStrategy: again };
  if (kind !== 'sentinel') return new Redis({ ...common, ...nodes[0] });
  return new Redis({
    ...{ ...common, sentinels: [...nodes], name: master ?? '', failoverDetector: true },
    ...{ sentinelRetryStrategy: again, sentinelCommandTimeout: 2000 },
    ...(sentinelPassword === undefined ? {} : { sentinelPassword }),
    ...(tls ? { enableTLSForSentinelMode: true, sentinelTLS: {} } : {}),
  });
}
