import { Cluster, type Redis } from 'ioredis';
import { pairsOf } from './reply.ts';
import { unavailable } from './scripts.ts';

/** Something about a Redis that is not as conversations need it. */
export interface RedisFinding {
  /** `refuse`: nothing may start on it. */
  readonly level: 'refuse' | 'warning';
  readonly code:
    | 'version'
    | 'eviction'
    | 'partitions'
    | 'format'
    | 'no_persistence'
    | 'no_replica'
    | 'replicas_unguarded'
    | 'settings_hidden'
    | 'memory';
  readonly message: string;
}

/** Raised when keys or scripts change in a way that older code cannot read. */
const FORMAT = 1;
const OLDEST = 7;
/** Above this part of its memory Redis is soon full, and then refuses every turn. */
const MEMORY_SHARE = 0.7;

/** Looks at every master, and at what this Redis was first used with; `mark`: this is its first use, if none was before. */
export async function inspectRedis(
  redis: Redis | Cluster,
  install: { readonly prefix: string; readonly partitions: number; readonly mark: boolean },
): Promise<readonly RedisFinding[]> {
  try {
    const masters = redis instanceof Cluster ? redis.nodes('master') : [redis];
    const found = await Promise.all(masters.map(inspectMaster));
    const all = [...found.flat(), ...(await inspectInstall(redis, install))];
    return all.filter((one, at) => all.findIndex((other) => other.code === one.code) === at);
  } catch (fault) {
    throw unavailable(fault);
  }
}

/** The numbers that may never change are written at the first use, and compared ever after. */
async function inspectInstall(
  redis: Redis | Cluster,
  { prefix, partitions, mark }: { readonly prefix: string; readonly partitions: number; readonly mark: boolean },
): Promise<readonly RedisFinding[]> {
  const key = `${prefix}:install`;
  if (mark) {
    await redis.hsetnx(key, 'partitions', partitions);
    await redis.hsetnx(key, 'format', FORMAT);
  }
  const [was, format] = await redis.hmget(key, 'partitions', 'format');
  const findings: RedisFinding[] = [];
  if (was !== null && Number(was) !== partitions)
    findings.push(
      refusal('partitions', `It was first used with ${was} partitions; ${partitions} would not find them again.`),
    );
  if (Number(format) > FORMAT) findings.push(refusal('format', 'It was written by a newer version.'));
  return findings;
}

const refusal = (code: RedisFinding['code'], message: string): RedisFinding => ({ level: 'refuse', code, message });
const warning = (code: RedisFinding['code'], message: string): RedisFinding => ({ level: 'warning', code, message });

async function inspectMaster(redis: Redis): Promise<readonly RedisFinding[]> {
  const info = factsOf(await redis.info());
  const version = info.get('redis_version') ?? '0';
  const findings: RedisFinding[] = [];
  if (Number.parseInt(version, 10) < OLDEST)
    findings.push(refusal('version', `It is version ${version}; ${OLDEST}.0 is the oldest that will do.`));
  const policy = info.get('maxmemory_policy') ?? 'noeviction';
  if (policy !== 'noeviction')
    findings.push(
      refusal('eviction', `Its maxmemory-policy is ${policy}, which throws conversations away; set noeviction.`),
    );
  findings.push(...inspectMemory(info), ...(await inspectSafety(redis, info)));
  return findings;
}

function inspectMemory(info: ReadonlyMap<string, string>): readonly RedisFinding[] {
  const most = Number(info.get('maxmemory') ?? 0);
  const used = Number(info.get('used_memory') ?? 0);
  if (most === 0 || used / most < MEMORY_SHARE) return [];
  return [
    warning(
      'memory',
      `${Math.round((100 * used) / most)} % of its memory is used; when it is full, turns are refused.`,
    ),
  ];
}

/** Would what was acknowledged still be there after a crash of the machine? */
async function inspectSafety(redis: Redis, info: ReadonlyMap<string, string>): Promise<readonly RedisFinding[]> {
  const findings: RedisFinding[] = [];
  const appends = info.get('aof_enabled') === '1';
  const replicas = Number(info.get('connected_slaves') ?? 0);
  const settings = await configOf(redis);
  if (!settings)
    findings.push(
      warning('settings_hidden', 'It does not show its settings (CONFIG is forbidden): look at them yourself.'),
    );
  if (!appends && settings && (settings.get('save') ?? '') === '')
    findings.push(
      warning('no_persistence', 'It keeps nothing on disk: a restart forgets every conversation. Set appendonly yes.'),
    );
  else if (!appends && settings)
    findings.push(
      warning(
        'no_persistence',
        'It saves snapshots only: a crash forgets the minutes since the last. Set appendonly yes.',
      ),
    );
  if (replicas === 0)
    findings.push(warning('no_replica', 'It has no replica: while its machine is down, nobody is served.'));
  else if (settings && settings.get('min-replicas-to-write') === '0')
    findings.push(
      warning(
        'replicas_unguarded',
        'A master cut off from its replicas goes on taking turns that are lost later. Set min-replicas-to-write 1.',
      ),
    );
  return findings;
}

async function configOf(redis: Redis): Promise<ReadonlyMap<string, string> | undefined> {
  try {
    const answers = [await redis.config('GET', 'save'), await redis.config('GET', 'min-replicas-to-write')];
    return new Map(answers.flatMap(pairsOf));
  } catch (fault) {
    // Managed services forbid or rename CONFIG; anything else is a fault.
    if (fault instanceof Error && /unknown command|NOPERM|not allowed|disabled/i.test(fault.message)) return undefined;
    throw fault;
  }
}

const factsOf = (info: string): ReadonlyMap<string, string> =>
  new Map(
    info
      .split(/\r?\n/)
      .filter((line) => line.includes(':'))
      .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1)]),
  );
