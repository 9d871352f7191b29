import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Redis } from 'ioredis';
import { freePort } from '../../kit/free-port.ts';
import { type RedisServer, startRedis } from '../../kit/redis-server.ts';
import { until } from '../../kit/until.ts';

export interface GuardedRedis {
  /** As the bots are told it. */
  readonly url: string;
  readonly master: RedisServer;
  readonly replica: RedisServer;
  /** The replica hears nothing more of the master, and keeps what it has. */
  cutOff(): Promise<void>;
  /** Bytes of writes that the master has told and the replica has not heard. */
  behind(): Promise<number>;
  /** Waits until the guards have made the replica the master; gives how long that took, in milliseconds. */
  failedOver(): Promise<number>;
  end(): Promise<void>;
}

const GUARDS = 3;
const NAME = 'proof';
const WAIT_MS = 60_000;

/** A master, a replica that follows it, and three guards that fail over after a second. */
export async function startSentinels(): Promise<GuardedRedis> {
  const folder = mkdtempSync(path.join(tmpdir(), 'omotenashi-sentinels-'));
  const master = await startRedis(['--appendonly', 'yes']);
  const replica = await startRedis(['--appendonly', 'yes', '--replicaof', '127.0.0.1', `${master.port}`]);
  const nobody = await freePort();
  await until(() => infoOf(replica.port), says('master_link_status:up'), WAIT_MS);
  const ports = await Promise.all(Array.from({ length: GUARDS }, () => freePort()));
  const guards = ports.map((port) => spawnGuard(folder, port, master.port));
  await Promise.all(ports.map((port) => until(() => infoOf(port, 'sentinel'), knowsAll, WAIT_MS)));
  return {
    ...{ master, replica },
    // The guards turn it back to the master in the end, but not within these seconds.
    cutOff: async () => void (await ask(replica.port, (redis) => redis.replicaof('127.0.0.1', nobody))),
    behind: async () => {
      const [told, heard] = await Promise.all([master, replica].map(({ port }) => infoOf(port)));
      return offsetIn(told) - offsetIn(heard);
    },
    url: `redis+sentinel://${ports.map((port) => `127.0.0.1:${port}`).join(',')}/${NAME}`,
    failedOver: async () => {
      const from = performance.now();
      await until(() => infoOf(replica.port), says('role:master'), WAIT_MS);
      return performance.now() - from;
    },
    end: async () => {
      for (const guard of guards) await kill(guard);
      await Promise.all([replica.end(), master.end()]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function spawnGuard(folder: string, port: number, master: number): ChildProcess {
  const file = path.join(folder, `${port}.conf`);
  const settings = [
    ...[`port ${port}`, 'bind 127.0.0.1', `dir ${folder}`, `sentinel monitor ${NAME} 127.0.0.1 ${master} 2`],
    ...[`sentinel down-after-milliseconds ${NAME} 1000`, `sentinel failover-timeout ${NAME} 5000`],
  ];
  writeFileSync(file, `${settings.join('\n')}\n`);
  return spawn('redis-server', [file, '--sentinel'], { stdio: 'ignore' });
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

const infoOf = (port: number, section = 'replication'): Promise<string> => ask(port, (redis) => redis.info(section));

const offsetIn = (info = ''): number => Number(/master_repl_offset:(\d+)/.exec(info)?.[1] ?? 0);

const says = (what: string) => (info: string) => info.includes(what);

/** Does this guard know the replica and the other guards? */
const knowsAll = (info: string): boolean => info.includes('slaves=1') && info.includes(`sentinels=${GUARDS}`);

async function ask(port: number, command: (redis: Redis) => Promise<string>): Promise<string> {
  const redis = new Redis({ port, host: '127.0.0.1', lazyConnect: true, retryStrategy: () => null });
  redis.on('error', () => undefined);
  try {
    await redis.connect();
    return await command(redis);
  } catch {
    return '';
  } finally {
    redis.disconnect();
  }
}
