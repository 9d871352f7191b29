import { Command } from 'commander';
import { isMongodbHere } from '../kit/mongodb-server.ts';
import { isRedisHere } from '../kit/redis-server.ts';
import { ALL_PROOFS } from './prove/all-proofs.ts';
import { keepProgress } from './prove/keep-progress.ts';
import type { Figure } from './prove/proof.ts';
import { commitNow, resultOf, writeResult } from './prove/result.ts';

interface Options {
  readonly seed: string;
  readonly short?: boolean;
  readonly again?: boolean;
}

const tell = (line: string) => void process.stderr.write(`${new Date().toISOString().slice(11, 19)} ${line}\n`);
const say = (line: string) => void process.stdout.write(`${line}\n`);

const NAMES = ALL_PROOFS.map((proof) => proof.name);
const HERE = { redis: isRedisHere, mongodb: isMongodbHere };

const program = new Command('prove')
  .description(
    'Proves one promise with real processes, and writes docs/proofs/NAME.json. Without a name: lists the proofs.',
  )
  .argument('[name]', 'of the proof')
  .option('--seed <s>', 'chooses every fault', '1')
  .option('--short', 'a short form that shows that the proof works; nothing is written')
  .option('--again', 'from the beginning, not from where it was interrupted')
  .addHelpText(
    'after',
    '\nExits with 1 when the promise was broken, with 2 when it could not be tried. Progress comes on standard error.',
  )
  .showHelpAfterError('(npm run prove lists the proofs)')
  .exitOverride((end) => process.exit(end.exitCode === 0 ? 0 : 2));

program.parse();
const [name] = program.args;
if (name === undefined) list();
else process.exitCode = await prove(name, program.opts<Options>());

function list(): void {
  const width = Math.max(...ALL_PROOFS.map((proof) => proof.name.length));
  for (const { name: each, promise, minutes } of ALL_PROOFS) {
    say(`${each.padEnd(width)}  ${String(minutes).padStart(3)} min  ${promise}`);
  }
}

async function prove(wanted: string, { seed, short = false, again = false }: Options): Promise<number> {
  const proof = ALL_PROOFS.find((each) => each.name === wanted);
  if (!proof) return cannot(`There is no proof ${wanted}. \`npm run prove\` lists them.`);
  const missing = proof.needs.filter((needed) => !HERE[needed]);
  if (missing.length > 0) return cannot(`It needs ${missing.join(' and ')}, which is not here.`);
  const commit = commitNow();
  const progress = keepProgress(short ? `${wanted}-short` : wanted, seed, commit);
  if (again || short) progress.forget();
  else if (progress.earlier > 0) tell(`goes on after ${progress.earlier} rounds; --again begins anew`);
  const from = performance.now();
  try {
    const fresh = again || short ? keepProgress(short ? `${wanted}-short` : wanted, seed, commit) : progress;
    const figures = await proof.run({ seed, short, tell, progress: fresh.open });
    const result = resultOf(proof, { seed, commit, figures, minutes: (performance.now() - from) / 60_000 });
    for (const figure of figures) say(inWords(figure));
    if (!short) tell(`written: ${writeResult(result, NAMES)}`);
    progress.forget();
    say(`${result.kept ? 'Kept' : 'BROKEN'}: ${proof.promise}`);
    return result.kept ? 0 : 1;
  } catch (fault) {
    return cannot(fault instanceof Error ? (fault.stack ?? fault.message) : String(fault));
  }
}

function cannot(why: string): number {
  tell(why);
  return 2;
}

function inWords({ name: what, value, unit, promised, kept }: Figure): string {
  const bound = promised === undefined ? '' : ` (promised: ${promised})`;
  return `${kept ? ' ' : '!'} ${what}: ${value.toLocaleString('en')}${unit ? ` ${unit}` : ''}${bound}`;
}
