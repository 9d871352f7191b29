import { Command, Option } from 'commander';
import { LOCALES } from '../../dialogs/protocol/locale.ts';
import { BEHAVIOURS, runCell } from '../../dialogs/scripts/behaviour-matrix.ts';
import { PROFILE_NAMES, type ProfileName } from '../../dialogs/scripts/channel-profiles.ts';
import { createCoverage } from '../../dialogs/scripts/coverage.ts';
import type { ScriptFile } from '../../dialogs/scripts/parse-script.ts';
import { runScript, type ScriptReport } from '../../dialogs/scripts/run-script.ts';
import { createWaitingStates, type WaitingStates } from '../../dialogs/scripts/waiting-states.ts';
import { createThrowawayWorld, type ThrowawayWorld } from '../throwaway-world.ts';
import { paint } from './paint.ts';
import { readScripts } from './read-scripts.ts';

interface TestOptions {
  readonly flows: string;
  readonly channel?: ProfileName;
  readonly play?: boolean;
  readonly coverage?: boolean;
  readonly matrix?: boolean;
}

export const testCommand = new Command('test')
  .description('Play the conversation scripts on every channel profile they name, with the shipped understanding.')
  .argument('[places...]', 'folders or files of scripts', ['test/conversations'])
  .option('--flows <dir>', 'folder of the flows', 'dialogs/flows')
  .addOption(new Option('--channel <name>', 'only on this channel').choices(PROFILE_NAMES))
  .option('--play', 'print the talks as plays, to be read')
  .option('--coverage', 'print the steps that no script passed')
  .option('--matrix', 'then, from every step where a script waited, everything that customers do at any step')
  .action(async (places: string[], options: TestOptions) => {
    const files = (await Promise.all(places.map((place) => readScripts(place)))).flat();
    if (files.length === 0) throw new Error(`There are no conversation scripts in ${places.join(', ')}.`);
    const failed = await runAll(files, options);
    if (failed > 0) process.exitCode = 1;
  });

async function runAll(files: readonly ScriptFile[], options: TestOptions): Promise<number> {
  const broken = files.flatMap((file) => file.problems);
  for (const problem of broken) process.stdout.write(`${paint.error('✗')} ${problem}\n`);
  const world = await createThrowawayWorld({ flows: options.flows });
  const coverage = createCoverage(world.ports.book, LOCALES);
  const waiting = createWaitingStates(world.ports.book);
  let passed = 0;
  let failed = broken.length;
  for (const [index, { path, script }] of files.entries()) {
    progress(index, files.length);
    if (!script) continue;
    for (const profile of script.channels.filter((name) => !options.channel || name === options.channel)) {
      const report = await runScript(script, profile, await world.fresh(), { coverage, waiting });
      if (report.passed) passed += 1;
      else failed += 1;
      printReport(path, report, options);
    }
  }
  progress(files.length, files.length);
  printCoverage(coverage.report(), options);
  if (options.matrix) failed += await runMatrix(waiting, world, options);
  world.close();
  process.stdout.write(
    `conversations: ${paint.good(`${passed} passed`)}, ${failed > 0 ? paint.error(`${failed} failed`) : '0 failed'}\n`,
  );
  return failed;
}

function progress(done: number, all: number, what = 'scripts'): void {
  if (!process.stderr.isTTY) return;
  process.stderr.write(done === all ? '\r\x1b[K' : `\r${done}/${all} ${what}`);
}

function printReport(path: string, report: ScriptReport, options: TestOptions): void {
  if (report.passed && !options.play) return;
  process.stdout.write(
    `${report.passed ? paint.good('✓') : paint.error('✗')} ${report.script} (${report.profile})\n  ${paint.soft(path)}\n`,
  );
  if (options.play || !report.passed) process.stdout.write(`${report.lines.map((line) => `    ${line}`).join('\n')}\n`);
  if (!report.failure) return;
  process.stdout.write(`  turn ${report.failure.turn}, ${report.failure.given}:\n`);
  for (const { what, expected, got } of report.failure.mismatches)
    process.stdout.write(`    ${what}: expected ${paint.good(expected)}, got ${paint.error(got)}\n`);
}

function printCoverage(
  flows: readonly { flow: string; locale: string; steps: number; passed: number; missed: readonly string[] }[],
  options: TestOptions,
): void {
  const steps = flows.reduce((sum, flow) => sum + flow.steps, 0);
  const passed = flows.reduce((sum, flow) => sum + flow.passed, 0);
  if (options.coverage)
    for (const flow of flows.filter(({ missed }) => missed.length > 0))
      process.stdout.write(
        `${flow.locale} ${flow.flow}: ${flow.passed} of ${flow.steps} steps; not passed: ${flow.missed.join(', ')}\n`,
      );
  process.stdout.write(`steps passed: ${passed} of ${steps} (${steps ? Math.round((100 * passed) / steps) : 0} %)\n`);
}

async function runMatrix(waiting: WaitingStates, world: ThrowawayWorld, options: TestOptions): Promise<number> {
  const missing = waiting.missing(LOCALES);
  if (missing.length > 0) process.stdout.write(`no script waits at:\n  ${missing.join('\n  ')}\n`);
  const cells = waiting.all().flatMap((state) => BEHAVIOURS.map((behaviour) => ({ state, behaviour })));
  let failed = 0;
  for (const [index, { state, behaviour }] of cells.entries()) {
    progress(index, cells.length, 'cells');
    const report = await runCell(state, behaviour, await world.fresh());
    if (!report.fault) continue;
    failed += 1;
    process.stdout.write(`${paint.error('✗')} ${report.cell}: ${report.fault}\n`);
    if (options.play) process.stdout.write(`${report.lines.map((line) => `    ${line}`).join('\n')}\n`);
  }
  progress(cells.length, cells.length);
  process.stdout.write(`matrix: ${cells.length} cells, ${failed} failed\n`);
  return failed;
}
