import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { PRODUCT_FOLDER } from '../../../bots/product-folder.ts';
import { createDice, type Dice } from '../../../integrations/demo-world/dice.ts';
import { type RedisServer, startRedis } from '../../kit/redis-server.ts';
import { checkHistory, type Findings } from '../history/check-history.ts';
import { createHistory, type HistoryKeeper } from '../history/create-history.ts';
import type { TalkKind } from '../history/history.ts';
import { compileBot } from './compile-bot.ts';
import { createAskingTalker } from './create-asking-talker.ts';
import { createFleet, type Fleet } from './create-fleet.ts';
import { createHookTalker } from './create-hook-talker.ts';
import { createTalk, type Talk } from './create-talk.ts';
import { createWebTalker } from './create-web-talker.ts';
import { type Notebook, serveNotebook, USUAL_MANNERS } from './serve-notebook.ts';
import { serveProvider } from './serve-provider.ts';
import type { BotSettings } from './spawn-bot.ts';

export type StoreKind = 'sqlite' | 'redis';

/** How many of each kind. */
export type Customers = Readonly<Partial<Record<TalkKind, number>>>;

export interface Stage {
  readonly fleet: Fleet;
  readonly history: HistoryKeeper;
  readonly notebook: Notebook;
  /** Where the store is the usual one. */
  readonly redis: RedisServer | undefined;
  readonly dice: Dice;
  readonly folder: string;
  readonly times: { readonly leaseMs: number; readonly sweepMs: number };
  /** Customers, in turn of each kind. */
  talks(counts: Customers, thinkMs: number, mostAtOnce?: number): readonly Talk[];
  /** Waits until all is answered, or nothing came for `patienceMs`. */
  calm(talks: readonly Talk[], patienceMs: number): Promise<void>;
  /** Waits for the next answer that a customer sees; gives how long that took, in milliseconds. */
  nextAnswer(): Promise<number>;
  judge(): Findings;
  end(): Promise<void>;
}

/** Where the bots find their Redis. */
export interface RedisPlace {
  readonly url: string;
  end(): Promise<void>;
}

export interface StageConfig {
  readonly store: StoreKind;
  readonly seed: string;
  readonly tell: (line: string) => void;
  readonly leaseMs?: number;
  readonly sweepMs?: number;
  readonly settings?: BotSettings;
  /** Another Redis than the usual: a cluster, one with a guard, one behind a bad line. It is ended with the stage. */
  readonly redis?: () => Promise<RedisPlace>;
}

const [LEASE_MS, SWEEP_MS] = [1000, 100];

/** Everything around the bots, with all its faults: store, back end, provider, customers. No bot runs yet. */
export async function openStage(config: StageConfig): Promise<Stage> {
  const { store, seed, tell, leaseMs = LEASE_MS, sweepMs = SWEEP_MS } = config;
  const script = compileBot(tell);
  const dice = createDice(seed);
  const folder = mkdtempSync(path.join(tmpdir(), 'omotenashi-proof-'));
  const history = createHistory();
  const notebook = await serveNotebook(history, createDice(`${seed} notebook`), USUAL_MANNERS);
  const provider = await serveProvider(createDice(`${seed} provider`));
  const redis = store === 'redis' && !config.redis ? await startRedis(['--appendonly', 'yes']) : undefined;
  const place = store === 'redis' ? (redis ?? (await config.redis?.())) : undefined;
  const fleet = createFleet({
    ...{ script, folder, history },
    settings: {
      ...usualSettings(leaseMs, sweepMs),
      ...{ PROOF_COMPANY: notebook.url, PROOF_PROVIDER: provider.url },
      ...(place ? { REDIS_URL: place.url } : {}),
      ...config.settings,
    },
  });
  const ended = new AbortController();
  const open: Talk[] = [];
  const talk = (kind: TalkKind, n: number, thinkMs: number, mostAtOnce?: number): Talk =>
    createTalk({
      ...{ kind, history, thinkMs, ended: ended.signal },
      ...(mostAtOnce === undefined ? {} : { mostAtOnce }),
      name: `${kind.charAt(0)}${n}`,
      dice: createDice(`${seed} ${kind} ${n}`),
      talkerOf: (parts) => {
        if (kind === 'web') return createWebTalker({ ...parts, fleet });
        if (kind === 'asked') return createAskingTalker({ ...parts, fleet });
        return createHookTalker(kind, provider, { ...parts, fleet });
      },
    });
  return {
    ...{ fleet, history, notebook, redis, dice, folder, times: { leaseMs, sweepMs } },
    talks: (counts, thinkMs, mostAtOnce) => {
      const kinds: readonly TalkKind[] = ['web', 'keyed', 'plain', 'asked'];
      const made = kinds.flatMap((kind) =>
        Array.from({ length: counts[kind] ?? 0 }, (_, n) => talk(kind, n + 1, thinkMs, mostAtOnce)),
      );
      open.push(...made);
      return made;
    },
    calm: (talks, patienceMs) => calm(talks, history, patienceMs),
    nextAnswer: () => nextAnswer(history),
    judge: () => checkHistory(history),
    end: async () => {
      ended.abort();
      for (const each of open) each.close();
      await fleet.end();
      await Promise.all([notebook.close(), provider.close(), place?.end()]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const LOOK_MS = 50;
const AFTERWARDS_MS = 1000;

async function calm(talks: readonly Talk[], history: HistoryKeeper, patienceMs: number): Promise<void> {
  let seen = history.entries.length;
  let since = performance.now();
  while (talks.some((each) => each.unanswered() > 0) && performance.now() - since < patienceMs) {
    await pause(LOOK_MS);
    if (history.entries.length > seen) {
      seen = history.entries.length;
      since = performance.now();
    }
  }
  // a second answer would come soon after the first
  await pause(AFTERWARDS_MS);
}

/** Short times, so that a proof sees many lapses; rates that no customer of ours meets. */
const usualSettings = (leaseMs: number, sweepMs: number): BotSettings => ({
  FLOWS_DIR: path.join(PRODUCT_FOLDER, 'test', 'proofs', 'dialogs'),
  ...{ FLOWS_WATCH: 'false', LOG_LEVEL: 'error', HOST: '127.0.0.1' },
  LEASE_MS: `${leaseMs}`,
  RENEW_MS: `${Math.max(50, Math.floor(leaseMs / 4))}`,
  // Longer than the proof channels wait for their provider.
  CLAIM_MS: '6000',
  SWEEP_MS: `${sweepMs}`,
  ...{ RATE_CONVERSATIONS: '1000000', RATE_REQUESTS: '1000000', RATE_MESSAGES: '1000000' },
});

const LONGEST_MS = 60_000;

async function nextAnswer({ entries }: HistoryKeeper): Promise<number> {
  const from = performance.now();
  let at = entries.length;
  while (performance.now() - from < LONGEST_MS) {
    for (; at < entries.length; at++) {
      const entry = entries[at];
      if (entry?.kind === 'reply') return entry.at - from;
    }
    await pause(5);
  }
  return LONGEST_MS;
}
