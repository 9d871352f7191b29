import { setTimeout as pause } from 'node:timers/promises';
import { runUnderLoad } from '../stage/run-under-load.ts';
import { GOOD_MANNERS } from '../stage/serve-notebook.ts';
import { atLeast, atMost, countsOf, promised } from './figures.ts';
import type { Proof } from './proof.ts';

const [CHATS, EACH, WITHIN_MS, ANSWERED_MS] = [500, 4, 2000, 20_000];

/** Everybody writes at once: an outage of the company's site, a mail to all customers. */
export const burst: Proof = {
  name: 'burst',
  promise: '2,000 messages within two seconds from 500 chats are all answered within twenty.',
  needs: ['redis'],
  minutes: 2,
  run: async ({ seed, short, tell }) => {
    const chats = short ? CHATS / 5 : CHATS;
    const load = { store: 'redis', seed, tell, processes: 2 } as const;
    // Who begins in the midst of it would chatter on: all of them begin before.
    const customers = { web: 0, keyed: 0, plain: 0 };
    const { findings, result } = await runUnderLoad({ ...load, customers }, async (stage) => {
      stage.notebook.manners = GOOD_MANNERS;
      const talks = stage.talks({ ...customers, keyed: chats }, 0);
      for (let at = 0; at < talks.length; at += 25) {
        await Promise.all(talks.slice(at, at + 25).map((talk) => talk.open()));
        tell(`${at + 25} of ${talks.length} have begun`);
      }
      const from = performance.now();
      const said = talks.map(async (talk, at) => {
        await pause((at / talks.length) * (WITHIN_MS / EACH));
        for (let n = 0; n < EACH; n++) {
          void talk.say();
          await pause(WITHIN_MS / EACH);
        }
      });
      await Promise.all(said);
      await stage.calm(talks, 60_000);
      return Math.max(0, ...stage.history.entries.flatMap((one) => (one.kind === 'reply' ? one.at : []))) - from;
    });
    const counts = countsOf(findings);
    return [
      atLeast('messages said', counts.messages, chats * EACH),
      atMost('time until all were answered', Math.round(result), ANSWERED_MS, 'ms'),
      ...promised(counts).slice(1),
    ];
  },
};
