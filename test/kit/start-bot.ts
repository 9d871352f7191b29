import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from './free-port.ts';

export interface StartedBot {
  readonly url: string;
  /** Ends the process as a power cut does, and starts it again on the same data. */
  crashAndRestart(): Promise<void>;
  stop(): Promise<void>;
}

const ROOT = path.join(__dirname, '../..');
const START_MS = 60_000;

/** The whole system as `npm start` runs it, in a process and with data of its own. */
export async function startBot(): Promise<StartedBot> {
  const data = mkdtempSync(path.join(tmpdir(), 'omotenashi-'));
  const port = await freePort();
  let process_ = await run(port, data);
  const kill = async () => {
    const gone = once(process_, 'exit');
    process_.kill('SIGKILL');
    await gone;
  };
  return {
    url: `http://localhost:${port}`,
    crashAndRestart: async () => {
      await kill();
      process_ = await run(port, data);
    },
    stop: async () => {
      await kill();
      rmSync(data, { recursive: true, force: true });
    },
  };
}

async function run(port: number, data: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'bots/cli/main.ts', 'start'], {
    cwd: ROOT,
    env: { ...process.env, PORT: String(port), DATA_DIR: data, LOG_LEVEL: 'error', FLOWS_WATCH: 'false' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  await new Promise<void>((resolve, reject) => {
    let said = '';
    const timer = setTimeout(() => reject(new Error(`The bot did not start:\n${said}`)), START_MS);
    const hear = (chunk: Buffer) => {
      said += chunk.toString();
      if (!said.includes('is ready')) return;
      clearTimeout(timer);
      resolve();
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('exit', () => {
      clearTimeout(timer);
      reject(new Error(`The bot ended:\n${said}`));
    });
  });
  return child;
}
