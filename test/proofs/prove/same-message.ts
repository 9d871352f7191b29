import { isKept } from '../history/check-history.ts';
import { runUnderLoad } from '../stage/run-under-load.ts';
import { atMost, countsOf, promised, seen } from './figures.ts';
import type { Proof } from './proof.ts';

const COPIES = 1000;
const MESSAGES = 30;

/** One message a thousand times at once, at three processes: a network that stutters, a provider that panics. */
export const sameMessage: Proof = {
  name: 'same-message',
  promise: '1,000 copies of one message at once, at three processes, are one message: one effect, one answer.',
  needs: ['redis'],
  minutes: 4,
  run: async ({ seed, short, tell }) => {
    const many = short ? 3 : MESSAGES;
    let refused = 0;
    const customers = { web: 1, keyed: 1, plain: 1 };
    const load = { store: 'redis', seed, tell, processes: 3, customers } as const;
    const { findings } = await runUnderLoad({ ...load, thinkMs: 1000 }, async ({ calm }, talks) => {
      for (let n = 0; n < many; n++) {
        const talk = talks[n % talks.length];
        // Who is to begin only now begins with the others' chatter.
        await talk?.begun();
        refused += (await talk?.sayAtOnce(COPIES)) ?? 0;
        await calm(talks, 30_000);
        tell(`message ${n + 1}/${many}`);
      }
    });
    const counts = countsOf(findings);
    return [
      seen('copies of each message', COPIES),
      seen('messages sent so', many),
      ...promised(counts),
      atMost('answered again', counts.duplicates, 0),
      seen('copies that got no good answer', refused),
      atMost('promise broken', isKept(findings) ? 0 : 1, 0),
    ];
  },
};
