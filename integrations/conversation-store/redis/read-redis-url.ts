import { CatalogueError } from '../../../dialogs/protocol/errors.ts';

/** What an address says. */
export interface RedisPlace {
  readonly kind: 'single' | 'sentinel' | 'cluster';
  readonly nodes: readonly { readonly host: string; readonly port: number }[];
  readonly tls: boolean;
  readonly username?: string;
  readonly password?: string;
  readonly db: number;
  /** Sentinel's name of the master. */
  readonly master?: string;
  readonly sentinelPassword?: string;
}

const SHAPE =
  /^(redis|rediss)(?:(-cluster)|(\+sentinel))?:\/\/(?:([^:@/]*)(?::([^@/]*))?@)?([^/?#]+)(?:\/([^/?#]*))?(?:\?([^#]*))?$/;

/** Is this an address that `openRedis` takes? */
export const isRedisUrl = (url: string): boolean =>
  SHAPE.test(url) && nodesOf(SHAPE.exec(url)?.[6] ?? '', 1).length > 0;

/**
 * Reads an address:
 * `redis://user:password@host:6379/0`, `rediss://…` with TLS,
 * `redis+sentinel://:password@host1:26379,host2:26379/master-name?db=0&sentinel_password=…`, `redis-cluster://host1:6379,host2:6379`;
 * the last two with `rediss` for TLS as well.
 * @throws CatalogueError `settings_invalid`
 */
export function readRedisUrl(url: string): RedisPlace {
  const found = SHAPE.exec(url);
  const [, scheme, cluster, sentinel, username = '', password = '', hosts = '', path = '', query = ''] = found ?? [];
  const nodes = nodesOf(hosts, sentinel ? 26_379 : 6379);
  if (!found || nodes.length === 0)
    throw new CatalogueError(
      'settings_invalid',
      'REDIS_URL is no address of a Redis: see docs/how-to/run-with-redis.md.',
    );
  const more = new URLSearchParams(query);
  const sentinelPassword = more.get('sentinel_password');
  if (sentinel && path === '')
    throw new CatalogueError('settings_invalid', 'REDIS_URL names no master: redis+sentinel://host:26379/master-name.');
  return {
    kind: cluster ? 'cluster' : sentinel ? 'sentinel' : 'single',
    nodes,
    tls: scheme === 'rediss',
    ...(username === '' ? {} : { username: decodeURIComponent(username) }),
    ...(password === '' ? {} : { password: decodeURIComponent(password) }),
    db: Number(sentinel ? (more.get('db') ?? 0) : cluster ? 0 : path) || 0,
    ...(sentinel ? { master: decodeURIComponent(path) } : {}),
    ...(sentinelPassword === null ? {} : { sentinelPassword }),
  };
}

function nodesOf(hosts: string, standard: number): RedisPlace['nodes'] {
  const nodes = hosts.split(',').map((each) => {
    const [, v6, name, port] = /^(?:\[([^\]]+)\]|([^:[\]]+))(?::(\d{1,5}))?$/.exec(each) ?? [];
    return { host: v6 ?? name ?? '', port: port === undefined ? standard : Number(port) };
  });
  return nodes.every(({ host }) => host !== '') ? nodes : [];
}
