import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { Redis } from 'ioredis';

export interface RedisServer {
  readonly url: string;
  readonly port: number;
  readonly child: ChildProcess;
  /** Ends it by this signal and waits until it is gone. */
  stop(signal?: NodeJS.Signals): Promise<void>;
  /** Starts it again on the same data. Resolves when it answers. */
  start(): Promise<void>;
}

const READY_MS = 15_000;

/** Is there a redis-server here? */
export const hasRedis = (): boolean => spawnSync('redis-server', ['--version']).status === 0;

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}

/** A real Redis on a free port with its data in `folder`: append-only file, nothing evicted. `more`: further settings. */
export async function startRedis(folder: string, more: readonly string[] = []): Promise<RedisServer> {
  mkdirSync(folder, { recursive: true });
  const port = await freePort();
  const settings = ['--port', `${port}`, '--bind', '127.0.0.1', '--dir', folder, '--save', '', '--appendonly', 'yes'];
  const policy = ['--maxmemory-policy', 'noeviction', '--loglevel', 'warning'];
  let child = spawn('redis-server', [...settings, ...policy, ...more], { stdio: 'ignore' });
  const server = {
    port,
    url: `redis://127.0.0.1:${port}`,
    get child() {
      return child;
    },
    stop: async (signal: NodeJS.Signals = 'SIGKILL') => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, 'exit');
      child.kill(signal);
      await gone;
    },
    start: async () => {
      child = spawn('redis-server', [...settings, ...policy, ...more], { stdio: 'ignore' });
      await answers(port);
    },
  };
  await answers(port);
  return server;
}

/** Waits until a Redis on this port takes commands. @throws Error when it does not come */
async function answers(port: number): Promise<void> {
  const from = performance.now();
  while (performance.now() - from < READY_MS) {
    const redis = new Redis({ port, host: '127.0.0.1', lazyConnect: true, retryStrategy: () => null });
    redis.on('error', () => undefined);
    try {
      await redis.connect();
      await redis.ping();
      return;
    } catch {
      await pause(25);
    } finally {
      redis.disconnect();
    }
  }
  throw new Error(`redis-server does not answer on port ${port}.`);
}
