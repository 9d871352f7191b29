import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import path from 'node:path';
import { PRODUCT_FOLDER } from '../../../bots/product-folder.ts';
import type { Figure, Proof } from './proof.ts';

/** What a proof has seen, as it is kept under docs/proofs. */
export interface ProofResult {
  readonly proof: string;
  readonly promise: string;
  readonly kept: boolean;
  readonly seed: string;
  readonly commit: string;
  /** Its kind; nobody's name. */
  readonly machine: string;
  /** Day on which it ended. */
  readonly date: string;
  readonly minutes: number;
  readonly figures: readonly Figure[];
}

export const PROOFS_FOLDER = path.join(PRODUCT_FOLDER, 'docs', 'proofs');
const GIB = 2 ** 30;

/** The state of the code; `+` where there are changes that are not committed. */
export function commitNow(): string {
  const git = (...args: string[]) => execFileSync('git', args, { cwd: PRODUCT_FOLDER, encoding: 'utf8' }).trim();
  try {
    const changed = git('status', '--porcelain', '--untracked-files=no') !== '';
    return `${git('rev-parse', '--short=12', 'HEAD')}${changed ? '+' : ''}`;
  } catch {
    return 'unknown';
  }
}

const machine = (): string =>
  `${cpus().length} cores, ${Math.round(totalmem() / GIB)} GB, ${process.platform} ${process.arch}, Node ${process.versions.node}`;

export function resultOf(
  { name, promise }: Proof,
  run: {
    readonly seed: string;
    readonly commit: string;
    readonly minutes: number;
    readonly figures: readonly Figure[];
  },
): ProofResult {
  const { seed, commit, minutes, figures } = run;
  return {
    ...{ proof: name, promise, kept: figures.every((figure) => figure.kept), seed, commit, machine: machine() },
    date: new Date().toISOString().slice(0, 10),
    minutes: Math.round(minutes * 10) / 10,
    figures,
  };
}

/** Writes the result, and the table of all results anew. Gives the file. */
export function writeResult(result: ProofResult, names: readonly string[], folder = PROOFS_FOLDER): string {
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, `${result.proof}.json`);
  writeFileSync(file, `${JSON.stringify(result, null, 2)}\n`);
  writeFileSync(path.join(folder, 'README.md'), pageOf(readResults(folder, names)));
  return file;
}

/** Results in the order of `names`. */
export function readResults(folder: string, names: readonly string[]): readonly ProofResult[] {
  if (!existsSync(folder)) return [];
  const there = new Set(readdirSync(folder));
  return names
    .filter((name) => there.has(`${name}.json`))
    .map((name) => JSON.parse(readFileSync(path.join(folder, `${name}.json`), 'utf8')) as ProofResult);
}

/** docs/proofs/README.md. Pure. */
export function pageOf(results: readonly ProofResult[]): string {
  const rows = results.map(
    ({ proof, promise, kept, date, minutes }) =>
      `| [${proof}](${proof}.json) | ${promise} | ${kept ? 'kept' : '**broken**'} | ${date} | ${minutes} min |`,
  );
  const parts = results.map((result) => [
    `## ${result.proof}`,
    '',
    `${result.machine} · commit \`${result.commit}\` · seed \`${result.seed}\``,
    '',
    '| figure | seen | promised |',
    '|---|---|---|',
    ...result.figures.map(
      ({ name, value, unit, promised, kept }) =>
        `| ${name} | ${kept ? '' : '**'}${value.toLocaleString('en')}${unit ? ` ${unit}` : ''}${kept ? '' : '**'} | ${promised ?? ''} |`,
    ),
    '',
  ]);
  return [
    '# What was proved',
    '',
    '<!-- made by `npm run prove` from the files beside it -->',
    '',
    'Real processes, real servers, faults on purpose. `npm run prove` lists the proofs, `npm run prove -- NAME` runs one again.',
    '',
    '| proof | promise | | on | took |',
    '|---|---|---|---|---|',
    ...rows,
    '',
    ...parts.flat(),
  ].join('\n');
}
