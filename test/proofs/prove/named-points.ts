import { CRASH_POINTS } from '../../../runtime/crash-point.ts';
import { crash } from '../crash/crash.ts';
import { pointKills } from '../crash/plan-kills.ts';
import type { TalkKind } from '../history/history.ts';
import { addCounts, atLeast, type Counts, promised } from './figures.ts';
import type { Proof } from './proof.ts';

interface Round {
  readonly kind: TalkKind;
  readonly atPoints: number;
  readonly counts: Counts;
}

const KINDS: readonly TalkKind[] = ['web', 'keyed', 'plain', 'asked'];
/** Where the answer goes back with the request nothing is sent. */
const SENDING: ReadonlySet<string> = new Set(['before_send', 'after_send', 'after_ack']);
const pointsOf = (kind: TalkKind) => CRASH_POINTS.filter((point) => kind !== 'asked' || !SENDING.has(point));
/** Every point is met so often in one round. */
const [TIMES, ROUNDS] = [5, 4];
const CUSTOMERS = 9;
/** Of 820 that are planned a few are never met: the talks end before. */
const [LEAST, SHORT] = [540, 36];

/** Each point of a turn at which a process can die, twenty times for each kind of channel. */
export const namedPoints: Proof = {
  name: 'named-points',
  promise: `A process may die at any of ${CRASH_POINTS.length} points of a turn: no message is lost, done twice or answered out of order.`,
  needs: ['redis'],
  minutes: 19,
  run: async ({ seed, short, tell, progress }) => {
    const kept = progress<Round>();
    const times = short ? 1 : TIMES;
    const planned = KINDS.flatMap((kind) => Array.from({ length: short ? 1 : ROUNDS }, (_, n) => ({ kind, n })));
    for (const { kind, n } of planned.slice(kept.rounds.length)) {
      tell(`${kind}, round ${n + 1}`);
      const customers = { [kind]: CUSTOMERS };
      const points = pointsOf(kind);
      const kills = points.length * times;
      const run = await crash({
        ...{ kills, seed: `${seed}-${kind}-${n}`, store: 'redis', processes: 3, customers, insists: true, tell },
        plan: (dice, places) => pointKills(dice, { times, places, points }),
      });
      const atPoints = Object.entries(run.points).reduce((sum, [point, met]) => sum + (point === 'time' ? 0 : met), 0);
      kept.add({ kind, atPoints, counts: run.counts });
    }
    const met = kept.rounds.reduce((sum, round) => sum + round.atPoints, 0);
    return [
      atLeast('kills at named points', met, short ? SHORT : LEAST),
      ...promised(addCounts(kept.rounds.map((one) => one.counts))),
    ];
  },
};
