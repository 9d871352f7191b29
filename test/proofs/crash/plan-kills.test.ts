import { createDice } from '../../../integrations/demo-world/dice.ts';
import { CRASH_POINTS } from '../../../runtime/crash-point.ts';
import { planKills, pointKills } from './plan-kills.ts';

test('the same seed plans the same kills, another one others', () => {
  const plan = (seed: string) => planKills(createDice(seed), { kills: 40, places: 3, byChance: 0.3 });
  expect(plan('7')).toEqual(plan('7'));
  expect(plan('7')).not.toEqual(plan('8'));
});

test('every place gets its share, and every point comes before any comes again', () => {
  const plan = planKills(createDice('a'), { kills: CRASH_POINTS.length + 2, places: 2, byChance: 0 });
  const [one = 0, other = 0] = plan.map((kills) => kills.length);
  expect(one + other).toBe(CRASH_POINTS.length + 2);
  expect(Math.abs(one - other)).toBeLessThanOrEqual(1);
  const points = plan.flat().flatMap((kill) => (kill.how === 'point' ? [kill.point] : []));
  expect(points.sort()).toEqual([...CRASH_POINTS].sort());
});

test('without chance every point is met as often as asked for', () => {
  const plan = pointKills(createDice('a'), { times: 4, places: 3 });
  const points = plan.flat().flatMap((kill) => (kill.how === 'point' ? [kill.point] : []));
  for (const point of CRASH_POINTS) expect(points.filter((each) => each === point)).toHaveLength(4);
});
