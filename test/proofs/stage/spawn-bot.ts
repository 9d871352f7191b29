import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { PRODUCT_FOLDER } from '../../../bots/product-folder.ts';

export type BotSettings = Readonly<Record<string, string>>;

export interface SpawnedBot {
  /** Its name in every log. */
  readonly instance: string;
  readonly url: string;
  readonly child: ChildProcess;
  /** What it printed last. */
  readonly output: () => string;
  /** Holds it still, as a machine that hangs, until `goOn`; no balancer sends it anybody meanwhile. */
  hold(): void;
  goOn(): void;
  readonly held: () => boolean;
  /** Resolves when it is gone: `null` when it was killed. */
  readonly ended: Promise<number | null>;
}

const KEPT_OUTPUT = 20_000;

/** Starts a compiled bot. Resolves when it is ready, with an empty `url` when it ended before. */
export async function spawnBot(script: string, instance: string, settings: BotSettings): Promise<SpawnedBot> {
  const child = spawn(process.execPath, ['--enable-source-maps', '--expose-gc', script], {
    cwd: PRODUCT_FOLDER,
    env: { ...process.env, NODE_OPTIONS: '', NODE_ENV: 'test', PORT: '0', PROOF_INSTANCE: instance, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const ended = once(child, 'exit').then(([code]): number | null => code);
  const ready = new Promise<void>((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (part: string) => {
        said = (said + part).slice(-KEPT_OUTPUT);
        if (said.includes('Omotenashi is ready')) resolve();
      });
    }
  });
  await Promise.race([ready, ended]);
  const url = /Omotenashi is ready: http:\/\/[^:]+:(\d+)/.exec(said)?.[1];
  let held = false;
  return {
    ...{ instance, child, ended, output: () => said, held: () => held },
    url: url === undefined ? '' : `http://127.0.0.1:${url}`,
    hold: () => {
      held = true;
      child.kill('SIGSTOP');
    },
    goOn: () => {
      child.kill('SIGCONT');
      held = false;
    },
  };
}
