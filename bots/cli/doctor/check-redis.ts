import { CatalogueError } from '../../../dialogs/protocol/errors.ts';
import {
  createRedisStore,
  openRedis,
  type RedisConnection,
  type RedisFinding,
} from '../../../integrations/conversation-store/redis/index.ts';
import { readRedisUrl } from '../../../integrations/conversation-store/redis/read-redis-url.ts';
import type { Settings } from '../../config.ts';
import { idleMs } from '../../keep-times.ts';
import { checkQueues } from './check-queues.ts';
import { type Finding, middleOf, tellOf, timesOf } from './finding.ts';

const { ok, warning, error } = tellOf('conversations');
/** Redis' own time is used everywhere, so a clock that is off harms only what is shown; a large gap is a machine in trouble. */
const SKEW_MS = 2000;
const SLOW_MS = 5;

const REMEDIES: Readonly<Record<RedisFinding['code'], string>> = {
  version: 'Upgrade it, or take Valkey.',
  eviction: 'redis-cli CONFIG SET maxmemory-policy noeviction, and the same in its configuration file.',
  partitions: 'Go back to the number it was first used with.',
  format: 'Start the newer version again.',
  no_persistence: 'redis-cli CONFIG SET appendonly yes, and the same in its configuration file.',
  no_replica: 'Give it a replica with Sentinel, or a managed Redis with one; alone it is fine for a small shop.',
  replicas_unguarded: 'redis-cli CONFIG SET min-replicas-to-write 1',
  settings_hidden: 'Look in the console of your provider: appendonly, maxmemory-policy, replicas.',
  memory: 'Give it more memory.',
};

/** Is Redis reached, and is it as conversations need it? Looks, and changes nothing. */
export async function checkRedis(url: string, settings: Settings): Promise<readonly Finding[]> {
  let connection: RedisConnection;
  try {
    connection = await openRedis(url);
  } catch (fault) {
    const cause = fault instanceof CatalogueError && fault.cause instanceof Error ? fault.cause.message : '';
    // that is what remains of a refused connection
    const why = cause === '' || /closed/.test(cause) ? '' : ` (${cause})`;
    return [
      error(
        `Redis at ${hostsOf(url)} does not answer${why}.`,
        'Start it, or mend REDIS_URL. Until then no turn can run.',
      ),
    ];
  }
  try {
    return [...(await looks(connection)), ...(await queues(connection, settings))];
  } catch (fault) {
    const why = fault instanceof Error ? fault.message : String(fault);
    return [
      error(`Redis answers, but not to this: ${why}`, 'Look at its log, and at the rights of the user in REDIS_URL.'),
    ];
  } finally {
    await connection.close();
  }
}

/** Without user and password. */
const hostsOf = (url: string): string =>
  readRedisUrl(url)
    .nodes.map(({ host, port }) => `${host}:${port}`)
    .join(', ');

async function looks(connection: RedisConnection): Promise<readonly Finding[]> {
  const { redis } = connection;
  const times = await timesOf(() => redis.ping());
  const info = String(await redis.info());
  const fact = (name: string) => new RegExp(`^${name}:(.*?)\\r?$`, 'm').exec(info)?.[1] ?? '?';
  const most = Number(fact('maxmemory'));
  const memory =
    most > 0
      ? `${Math.round((100 * Number(fact('used_memory'))) / most)} % of ${fact('maxmemory_human')}`
      : `${fact('used_memory_human')}, without a limit`;
  const partitions = await redis.hget('cs:install', 'partitions');
  const about = partitions === null ? 'not used by a bot yet' : `${partitions} partitions`;
  const found = (await connection.inspect()).map(({ level, code, message }) =>
    (level === 'refuse' ? error : warning)(`Redis: ${message}`, REMEDIES[code]),
  );
  const slow = Number.parseFloat(middleOf(times)) > SLOW_MS;
  return [
    ok(
      `Redis ${fact('redis_version')} answers in ${middleOf(times)}; memory ${memory}; ${about}; ${fact('connected_slaves')} replicas.`,
    ),
    ...(slow
      ? [
          warning(
            `Redis takes ${middleOf(times)} for nothing at all; every turn asks it twice.`,
            'Bring it near the bot, or look what keeps it busy (redis-cli --latency, SLOWLOG GET).',
          ),
        ]
      : []),
    ...(await skew(redis)),
    ...found,
  ];
}

async function skew(redis: RedisConnection['redis']): Promise<readonly Finding[]> {
  const before = Date.now();
  const [seconds, micros] = await redis.time();
  const there = Number(seconds) * 1000 + Number(micros) / 1000;
  const apart = Math.round(there - (before + Date.now()) / 2);
  if (Math.abs(apart) < SKEW_MS) return [];
  const word = apart > 0 ? 'behind' : 'ahead of';
  return [
    warning(
      `The clock of this machine is ${Math.abs(apart) / 1000} s ${word} Redis'.`,
      'Let both follow a time server (timedatectl set-ntp true).',
    ),
  ];
}

async function queues({ redis }: RedisConnection, settings: Settings): Promise<readonly Finding[]> {
  const store = createRedisStore({ redis, claimMs: settings.CLAIM_MS, idleMs: idleMs(settings) });
  return checkQueues(await store.depths());
}
