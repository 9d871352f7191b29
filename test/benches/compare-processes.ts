import { availableParallelism } from 'node:os';
import { startRedis } from '../kit/redis-server.ts';
import { measureBot } from './measure-bot.ts';
import { type BotProcesses, type StartedCompany, startBotProcesses, startCompany } from './start-bot-processes.ts';

export interface Compared {
  readonly processes: number;
  /** CPU of all processes per turn, in microseconds. */
  readonly cpuUsPerTurn: number;
  readonly turnsPerSecond: number;
}

export interface Comparison {
  readonly one: Compared;
  readonly many: Compared;
  readonly cores: number;
}

/** Whatever else the machine does falls on both. */
const ROUNDS = 4;
const WARM_UP_TALKS = 300;

/**
 * The same load on one process and on several, each with a Redis of their own, in turn. The company answers both from a process that
 * isn't counted.
 * @param of how many processes, conversations in all on either side, and conversations at a time
 */
export async function compareProcesses(of: {
  readonly processes: number;
  readonly talks: number;
  readonly lanes: number;
}): Promise<Comparison> {
  const ends: (() => Promise<void>)[] = [];
  try {
    const company = await startCompany();
    ends.push(() => company.stop());
    const one = await openSide(company, 1, ends);
    const many = await openSide(company, of.processes, ends);
    // Each process learns its way by itself: each gets as much of it.
    for (const { bot } of [one, many])
      await measureBot(bot, { lanes: of.lanes, talks: WARM_UP_TALKS * bot.servers.length });
    for (let round = 0; round < ROUNDS; round++)
      for (const side of [one, many]) await measureOn(side, of.lanes, Math.ceil(of.talks / ROUNDS));
    return { one: comparedOf(one), many: comparedOf(many), cores: availableParallelism() };
  } finally {
    for (const end of ends.reverse()) await end();
  }
}

interface Side {
  readonly bot: BotProcesses;
  turns: number;
  cpuUs: number;
  seconds: number;
}

async function openSide(company: StartedCompany, count: number, ends: (() => Promise<void>)[]): Promise<Side> {
  const redis = await startRedis(['--appendonly', 'yes', '--appendfsync', 'everysec']);
  ends.push(() => redis.end());
  const bot = await startBotProcesses({ redisUrl: redis.url, count, company });
  ends.push(() => bot.stop());
  return { bot, turns: 0, cpuUs: 0, seconds: 0 };
}

async function measureOn(side: Side, lanes: number, talks: number): Promise<void> {
  const { load, cpuUsPerTurn } = await measureBot(side.bot, { lanes, talks });
  side.turns += load.turnsMs.length;
  side.cpuUs += cpuUsPerTurn * load.turnsMs.length;
  side.seconds += load.seconds;
}

const comparedOf = ({ bot, turns, cpuUs, seconds }: Side): Compared => ({
  processes: bot.servers.length,
  cpuUsPerTurn: cpuUs / turns,
  turnsPerSecond: turns / seconds,
});
