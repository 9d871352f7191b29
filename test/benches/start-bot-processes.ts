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
/** As the image and `npm start` do. */
const AS_SHIPPED = ['--max-semi-space-size=32'];

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

export interface WantedProcesses {
  /** '': the embedded store. */
  readonly redisUrl: string;
  /** Where one process keeps what it keeps, which is left there; else a folder that goes with it. */
  readonly folder?: string;
  /** How many share the Redis; 1 unless told. */
  readonly count?: number;
  /** A folder for a CPU profile of each. */
  readonly profile?: string | undefined;
  /** Whose orders are asked for; absent: each process has the demo company inside. */
  readonly company?: StartedCompany;
}

/** The demo company as a process of its own. */
export interface StartedCompany {
  /** The file that COMPANY_SYSTEMS names. */
  readonly systems: string;
  readonly orders: readonly ProvedOrder[];
  stop(): Promise<void>;
}

const newFolder = (): string => mkdtempSync(path.join(tmpdir(), 'omotenashi-bench-'));

/** The product as it is shipped, with everything on; only the limits of one sender are lifted, since all load comes from one address. */
export async function startBotProcesses(wanted: WantedProcesses): Promise<BotProcesses> {
  const { redisUrl, count = 1, profile, company, folder } = wanted;
  const profiling = profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profile}`];
  const own = folder === undefined ? Array.from({ length: count }, newFolder) : [];
  const environments = (folder === undefined ? own : [folder]).map((data) => ({
    ...{ PORT: '0', DATA_DIR: data, REDIS_URL: redisUrl, NODE_ENV: 'production', LOG_LEVEL: 'warn' },
    ...{ FLOWS_WATCH: 'false', RATE_CONVERSATIONS: '1000000', RATE_REQUESTS: '1000000' },
    ...(company ? { COMPANY_SYSTEMS: company.systems } : {}),
  }));
  const servers: StartedProcess[] = [];
  for (const environment of environments)
    servers.push(await startProcess([...AS_SHIPPED, ...profiling, PROGRAM, 'start'], environment));
  return {
    servers,
    orders: company?.orders ?? (await readOrders(environments[0] ?? {})),
    stop: async () => {
      await Promise.all(servers.map((server) => server.stop()));
      for (const each of own) rmSync(each, { recursive: true, force: true });
    },
  };
}

/** Serves the demo company, for any number of bots. */
export async function startCompany(): Promise<StartedCompany> {
  const folder = newFolder();
  const systems = path.join(folder, 'systems.yaml');
  const environment = { DATA_DIR: folder, NODE_ENV: 'production', LOG_LEVEL: 'warn' };
  const server = await startProcess([PROGRAM, 'demo', 'serve', '--port', '0', '--write', systems], environment);
  return {
    systems,
    orders: await readOrders(environment),
    stop: async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function readOrders(environment: Readonly<Record<string, string>>): Promise<readonly ProvedOrder[]> {
  const { stdout } = await promisify(execFile)(process.execPath, [PROGRAM, 'demo', '--json', '--locale', 'en'], {
    env: { ...process.env, ...environment },
    maxBuffer: 64 << 20,
  });
  return ordersOnTheWay(stdout);
}

function ordersOnTheWay(json: string): readonly ProvedOrder[] {
  return demo
    .parse(JSON.parse(json))
    .customers.flatMap(({ postcode, orders }) =>
      orders.filter(({ state }) => state === 'in_transit').map(({ number }) => ({ number, postcode })),
    );
}
