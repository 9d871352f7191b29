import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { HistoryKeeper } from '../history/create-history.ts';
import { type BotSettings, type SpawnedBot, spawnBot } from './spawn-bot.ts';

export interface Fleet {
  /** A process that takes customers now, another one each time; undefined while none does. */
  next(): SpawnedBot | undefined;
  running(): readonly SpawnedBot[];
  /** Starts a process in a place. @throws Error with what it printed when it does not come to be ready */
  start(place: number, more?: BotSettings): Promise<SpawnedBot>;
  /** Ends all, and waits until they are gone. */
  end(): Promise<void>;
}

export interface FleetConfig {
  readonly script: string;
  readonly folder: string;
  readonly settings: BotSettings;
  readonly history: HistoryKeeper;
}

/** The signing keys are shared by all processes of a bot, as an operator would have it. */
const KEYS = ['session', 'customer', 'handoff'];

/** Bot processes behind a balancer that knows which of them live. */
export function createFleet({ script, folder, settings, history }: FleetConfig): Fleet {
  const running = new Set<SpawnedBot>();
  let started = 0;
  let turn = 0;
  const start: Fleet['start'] = async (place, more = {}) => {
    const data = path.join(folder, `place-${place}`);
    layKeys(data);
    const instance = `p${place}.${++started}`;
    const bot = await spawnBot(script, instance, { DATA_DIR: data, ...settings, ...more });
    if (bot.url === '') {
      // it may have met its crash point in the middle of coming up
      if ((await bot.ended) === null) return bot;
      throw new Error(`A bot did not start:\n${bot.output()}`);
    }
    running.add(bot);
    void bot.ended.then((code) => {
      running.delete(bot);
      if (code === null) history.note({ kind: 'killed', process: instance, how: more['CRASH_AT'] ?? 'from outside' });
    });
    return bot;
  };
  return {
    start,
    running: () => [...running],
    next: () => {
      const live = [...running].filter(
        ({ child, held }) => child.exitCode === null && child.signalCode === null && !held(),
      );
      return live[turn++ % live.length];
    },
    end: async () => {
      const all = [...running];
      for (const { child } of all) child.kill('SIGKILL');
      await Promise.all(all.map(({ ended }) => ended));
    },
  };
}

function layKeys(data: string): void {
  mkdirSync(data, { recursive: true });
  for (const name of KEYS) {
    writeFileSync(path.join(data, `${name}.key`), Buffer.alloc(32, name).toString('base64url'), { mode: 0o600 });
  }
}
