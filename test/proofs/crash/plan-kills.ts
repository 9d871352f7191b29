import type { Dice } from '../../../integrations/demo-world/dice.ts';
import { CRASH_POINTS } from '../../../runtime/crash-point.ts';

type Point = (typeof CRASH_POINTS)[number];

/** How one process dies: at the n-th passing of a point, or so long after it is ready. */
export type Kill =
  | { readonly how: 'point'; readonly point: Point; readonly n: number }
  | { readonly how: 'time'; readonly afterMs: number };

export interface KillPlan {
  readonly kills: number;
  /** How many processes there are. */
  readonly places: number;
  /** Of all kills, those at a moment of chance instead of a named point; 0 to 1. */
  readonly byChance: number;
}

const [SOONEST_MS, LATEST_MS] = [50, 500];
/** Long enough that each life gets something done; a sweep comes only so often. */
const MOST_PASSED = 12;
const MOST_SWEPT = 4;

/** Who dies when, by place. Every point comes once before any comes again. The same dice, the same plan. */
export function planKills(dice: Dice, { kills, places, byChance }: KillPlan): readonly (readonly Kill[])[] {
  const plan: Kill[][] = Array.from({ length: places }, () => []);
  let points: Point[] = [];
  for (let at = 0; at < kills; at++) {
    const place = plan[at % places];
    // The first of a place runs already when it is told to die.
    if (at < places || dice.chance(byChance)) {
      place?.push({ how: 'time', afterMs: dice.int(SOONEST_MS, LATEST_MS) });
      continue;
    }
    if (points.length === 0) points = shuffled(dice, CRASH_POINTS);
    const point = points.pop();
    if (point) place?.push(atPoint(dice, point));
  }
  return plan;
}

export interface PointPlan {
  readonly times: number;
  readonly places: number;
  /** Those that are passed there; all without it. */
  readonly points?: readonly Point[];
}

/** Every point so often, and nothing else; the first of each place is met by who runs already, and is one of chance besides. */
export function pointKills(
  dice: Dice,
  { times, places, points: among = CRASH_POINTS }: PointPlan,
): readonly (readonly Kill[])[] {
  const plan: Kill[][] = Array.from({ length: places }, () => [
    { how: 'time', afterMs: dice.int(SOONEST_MS, LATEST_MS) },
  ]);
  const points = shuffled(
    dice,
    among.flatMap((point) => Array.from({ length: times }, () => point)),
  );
  for (const [at, point] of points.entries()) plan[at % places]?.push(atPoint(dice, point));
  return plan;
}

const atPoint = (dice: Dice, point: Point): Kill => ({
  ...{ how: 'point', point },
  n: dice.int(1, point === 'in_sweep' ? MOST_SWEPT : MOST_PASSED),
});

function shuffled<Thing>(dice: Dice, things: readonly Thing[]): Thing[] {
  const left = [...things];
  return things.flatMap(() => left.splice(dice.int(0, left.length - 1), 1));
}
