import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openBotTalks } from '../../benches/bot-talks.ts';
import { keepAlive } from '../../benches/load.ts';
import { measureBot } from '../../benches/measure-bot.ts';
import { type BotProcesses, type StartedCompany, startBotProcesses } from '../../benches/start-bot-processes.ts';
import { type RedisServer, startRedis } from '../../kit/redis-server.ts';
import type { StoreKind } from '../stage/open-stage.ts';
import { seedRedis } from './seed-redis.ts';
import { seedSqlite } from './seed-sqlite.ts';

/** A bot of its own with so many conversations in a store of its own. */
export interface Side {
  readonly count: number;
  /** Leads so many new conversations through three turns each, and adds what that cost. */
  measure(talks: number): Promise<void>;
  /** CPU of bot and store together per turn, over all that was measured, in microseconds. */
  usPerTurn(): number;
  end(): Promise<void>;
}

export interface SideConfig {
  readonly store: StoreKind;
  readonly count: number;
  readonly company: StartedCompany;
  readonly tell: (line: string) => void;
}

const LANES = 16;
const [WARM_UP_TALKS, TEMPLATES] = [400, 16];

/** Starts a bot, lets it learn its way, and fills its store. */
export async function openSide({ store, count, company, tell }: SideConfig): Promise<Side> {
  const folder = mkdtempSync(path.join(tmpdir(), 'omotenashi-many-'));
  // What is appended to a file costs the same however much is stored.
  const redis = store === 'redis' ? await startRedis() : undefined;
  const start = () => startBotProcesses({ redisUrl: redis?.url ?? '', company, folder });
  let bot = await start();
  const end = async (): Promise<void> => {
    await bot.stop();
    await redis?.end();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await beginTemplates(bot);
    if (redis) await seedRedis(redis.url, count, tell);
    else {
      await bot.stop();
      seedSqlite(folder, count, tell);
      bot = await start();
    }
    await measureBot(bot, { lanes: LANES, talks: WARM_UP_TALKS });
  } catch (fault) {
    await end();
    throw fault;
  }
  return { count, end, ...meterOf(bot, redis) };
}

function meterOf(bot: BotProcesses, redis: RedisServer | undefined): Pick<Side, 'measure' | 'usPerTurn'> {
  let turns = 0;
  let cpuUs = 0;
  return {
    usPerTurn: () => cpuUs / turns,
    measure: async (talks) => {
      const besides = redis ? [redis.pid] : [];
      const { load, cpuUsPerTurn, besidesUsPerTurn } = await measureBot(bot, { lanes: LANES, talks, besides });
      turns += load.turnsMs.length;
      cpuUs += (cpuUsPerTurn + besidesUsPerTurn) * load.turnsMs.length;
    },
  };
}

/** Conversations that have come as far as their second turn, and stay there. */
async function beginTemplates(bot: BotProcesses): Promise<void> {
  const agent = keepAlive(1);
  for (const { url } of bot.servers) {
    const { talks, close } = await openBotTalks(agent, url, bot.orders, TEMPLATES);
    for (const talk of talks) await talk()[Symbol.asyncIterator]().next();
    close();
  }
  agent.destroy();
}
