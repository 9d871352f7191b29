import { isKept } from '../history/check-history.ts';
import type { TalkKind } from '../history/history.ts';
import { openStage, type Stage, type StoreKind } from '../stage/open-stage.ts';
import { planKills } from './plan-kills.ts';
import { type KillTold, runKills } from './run-kills.ts';

export interface CrashOptions {
  readonly kills: number;
  readonly seed: string;
  readonly store: StoreKind;
  /** How many bots; the embedded store is one process's. */
  readonly processes: number;
  /** Share of kills at a moment of chance; 0 to 1. */
  readonly byChance?: number;
  readonly customers?: Readonly<Record<TalkKind, number>>;
  /** Customers go on until so many messages are said, whatever the kills. */
  readonly messages?: number;
  readonly tell: (line: string) => void;
}

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
  /** The longest that a taken message waited for its answer, in milliseconds. */
  readonly longestMs: number;
}

const CUSTOMERS = { web: 8, keyed: 4, plain: 4 };
const THINK_MS = 60;
const PATIENCE_MS = 15_000;

/** Kills processes under load and judges what the fakes around them saw. */
export async function crash(options: CrashOptions): Promise<CrashRun> {
  const { kills, seed, store, tell, customers = CUSTOMERS } = options;
  const places = store === 'sqlite' ? 1 : options.processes;
  const stage = await openStage({ store, seed, tell });
  try {
    const plan = planKills(stage.dice, { kills, places, byChance: options.byChance ?? 0.3 });
    await Promise.all(plan.map((_, place) => stage.fleet.start(place)));
    const talks = stage.talks(customers, THINK_MS);
    // Half of them begin before, the others while processes die.
    await Promise.all(talks.filter((_, at) => at % 2 === 0).map((talk) => talk.open()));
    let dying = true;
    const said = () => talks.reduce((sum, talk) => sum + talk.said(), 0);
    const goesOn = () => dying || said() < (options.messages ?? 0);
    const chats = talks.map(async (talk, at) => {
      if (at % 2 === 1) await talk.open();
      await talk.chat(goesOn);
    });
    const told = teller(kills, tell);
    await Promise.all(plan.map((ofPlace, place) => runKills(stage.fleet, place, ofPlace, told.onKill)));
    dying = false;
    await Promise.all(chats);
    await stage.calm(talks, PATIENCE_MS);
    return judge(stage, seed, told.points, tell);
  } finally {
    await stage.end();
  }
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

function judge(stage: Stage, seed: string, points: CrashRun['points'], tell: (line: string) => void): CrashRun {
  const found = stage.judge();
  for (const [what, messages] of [
    ['lost', found.lost],
    ['done twice', found.doubleEffects],
    ['out of order', found.outOfOrder],
    ['answered again, in the stated window', found.duplicateReplies.flatMap((one) => (one.stated ? one.message : []))],
    ['answered again', found.duplicateReplies.flatMap((one) => (one.stated ? [] : one.message))],
    ['told that it could not be done', found.missed],
    ['fault', found.faults],
  ] as const) {
    if (messages.length > 0) tell(`${what}: ${messages.length} (${messages.slice(0, 8).join(', ')})`);
  }
  return {
    result: {
      kills: Object.values(points).reduce((sum, each) => sum + each, 0),
      messages: found.messages,
      lost: found.lost.length,
      double_effects: found.doubleEffects.length,
      out_of_order: found.outOfOrder.length,
      duplicate_replies: found.duplicateReplies.length,
      lease_ms: stage.times.leaseMs,
      sweep_ms: stage.times.sweepMs,
      seed: /^\d{1,15}$/.test(seed) ? Number(seed) : seed,
    },
    kept: isKept(found),
    points,
    longestMs: Math.round(found.longestMs),
  };
}
