import { crash } from '../crash/crash.ts';
import { planKills } from '../crash/plan-kills.ts';
import { addCounts, atLeast, type Counts, promised } from './figures.ts';
import type { Proof } from './proof.ts';

interface Round {
  readonly kills: number;
  readonly counts: Counts;
}

const ROUNDS = 10;
const [KILLS, MESSAGES] = [20, 2000];
const CUSTOMERS = { web: 12, keyed: 6, plain: 6 };

/** Two hundred deaths at moments of chance under twenty thousand messages. */
export const randomKills: Proof = {
  name: 'random-kills',
  promise: 'Processes die at moments of chance under load: no message is lost, done twice or answered out of order.',
  needs: ['redis'],
  minutes: 18,
  run: async ({ seed, short, tell, progress }) => {
    const kept = progress<Round>();
    for (let n = kept.rounds.length; n < (short ? 1 : ROUNDS); n++) {
      tell(`round ${n + 1}`);
      const run = await crash({
        ...{ kills: KILLS, seed: `${seed}-${n}`, store: 'redis', processes: 3, customers: CUSTOMERS, tell },
        messages: short ? 0 : MESSAGES,
        plan: (dice, places) => planKills(dice, { kills: KILLS, places, byChance: 1 }),
      });
      kept.add({ kills: run.result.kills, counts: run.counts });
    }
    const all = addCounts(kept.rounds.map(({ counts }) => counts));
    const kills = kept.rounds.reduce((sum, round) => sum + round.kills, 0);
    return [
      atLeast('kills', kills, short ? KILLS : KILLS * ROUNDS),
      atLeast('messages said', all.messages, short ? 1 : MESSAGES * ROUNDS),
      ...promised(all).slice(1),
    ];
  },
};
