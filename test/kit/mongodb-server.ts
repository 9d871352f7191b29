import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { homedir, tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from './free-port.ts';
import { until } from './until.ts';
import { isProgram, programOnPath } from './what-is-here.ts';

/** A real server that speaks MongoDB's protocol, with a database of its own. */
export interface MongodbServer {
  /** Address with the name of an empty database. */
  readonly url: string;
  /** Another empty database of the same server. */
  newUrl(): string;
  /** As by `kill -9`; what it keeps stays. */
  kill(): Promise<void>;
  /** Holds it still, as a machine that hangs, until `resume`. */
  pause(): void;
  resume(): void;
  /** On the same port, with what it kept. */
  start(): Promise<void>;
  /** Ends it and throws its data away. */
  end(): Promise<void>;
}

const CACHE = process.env['XDG_CACHE_HOME'] ?? path.join(homedir(), '.cache');
/** Where `.ci/build-ferretdb` puts it. */
const FERRETDB = process.env['OMOTENASHI_FERRETDB'] ?? path.join(CACHE, 'omotenashi', 'ferretdb-v1.24.2', 'ferretdb');
const URL_GIVEN = process.env['MONGODB_URL'];
const START_MS = 15_000;

/** Can a server be started here, to be stopped and killed by a test? */
export const canStartMongodb = programOnPath('mongod') !== undefined || isProgram(FERRETDB);
/** Is there one to be used? */
export const isMongodbHere = Boolean(URL_GIVEN) || canStartMongodb;

/** The server of MONGODB_URL, else one of our own. */
export async function useMongodb(): Promise<Pick<MongodbServer, 'url' | 'newUrl' | 'end'>> {
  if (!URL_GIVEN) return startMongodb();
  const newUrl = () => {
    const url = new URL(URL_GIVEN);
    url.pathname = `/${databaseName()}`;
    return url.href;
  };
  return { url: newUrl(), newUrl, end: async () => {} };
}

/** A server of our own on a free port. */
export async function startMongodb(): Promise<MongodbServer> {
  const folder = mkdtempSync(path.join(tmpdir(), 'omotenashi-mongodb-'));
  const port = await freePort();
  let server: ChildProcess | undefined;
  const start = async () => {
    server = await run(folder, port);
  };
  const kill = async () => {
    if (!server || server.exitCode !== null || server.signalCode !== null) return;
    const gone = once(server, 'exit');
    server.kill('SIGKILL');
    await gone;
  };
  await start();
  const newUrl = () => `mongodb://127.0.0.1:${port}/${databaseName()}`;
  return {
    ...{ url: newUrl(), newUrl, start, kill },
    pause: () => void server?.kill('SIGSTOP'),
    resume: () => void server?.kill('SIGCONT'),
    end: async () => {
      await kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const databaseName = () => `test-${randomUUID().slice(0, 13)}`;

async function run(folder: string, port: number): Promise<ChildProcess> {
  const mongod = programOnPath('mongod');
  const program = mongod ?? FERRETDB;
  const child = spawn(program, mongod ? mongodArguments(folder, port) : ferretArguments(folder, port), {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (part: Buffer) => {
      said = `${said}${part.toString()}`.slice(-4000);
    });
  const failed = once(child, 'error').then(([fault]) => `${program}: ${String(fault)}`);
  const ended = once(child, 'exit').then(() => `${program} ended:\n${said}`);
  const why = await Promise.race([failed, ended, until(() => listens(port), Boolean, START_MS).then(() => undefined)]);
  if (why !== undefined) throw new Error(why);
  return child;
}

const mongodArguments = (folder: string, port: number) => [
  ...['--dbpath', folder, '--port', String(port), '--bind_ip', '127.0.0.1'],
  ...['--nounixsocket', '--quiet'],
];

const ferretArguments = (folder: string, port: number) => [
  ...['--handler=sqlite', `--sqlite-url=file:${folder}/`, `--state-dir=${folder}`],
  ...[`--listen-addr=127.0.0.1:${port}`, '--debug-addr=-', '--telemetry=disable', '--log-level=error'],
];

async function listens(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  const answered = await new Promise<boolean>((resolve) => {
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
  });
  socket.destroy();
  return answered;
}
