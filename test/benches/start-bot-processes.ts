import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import type { ProvedOrder } from './bot-talks.ts';
import { type StartedProcess, startProcess } from './start-process.ts';

const root = path.resolve(import.meta.dirname, '..', '..');
const PROGRAM = path.join(root, 'dist', 'bots', 'cli', 'main.js');

export interface BotProcesses {
  readonly servers: readonly StartedProcess[];
  readonly orders: readonly ProvedOrder[];
  stop(): Promise<void>;
}

const demo = z.object({
  customers: z.array(
    z.object({
      locale: z.string(),
      postcode: z.string(),
      orders: z.array(z.object({ number: z.string(), state: z.string() })),
    }),
  ),
});

/** The product as it is shipped, with everything on; only the limits of one sender are lifted, since all load comes from one address. */
export async function startBotProcesses(redisUrl: string, profile?: string): Promise<BotProcesses> {
  const folder = mkdtempSync(path.join(tmpdir(), 'omotenashi-bench-'));
  const environment = {
    ...{ PORT: '0', DATA_DIR: folder, REDIS_URL: redisUrl, NODE_ENV: 'production', LOG_LEVEL: 'warn' },
    ...{ FLOWS_WATCH: 'false', RATE_CONVERSATIONS: '1000000', RATE_REQUESTS: '1000000' },
  };
  const profiling = profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profile}`];
  const servers = [await startProcess([...profiling, PROGRAM, 'start'], environment)];
  const { stdout } = await promisify(execFile)(process.execPath, [PROGRAM, 'demo', '--json', '--locale', 'en'], {
    env: { ...process.env, ...environment },
    maxBuffer: 64 << 20,
  });
  return {
    servers,
    orders: ordersOnTheWay(stdout),
    stop: async () => {
      await Promise.all(servers.map((server) => server.stop()));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function ordersOnTheWay(json: string): readonly ProvedOrder[] {
  return demo
    .parse(JSON.parse(json))
    .customers.flatMap(({ postcode, orders }) =>
      orders.filter(({ state }) => state === 'in_transit').map(({ number }) => ({ number, postcode })),
    );
}
