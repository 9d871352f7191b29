import { type Rehearsed, rehearseCopy } from '../../kit/rehearse-copy.ts';
import { atLeast, atMost, seen } from './figures.ts';
import type { Figure, Proof } from './proof.ts';

const [TALKS, TALKS_SHORT] = [200, 20];
const KINDS: readonly Rehearsed[] = ['sqlite', 'redis', 'mongodb'];
const NAMES = { sqlite: 'one file', redis: 'Redis and a file', mongodb: 'Redis and MongoDB' } as const;

/** Backup and restore by the documented commands, under running conversations. */
export const rehearsal: Proof = {
  name: 'rehearsal',
  promise:
    'A copy taken while 200 customers talk, put back elsewhere: every conversation goes on from there, and no record of what it knows is missing.',
  needs: ['redis', 'mongodb'],
  minutes: 6,
  run: async ({ short, tell }) => {
    const figures: Figure[] = [];
    for (const kind of KINDS) {
      tell(NAMES[kind]);
      figures.push(...(await figuresOf(kind, short ? TALKS_SHORT : TALKS)));
    }
    return figures;
  },
};

async function figuresOf(kind: Rehearsed, count: number): Promise<readonly Figure[]> {
  const { wentOn, words, broken, records, missing } = await rehearseCopy(kind, count);
  return [
    atLeast(`conversations that went on, ${NAMES[kind]}`, wentOn, count),
    seen('words said meanwhile', words),
    atMost('conversations that know something else than was said', broken.length, 0),
    seen('records of their turns', records),
    atMost('records missing', missing.length, 0),
  ];
}
