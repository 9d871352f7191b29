import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

export interface StartedProcess {
  readonly pid: number;
  readonly url: string;
  stop(): Promise<void>;
}

const PATIENCE_MS = 60_000;

/** Starts a Node process and waits until it prints where it listens. @throws Error with what it printed when it ends before */
export async function startProcess(
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<StartedProcess> {
  const child = spawn(process.execPath, [...args], { env: { ...process.env, ...environment } });
  const url = await addressOf(child);
  const stop = async () => {
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    await ended;
  };
  return { pid: child.pid ?? 0, url, stop };
}

function addressOf(child: ChildProcess): Promise<string> {
  let printed = '';
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`It did not come to be ready:\n${printed}`)), PATIENCE_MS);
    const read = (part: Buffer) => {
      printed += part.toString();
      const url = /ready:? (http\S+)/.exec(printed)?.[1];
      if (url === undefined) return;
      clearTimeout(late);
      resolve(url.replace('localhost', '127.0.0.1'));
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('exit', () => reject(new Error(`It ended at once:\n${printed}`)));
  });
}
