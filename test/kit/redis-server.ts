import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
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
const START_MS = 10_000;

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
  const port = await freePort();
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
  const command = promisify(execFile);
  await command('redis-cli', ['--cluster', 'create', ...places, '--cluster-yes']);
  for (const { port } of nodes) await isOk(port, command);
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
  const port = await freePort();
  const config = path.join(folder, 'sentinel.conf');
  writeFileSync(
    config,
    [
      ...[`port ${port}`, 'bind 127.0.0.1', `dir ${folder}`, `sentinel monitor main 127.0.0.1 ${master.port} 1`],
      ...['sentinel down-after-milliseconds main 1000', 'sentinel failover-timeout main 3000', ''],
    ].join('\n'),
  );
  await holds(master.port, /state=online/);
  const sentinel = spawn(SERVER ?? '', [config, '--sentinel'], { stdio: 'ignore' });
  await answers(port);
  // a Sentinel learns of replicas from the master
  await holds(port, /slaves=1/);
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

/** Waits until INFO says so. */
async function holds(port: number, what: RegExp): Promise<void> {
  const command = promisify(execFile);
  for (const end = Date.now() + START_MS; Date.now() < end; ) {
    const { stdout } = await command('redis-cli', ['-p', String(port), 'info']);
    if (what.test(stdout)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`The Redis on port ${port} never said ${what}.`);
}

type Run = (file: string, args: string[]) => Promise<{ readonly stdout: string }>;

async function isOk(port: number, command: Run): Promise<void> {
  for (const end = Date.now() + START_MS; Date.now() < end; ) {
    const { stdout } = await command('redis-cli', ['-p', String(port), 'cluster', 'info']);
    if (stdout.includes('cluster_state:ok')) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('The cluster did not come together.');
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
  const silent = answers(port).then(
    () => undefined,
    (fault: unknown) => String(fault),
  );
  const why = await Promise.race([ended, silent]);
  if (why === undefined) return child;
  child.kill('SIGKILL');
  throw new Error(why);
}

/** Waits until it has read its data and answers PING. */
async function answers(port: number): Promise<void> {
  for (const end = Date.now() + START_MS; Date.now() < end; ) {
    const socket = connect(port, '127.0.0.1');
    const pong = await new Promise<boolean>((resolve) => {
      socket.once('error', () => resolve(false)).once('close', () => resolve(false));
      socket.once('data', (data: Buffer) => resolve(/^(\+PONG|-NOAUTH)/.test(data.toString())));
      socket.once('connect', () => socket.write('PING\r\n'));
    });
    socket.destroy();
    if (pong) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`No Redis answers on port ${port}.`);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('No port was given.');
  // a node of a cluster listens on a second port, 10,000 above
  return address.port < 55_000 ? address.port : freePort();
}
