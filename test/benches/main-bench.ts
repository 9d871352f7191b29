import { createHash } from 'node:crypto';
import { parseArgs } from 'node:util';
import { Redis } from 'ioredis';
import { type ScriptName, scriptText } from '../../integrations/conversation-store/redis/scripts.ts';
import { startRedis } from '../kit/redis-server.ts';
import { compareProcesses } from './compare-processes.ts';
import { countCommands } from './count-commands.ts';
import { type MeasuredBot, measureBot } from './measure-bot.ts';
import { measureFloor } from './measure-floor.ts';
import { readStages } from './read-stages.ts';
import { type BotProcesses, startBotProcesses } from './start-bot-processes.ts';

const LANES = 32;
const TALKS = Number(process.env['BENCH_TALKS'] ?? 1000);
const WARM_UP_TALKS = 300;
const COUNTED_TALKS = 64;
const TURNS_EACH = 3;

const tell = (line: string): void => void process.stderr.write(`${line}\n`);

/**
 * The product against the least that anybody's handler does, on one machine and one Redis, in one run. With `--processes N` first one
 * process against N, on standard error.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { json: { type: 'boolean' }, processes: { type: 'string' } } });
  if (values.processes !== undefined) await tellComparison(Number(values.processes));
  const redis = await startRedis(['--appendonly', 'yes', '--appendfsync', 'everysec']);
  try {
    const bot = await startBotProcesses({ redisUrl: redis.url, profile: process.env['BENCH_PROFILE'] });
    try {
      tell(`warming up: ${WARM_UP_TALKS} conversations …`);
      await measureBot(bot, { lanes: LANES, talks: WARM_UP_TALKS });
      tell(`measuring: ${TALKS} conversations of ${TURNS_EACH} turns, ${LANES} at a time …`);
      const stages = await readStages(bot.servers.map(({ url }) => url));
      const measured = await measureBot(bot, { lanes: LANES, talks: TALKS });
      for (const line of await stages.since()) tell(line);
      const trips = await tripsPerTurn(bot, redis.url);
      const stateBytes = await meanStateBytes(redis.url);
      tell(`the floor: express 5, one GET and one SET of ${stateBytes} bytes …`);
      const floor = await measureFloor({ redisUrl: redis.url, stateBytes, lanes: LANES, talks: TALKS });
      process.stdout.write(`${JSON.stringify(figures(measured, trips, floor))}\n`);
    } finally {
      await bot.stop();
    }
  } finally {
    await redis.end();
  }
}

async function tellComparison(processes: number): Promise<void> {
  tell(`one process against ${processes}, the company apart: ${TALKS} conversations each …`);
  const { one, many, cores } = await compareProcesses({ processes, talks: TALKS, lanes: LANES });
  for (const { processes: count, cpuUsPerTurn, turnsPerSecond } of [one, many])
    tell(
      `  ${count} ${count === 1 ? 'process' : 'processes'}: ${Math.round(cpuUsPerTurn)} µs per turn, ${round(turnsPerSecond, 1)} turns/s`,
    );
  tell(`  CPU per turn: ${round(many.cpuUsPerTurn / one.cpuUsPerTurn, 2)} × one process`);
  const throughput = `${round(many.turnsPerSecond / one.turnsPerSecond, 2)} × one process`;
  tell(`  throughput: ${throughput}${cores < 4 ? `, which says nothing on ${cores} cores` : ''}`);
}

function figures({ load, cpuUsPerTurn, rssMb }: MeasuredBot, trips: number, floor: number) {
  const sorted = load.turnsMs.toSorted((one, other) => one - other);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return {
    turns_per_s: round(sorted.length / load.seconds, 1),
    p50_ms: round(at(0.5), 1),
    p99_ms: round(at(0.99), 1),
    cpu_us_per_turn: Math.round(cpuUsPerTurn),
    floor_cpu_us_per_turn: Math.round(floor),
    ratio: round(cpuUsPerTurn / floor, 2),
    redis_trips_per_turn: round(trips, 2),
    rss_mb: Math.round(rssMb),
  };
}

const round = (value: number, digits: number): number => Number(value.toFixed(digits));

const shaOf = (name: ScriptName): string => createHash('sha1').update(scriptText(name)).digest('hex');

/** Round trips that a turn waits for: what it begins and what it commits with. All others are told on standard error. */
async function tripsPerTurn(bot: BotProcesses, url: string): Promise<number> {
  const counting = await countCommands(url);
  await measureBot(bot, { lanes: LANES, talks: COUNTED_TALKS });
  const counts = await counting.end();
  const turns = COUNTED_TALKS * (TURNS_EACH + 1);
  const names = new Map(SCRIPTS.map((name) => [shaOf(name), name]));
  for (const [key, count] of counts) tell(`  ${names.get(key as string) ?? key}: ${round(count / turns, 3)} per turn`);
  return ((counts.get(shaOf('begin')) ?? 0) + (counts.get(shaOf('commit')) ?? 0)) / turns;
}

const SCRIPTS: readonly ScriptName[] = [
  ...(['ack', 'ack-records', 'append', 'begin', 'claim', 'claim-records', 'commit', 'count', 'fire'] as const),
  ...(['look', 'nack', 'release', 'renew', 'waiting'] as const),
];

async function meanStateBytes(url: string): Promise<number> {
  const redis = new Redis(url);
  let count = 0;
  let bytes = 0;
  for await (const keys of redis.scanStream({ match: 'cs:*', type: 'hash' })) {
    for (const key of keys as string[]) {
      const length = await redis.hstrlen(key, 'st');
      if (length > 0) [count, bytes] = [count + 1, bytes + length];
    }
  }
  redis.disconnect();
  return Math.round(bytes / Math.max(1, count));
}

void main().catch((fault: unknown) => {
  tell(fault instanceof Error ? (fault.stack ?? fault.message) : String(fault));
  process.exitCode = 1;
});
