import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(__dirname, '..', '..');

export interface SpawnedServer {
  readonly child: ChildProcess;
  /** Empty when it did not come to be ready. */
  readonly url: string;
  /** What it printed until now. */
  readonly output: string;
  /** Resolves with its exit code; null when it was killed. */
  readonly ended: Promise<number | null>;
  kill(signal: NodeJS.Signals): Promise<number | null>;
}

export interface Spawner {
  newFolder(): string;
  /** The real process, as `npm start` runs it, with short times. Resolves when it is ready, or has ended. */
  start(folder: string, settings?: Readonly<Record<string, string>>, program?: string): Promise<SpawnedServer>;
  /** Kills what still runs and throws the folders away. */
  end(): void;
}

/** Real servers in processes of their own, for tests that kill them. */
export function createSpawner(): Spawner {
  const folders: string[] = [];
  const running = new Set<ChildProcess>();
  return {
    newFolder: () => {
      const folder = mkdtempSync(join(tmpdir(), 'omotenashi-kill-'));
      folders.push(folder);
      return folder;
    },
    start: async (folder, settings = {}, program = SHIPPED) => {
      const child = spawnServer(folder, settings, program);
      running.add(child);
      const ended = once(child, 'exit').then(([code]): number | null => {
        running.delete(child);
        return code;
      });
      return whenReady(child, ended);
    },
    end: () => {
      for (const child of running) child.kill('SIGKILL');
      for (const folder of folders) rmSync(folder, { recursive: true, force: true });
    },
  };
}

const SHIPPED = "import('./bots/server.ts').then((server) => server.startServer())";

function spawnServer(folder: string, settings: Readonly<Record<string, string>>, program: string): ChildProcess {
  return spawn(process.execPath, ['--import', 'tsx', '-e', program], {
    cwd: root,
    env: {
      ...process.env,
      NODE_OPTIONS: '',
      PORT: '0',
      DATA_DIR: folder,
      FLOWS_WATCH: 'false',
      LOG_LEVEL: 'error',
      SWEEP_MS: '50',
      LEASE_MS: '1000',
      RENEW_MS: '200',
      CLAIM_MS: '1000',
      ...settings,
    },
  });
}

async function whenReady(child: ChildProcess, ended: Promise<number | null>): Promise<SpawnedServer> {
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (part) => {
      output += part;
    });
  }
  const ready = new Promise<void>((told) => {
    child.stdout?.on('data', () => output.includes('is ready') && told());
  });
  await Promise.race([ready, ended]);
  return {
    child,
    ended,
    get output() {
      return output;
    },
    url: /Omotenashi is ready: (\S+)/.exec(output)?.[1]?.replace('localhost', '127.0.0.1') ?? '',
    kill: async (signal) => {
      child.kill(signal);
      return ended;
    },
  };
}
