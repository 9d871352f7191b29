import path from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { Command } from 'commander';
import { checkDialogs } from '../../dialogs/flow/check-dialogs.ts';
import type { FlowProblem } from '../../dialogs/flow/flow-problem.ts';
import type { TextFile } from '../../dialogs/flow/source-file.ts';
import { CHANNEL_PROFILES } from '../../dialogs/scripts/channel-profiles.ts';
import { ACTION_CATALOGUE } from '../../integrations/action-catalogue.ts';
import { readDialogFiles } from '../../runtime/books/read-dialog-files.ts';
import { BOT_CHANNELS } from '../bot-channels.ts';
import { openKeptValues } from './open-kept-values.ts';
import { paint } from './paint.ts';
import { readAtRevision } from './read-at-revision.ts';

interface CheckOptions {
  readonly json?: boolean;
  readonly against?: string;
  readonly scripts: string;
}

export const checkCommand = new Command('check')
  .description(
    'Check the dialogs: every problem with its place, what is wrong and what to do. Exit status 1 when there is an error.',
  )
  .argument('[dir]', 'folder of the flows', 'dialogs/flows')
  .option('--json', 'print [{"file","line","column","severity","code","message","hint"}] and nothing else')
  .option(
    '--against <revision>',
    'compare with an older git revision, or with another folder: reused ids and incomplete migrations',
  )
  .option(
    '--scripts <dir>',
    'conversation scripts: none of their sentences may be a training example',
    'test/conversations',
  )
  .action(async (dir: string, options: CheckOptions) => {
    // a quarter of the work of so short a run is optimising code that is about to end: only the hottest is worth it
    setFlagsFromString('--interrupt-budget=500000');
    const problems = await findProblems(dir, options);
    if (options.json) process.stdout.write(`${JSON.stringify(problems)}\n`);
    else print(problems, options);
    if (problems.some((problem) => problem.severity === 'error')) process.exitCode = 1;
  });

async function findProblems(dir: string, options: CheckOptions): Promise<readonly FlowProblem[]> {
  const files = await readDialogFiles(dir).catch((error: NodeJS.ErrnoException) => {
    throw new Error(
      error.code === 'ENOENT'
        ? `There is no folder ${dir}. Name the folder that holds the flows: omotenashi check DIR`
        : error.message,
    );
  });
  const scripts = (await readDialogFiles(options.scripts).catch(() => [])).map((script) => ({
    ...script,
    path: path.posix.join(options.scripts, script.path),
  }));
  const scriptPaths = new Set(scripts.map((script) => script.path));
  const problems = await findIn(
    files,
    scripts,
    options.against ? await readAtRevision(dir, options.against) : undefined,
  );
  return problems.map((problem) =>
    scriptPaths.has(problem.file) ? problem : { ...problem, file: path.posix.join(dir, problem.file) },
  );
}

/** As the last time, where nothing has changed since. */
async function findIn(
  files: readonly TextFile[],
  scripts: readonly TextFile[],
  against: readonly TextFile[] | undefined,
): Promise<readonly FlowProblem[]> {
  const kept = await openKeptValues();
  const all = [...files, ...scripts];
  const known = against ? undefined : kept?.lastFound(all);
  if (known) return known;
  const problems = checkDialogs({
    ...{ files, scripts, actions: ACTION_CATALOGUE, profiles: CHANNEL_PROFILES, channels: BOT_CHANNELS },
    ...(against ? { against } : {}),
    ...(kept ? { kept } : {}),
  });
  if (!against) kept?.keepFound(all, problems);
  await kept?.save();
  return problems;
}

const SEVERITY = { error: paint.error('error'), warning: paint.waiting('warning'), info: paint.soft('info') };

function print(problems: readonly FlowProblem[], options: CheckOptions): void {
  for (const problem of problems) {
    const place = `${problem.file}:${problem.line}:${problem.column}`;
    process.stdout.write(
      `${place} ${SEVERITY[problem.severity]} ${problem.code} – ${problem.message} – ${problem.hint}\n`,
    );
  }
  const count = (severity: FlowProblem['severity']) =>
    problems.filter((problem) => problem.severity === severity).length;
  const sum = `${count('error')} errors, ${count('warning')} warnings, ${count('info')} notes`;
  process.stdout.write(`${count('error') > 0 ? paint.error(sum) : paint.good(sum)}\n`);
  if (!options.against)
    process.stdout.write(
      paint.soft('Not checked: id-reused and migrate-* (they need an older revision: --against REF)\n'),
    );
}
