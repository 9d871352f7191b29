import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { PRODUCT_FOLDER } from '../../../bots/product-folder.ts';
import { type StartedCompany, startCompany } from '../../benches/start-bot-processes.ts';
import { openSide, type Side } from '../many/open-side.ts';
import type { StoreKind } from '../stage/open-stage.ts';
import { seen, within } from './figures.ts';
import type { Figure, Proof, ProofRun } from './proof.ts';

const [FEW, MANY, MANY_SHORT] = [1000, 1_000_000, 20_000];
const [ROUNDS, TALKS] = [12, 120];
const [ROUNDS_SHORT, TALKS_SHORT] = [4, 60];
/** Ten per cent either way. */
const [LEAST, MOST] = [0.9, 1.1];

/** A turn looks at its own conversation and at nothing that grows with the others. */
export const stateCount: Proof = {
  name: 'state-count',
  promise: 'A turn costs the same with 1,000 and with 1,000,000 stored conversations, in Redis and in SQLite.',
  needs: ['redis'],
  minutes: 15,
  run: async (run) => {
    buildProduct();
    const company = await startCompany();
    try {
      return [...(await compare('redis', company, run)), ...(await compare('sqlite', company, run))];
    } finally {
      await company.stop();
    }
  },
};

/** What is measured is what ships. */
function buildProduct(): void {
  const done = spawnSync(process.execPath, [path.join('bots', 'set-up.mjs'), '--build'], {
    cwd: PRODUCT_FOLDER,
    stdio: ['ignore', 2, 2],
  });
  if (done.status !== 0) throw new Error('The product could not be built.');
}

/** Both sides run all the time and are measured by turns, so that whatever else the machine does falls on both. */
async function compare(store: StoreKind, company: StartedCompany, run: ProofRun): Promise<readonly Figure[]> {
  const { short, tell } = run;
  const sides: Side[] = [];
  try {
    for (const count of [FEW, short ? MANY_SHORT : MANY]) sides.push(await openSide({ store, count, company, tell }));
    const rounds = short ? ROUNDS_SHORT : ROUNDS;
    for (let round = 0; round < rounds; round++) {
      for (const side of round % 2 === 0 ? sides : sides.toReversed()) await side.measure(short ? TALKS_SHORT : TALKS);
      tell(
        `${store}, round ${round + 1}/${rounds}: ${sides.map((side) => Math.round(side.usPerTurn())).join(' and ')} µs`,
      );
    }
    const [few, many] = sides.map((side) => side.usPerTurn());
    const ratio = Math.round(((many ?? 0) / (few ?? 1)) * 1000) / 1000;
    return [
      ...sides.map((side) =>
        seen(
          `CPU of a turn, ${side.count.toLocaleString('en')} in ${NAMES[store]}`,
          Math.round(side.usPerTurn()),
          'µs',
        ),
      ),
      within(`the one as a share of the other, ${NAMES[store]}`, ratio, LEAST, MOST),
    ];
  } finally {
    for (const side of sides) await side.end();
  }
}

const NAMES = { redis: 'Redis', sqlite: 'SQLite' } as const;
