import { randomInt } from 'node:crypto';
import { Command, InvalidArgumentError, Option } from 'commander';
import { isRedisHere } from '../kit/redis-server.ts';
import { crash } from './crash/crash.ts';
import type { StoreKind } from './stage/open-stage.ts';

interface Options {
  readonly kills: number;
  readonly seed: string;
  readonly store: StoreKind;
  readonly processes: number;
  readonly json?: boolean;
}

const whole = (least: number, most: number) => (text: string) => {
  const number = Number(text);
  if (/^\d+$/.test(text) && number >= least && number <= most) return number;
  throw new InvalidArgumentError(`A whole number from ${least} to ${most}.`);
};

const seedOf = (text: string): string => {
  if (/^[\w.-]{1,64}$/.test(text)) return text;
  throw new InvalidArgumentError('Up to 64 letters, digits, dots and dashes.');
};

const tell = (line: string) => void process.stderr.write(`${line}\n`);

const program = new Command('crash')
  .description(
    'Kills real bot processes under load, at named points and at moments of chance, and judges by what the customers, ' +
      'the providers and the back end saw: nothing lost, nothing done twice, nothing out of order.',
  )
  .option('--kills <n>', 'how often a process is killed', whole(1, 100_000), 10)
  .option(
    '--seed <s>',
    'chooses the points and the moments; the same seed, the same choice (default: by chance)',
    seedOf,
  )
  .addOption(new Option('--store <kind>', 'where conversations are kept').choices(['redis', 'sqlite']).default('redis'))
  .option('--processes <n>', 'bots at once; the embedded store takes one', whole(1, 16), 3)
  .option('--json', 'one line of JSON as the last on standard output')
  .addHelpText(
    'after',
    '\nExits with 1 when the promise was broken, with 2 when it could not be tried. Progress comes on standard error.',
  )
  .showHelpAfterError('(npm run crash -- --help lists the options)')
  .exitOverride((end) => process.exit(end.exitCode === 0 ? 0 : 2));

program.parse();
const { kills, seed = String(randomInt(1_000_000)), store, processes, json } = program.opts<Options>();
if (store === 'redis' && !isRedisHere) {
  tell('There is no redis-server here. Install it, or try --store sqlite.');
  process.exit(2);
}
tell(`${kills} kills, seed ${seed}, store ${store}`);
try {
  const run = await crash({ kills, seed, store, processes, tell });
  process.stdout.write(json ? `${JSON.stringify(run.result)}\n` : `${inWords(run)}\n`);
  process.exitCode = run.kept ? 0 : 1;
} catch (fault) {
  tell(fault instanceof Error ? (fault.stack ?? fault.message) : String(fault));
  process.exitCode = 2;
}

function inWords({ result, kept }: Awaited<ReturnType<typeof crash>>): string {
  const { messages, lost, double_effects, out_of_order, duplicate_replies } = result;
  return (
    `${kept ? 'Kept' : 'BROKEN'}: ${result.kills} kills, ${messages} messages, ${lost} lost, ${double_effects} done twice, ` +
    `${out_of_order} out of order, ${duplicate_replies} answered again (seed ${result.seed}).`
  );
}
