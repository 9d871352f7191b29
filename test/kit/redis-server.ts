import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { freePort } from './free-port.ts';
import { until } from './until.ts';
import { describeWith, programOnPath } from './what-is-here.ts';

/** A real redis-server of a test's own, on a free port, with its data in a folder of its own. */
export interface RedisServer {
  readonly url: string;
  readonly port: number;
  readonly pid: number;
  /** As by `kill -9`; what is on the disk stays. */
  kill(): Promise<void>;
  /** Holds it still, as a machine that hangs, until `resume`. */
  pause(): void;
  resume(): void;
  /** On the same port, with what is on the disk. */
  start(): Promise<void>;
  /** Ends it and throws its data away. */
  end(): Promise<void>;
}

const SERVER = programOnPath('redis-server');
const command = promisify(execFile);
const START_MS = 10_000;
/** A node of a cluster listens on a second port, 10,000 above. */
const HIGHEST_PORT = 55_535;

/** Can a server be started here? */
export const isRedisHere = SERVER !== undefined;

/**
 * `describe` for suites that need Redis. They are left out where redis-server is not installed, and `npm test` says so.
 * @example whereRedisIs('the store in Redis', () => { … });
 */
export const whereRedisIs = describeWith('redis', isRedisHere);

/**
 * Starts a server, without persistence unless told otherwise.
 * @param settings as in redis.conf: `['--appendonly', 'yes']`
 * @throws Error when redis-server is not installed.
 */
export async function startRedis(settings: readonly string[] = []): Promise<RedisServer> {
  const folder = mkdtempSync(path.join(tmpdir(), 'omotenashi-redis-'));
  const port = await freePort(HIGHEST_PORT);
  let server = await run(folder, port, settings);
  const kill = async () => {
    if (server.exitCode !== null || server.signalCode !== null) return;
    const gone = once(server, 'exit');
    server.kill('SIGKILL');
    await gone;
  };
  return {
    ...{ url: `redis://127.0.0.1:${port}`, port, kill },
    get pid() {
      return server.pid ?? 0;
    },
    pause: () => void server.kill('SIGSTOP'),
    resume: () => void server.kill('SIGCONT'),
    start: async () => {
      server = await run(folder, port, settings);
    },
    end: async () => {
      await kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Gives `body` a server and ends it after. */
export async function withRedis(
  body: (server: RedisServer) => Promise<void>,
  settings?: readonly string[],
): Promise<void> {
  const server = await startRedis(settings);
  try {
    await body(server);
  } finally {
    await server.end();
  }
}

/** Three masters that share the slots. */
export async function startRedisCluster(): Promise<{ readonly url: string; end(): Promise<void> }> {
  const settings = ['--cluster-enabled', 'yes', '--cluster-node-timeout', '2000'];
  const nodes = await Promise.all([startRedis(settings), startRedis(settings), startRedis(settings)]);
  const places = nodes.map(({ port }) => `127.0.0.1:${port}`);
  await command('redis-cli', ['--cluster', 'create', ...places, '--cluster-yes']);
  for (const { port } of nodes) await says(port, 'cluster info', /cluster_state:ok/);
  return {
    url: `redis-cluster://${places.join(',')}`,
    end: async () => void (await Promise.all(nodes.map((node) => node.end()))),
  };
}

/** A master with a replica, and one Sentinel that lets the replica take over a second after the master is gone. */
export async function startSentinel(): Promise<{
  /** Address that leads to whichever is the master. */
  readonly url: string;
  readonly master: RedisServer;
  readonly replica: RedisServer;
  end(): Promise<void>;
}> {
  const master = await startRedis();
  const replica = await startRedis(['--replicaof', '127.0.0.1', String(master.port)]);
  const folder = mkdtempSync(path.join(tmpdir(), 'omotenashi-sentinel-'));
  const port = await freePort(HIGHEST_PORT);
  const config = path.join(folder, 'sentinel.conf');
  writeFileSync(
    config,
    [
      ...[`port ${port}`, 'bind 127.0.0.1', `dir ${folder}`, `sentinel monitor main 127.0.0.1 ${master.port} 1`],
      ...['sentinel down-after-milliseconds main 1000', 'sentinel failover-timeout main 3000', ''],
    ].join('\n'),
  );
  await says(master.port, 'info', /state=online/);
  const sentinel = spawn(SERVER ?? '', [config, '--sentinel'], { stdio: 'ignore' });
  await until(() => answers(port), Boolean, START_MS);
  // a Sentinel learns of replicas from the master
  await says(port, 'info', /slaves=1/);
  return {
    ...{ url: `redis+sentinel://127.0.0.1:${port}/main`, master, replica },
    end: async () => {
      const gone = once(sentinel, 'exit');
      sentinel.kill('SIGKILL');
      await gone;
      await Promise.all([master.end(), replica.end()]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Waits until Redis answers a command so. */
async function says(port: number, asked: string, what: RegExp): Promise<void> {
  const ask = async () => (await command('redis-cli', ['-p', String(port), ...asked.split(' ')])).stdout;
  await until(ask, (told) => what.test(told), START_MS);
}

async function run(folder: string, port: number, settings: readonly string[]): Promise<ChildProcess> {
  if (!SERVER) throw new Error('redis-server is not installed: put it on the PATH.');
  const child = spawn(
    SERVER,
    [
      ...['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--save', ''],
      ...['--maxmemory-policy', 'noeviction', '--loglevel', 'warning', ...settings],
    ],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (part: Buffer) => {
      said = `${said}${part.toString()}`.slice(-4000);
    });
  const ended = once(child, 'exit').then(() => `redis-server ended:\n${said}`);
  const silent = until(() => answers(port), Boolean, START_MS).then(
    () => undefined,
    (fault: unknown) => `No Redis answers on port ${port}: ${fault}`,
  );
  const why = await Promise.race([ended, silent]);
  if (why === undefined) return child;
  child.kill('SIGKILL');
  throw new Error(why);
}

/** Has it read its data, and answers PING? */
async function answers(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  const pong = await new Promise<boolean>((resolve) => {
    socket.once('error', () => resolve(false)).once('close', () => resolve(false));
    socket.once('data', (data: Buffer) => resolve(/^(\+PONG|-NOAUTH)/.test(data.toString())));
    socket.once('connect', () => socket.write('PING\r\n'));
  });
  socket.destroy();
  return pong;
}
