import type { Dice } from '../../../integrations/demo-world/dice.ts';
import { type Counts, countsOf } from '../prove/figures.ts';
import type { Customers, StageConfig, StoreKind } from '../stage/open-stage.ts';
import { type LoadRun, placesOf, runUnderLoad } from '../stage/run-under-load.ts';
import { type Kill, planKills } from './plan-kills.ts';
import { type KillTold, runKills } from './run-kills.ts';

export interface CrashOptions {
  readonly kills: number;
  readonly seed: string;
  readonly store: StoreKind;
  /** How many bots; the embedded store is one process's. */
  readonly processes: number;
  readonly customers?: Customers;
  /** Customers go on until so many messages are said, whatever the kills. */
  readonly messages?: number;
  /** Who dies when, by place; a mixture of points and chance without it. */
  readonly plan?: (dice: Dice, places: number) => readonly (readonly Kill[])[];
  /** A named point that is not met in time is tried once more: then there are more kills than planned. */
  readonly insists?: boolean;
  readonly redis?: NonNullable<StageConfig['redis']>;
  readonly tell: (line: string) => void;
}

/** What `npm run crash -- --json` prints. */
export interface CrashResult {
  readonly kills: number;
  readonly messages: number;
  readonly lost: number;
  readonly double_effects: number;
  readonly out_of_order: number;
  readonly duplicate_replies: number;
  readonly lease_ms: number;
  readonly sweep_ms: number;
  readonly seed: string | number;
}

export interface CrashRun {
  readonly result: CrashResult;
  readonly kept: boolean;
  /** Kills by point; those of chance under `time`. */
  readonly points: Readonly<Record<string, number>>;
  readonly counts: Counts;
}

const CUSTOMERS = { web: 8, keyed: 4, plain: 4, asked: 4 };
const BY_CHANCE = 0.3;

/** Kills processes under load and judges what the fakes around them saw. */
export async function crash(options: CrashOptions): Promise<CrashRun> {
  const { kills, seed, tell, customers = CUSTOMERS } = options;
  const planned = options.plan ?? ((dice, places) => planKills(dice, { kills, places, byChance: BY_CHANCE }));
  const run = await runUnderLoad({ ...options, customers }, async ({ fleet, dice }) => {
    const plan = planned(dice, placesOf(options));
    const told = teller(plan.flat().length, tell);
    const run = { fleet, insists: options.insists ?? false, onKill: told.onKill };
    await Promise.all(plan.map((ofPlace, place) => runKills(run, place, ofPlace)));
    return told.points;
  });
  return judged(run, seed);
}

function teller(kills: number, tell: (line: string) => void) {
  const points: Record<string, number> = {};
  let done = 0;
  const onKill = ({ place, kill, late }: KillTold): void => {
    const name = kill.how === 'time' || late ? 'time' : kill.point;
    points[name] = (points[name] ?? 0) + 1;
    done += 1;
    const how = kill.how === 'time' ? `after ${kill.afterMs} ms` : `${kill.point}:${kill.n}${late ? ' (not met)' : ''}`;
    tell(`kill ${done}/${kills}: process ${place}, ${how}`);
  };
  return { points, onKill };
}

function judged({ result: points, findings, kept, times }: LoadRun<CrashRun['points']>, seed: string): CrashRun {
  return {
    result: {
      kills: Object.values(points).reduce((sum, each) => sum + each, 0),
      messages: findings.messages,
      lost: findings.lost.length,
      double_effects: findings.doubleEffects.length,
      out_of_order: findings.outOfOrder.length,
      duplicate_replies: findings.duplicateReplies.length,
      lease_ms: times.leaseMs,
      sweep_ms: times.sweepMs,
      seed: /^\d{1,15}$/.test(seed) ? Number(seed) : seed,
    },
    kept,
    points,
    counts: countsOf(findings),
  };
}
