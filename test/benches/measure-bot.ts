import { openBotTalks } from './bot-talks.ts';
import { keepAlive, type Load, load } from './load.ts';
import { readProcess } from './read-process.ts';
import type { BotProcesses } from './start-bot-processes.ts';

export interface MeasuredBot {
  readonly load: Load;
  /** CPU of all the product's processes per turn, in microseconds. */
  readonly cpuUsPerTurn: number;
  /** The same of the processes besides. */
  readonly besidesUsPerTurn: number;
  /** Megabytes of all processes together. */
  readonly rssMb: number;
}

/**
 * Conversations are opened before anything is measured; each is then led through its three turns.
 * @param of.besides processes that are no part of the product, and measured all the same
 */
export async function measureBot(
  bot: BotProcesses,
  of: { readonly lanes: number; readonly talks: number; readonly besides?: readonly number[] },
): Promise<MeasuredBot> {
  const agent = keepAlive(of.lanes);
  const rounds = bot.servers.map(({ url }) => ({ url, share: Math.ceil(of.talks / bot.servers.length) }));
  const opened = await Promise.all(rounds.map(({ url, share }) => openBotTalks(agent, url, bot.orders, share)));
  const pids = bot.servers.map(({ pid }) => pid);
  const besides = () => sum((of.besides ?? []).map((pid) => readProcess(pid).cpuUs));
  const before = sum(pids.map((pid) => readProcess(pid).cpuUs));
  const besidesBefore = besides();
  const done = await load(interleave(opened.map(({ talks }) => talks)), of.lanes);
  const after = pids.map(readProcess);
  const besidesUs = besides() - besidesBefore;
  for (const one of opened) one.close();
  return {
    load: done,
    besidesUsPerTurn: besidesUs / done.turnsMs.length,
    cpuUsPerTurn: (sum(after.map(({ cpuUs }) => cpuUs)) - before) / done.turnsMs.length,
    rssMb: sum(after.map(({ rssMb }) => rssMb)),
  };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

/** One of each list in turn, so that all processes work at any time. */
function interleave<One>(lists: readonly (readonly One[])[]): readonly One[] {
  const longest = Math.max(...lists.map((list) => list.length));
  return Array.from({ length: longest }, (_, n) => lists.flatMap((list) => list.slice(n, n + 1))).flat();
}
