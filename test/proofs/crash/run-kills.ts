import type { Fleet } from '../stage/create-fleet.ts';
import type { SpawnedBot } from '../stage/spawn-bot.ts';
import type { Kill } from './plan-kills.ts';

/** A point that is not reached in this time is given up: the process is killed all the same. */
const PATIENCE_MS = 3000;

export interface KillTold {
  readonly place: number;
  readonly kill: Kill;
  /** The point was not reached. */
  readonly late: boolean;
}

export interface KillRun {
  readonly fleet: Fleet;
  /** A point that is not met in time is tried once more, in a life of its own. */
  readonly insists: boolean;
  readonly onKill: (told: KillTold) => void;
}

/**
 * Kills the process of one place as planned, one after the other, and starts a new one each time. After the last only the first place comes
 * back: the others' work is that one's to end.
 */
export async function runKills(
  { fleet, insists, onKill }: KillRun,
  place: number,
  kills: readonly Kill[],
): Promise<void> {
  let bot = fleet.running().find(({ instance }) => instance.startsWith(`p${place}.`));
  for (const [at, kill] of kills.entries()) {
    bot ??= await fleet.start(place, kill.how === 'point' ? { CRASH_AT: `${kill.point}:${kill.n}` } : {});
    const late = await untilDead(bot, kill);
    onKill({ place, kill, late });
    if (insists && late && kill.how === 'point') {
      // Too little came by in time: the next of its kind is waited for instead.
      const first = { ...kill, n: 1 };
      bot = await fleet.start(place, { CRASH_AT: `${first.point}:1` });
      onKill({ place, kill: first, late: await untilDead(bot, first) });
    }
    bot = undefined;
    if (at === kills.length - 1 && place === 0) await fleet.start(place);
  }
}

/** true: the point was not reached in time. */
async function untilDead(bot: SpawnedBot, kill: Kill): Promise<boolean> {
  let late = false;
  const timer = setTimeout(
    () => {
      late = kill.how === 'point';
      bot.child.kill('SIGKILL');
    },
    kill.how === 'point' ? PATIENCE_MS : kill.afterMs,
  );
  const code = await bot.ended;
  clearTimeout(timer);
  if (code !== null) throw new Error(`${bot.instance} ended by itself with ${code}:\n${bot.output()}`);
  return late;
}
