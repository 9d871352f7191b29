import path from 'node:path';
import { createThrowawayWorld, type ThrowawayWorld } from '../../bots/throwaway-world.ts';
import { LOCALES } from '../../dialogs/protocol/locale.ts';
import { BEHAVIOURS, runCell } from '../../dialogs/scripts/behaviour-matrix.ts';
import { type Coverage, createCoverage } from '../../dialogs/scripts/coverage.ts';
import { runScript } from '../../dialogs/scripts/run-script.ts';
import { createWaitingStates, type WaitingStates } from '../../dialogs/scripts/waiting-states.ts';
import { scriptFiles } from '../kit/script-files.ts';
import { UNWALKED_STEPS } from './unwalked-steps.ts';

const files = scriptFiles();
const scripts = files.flatMap(({ path: place, script }) => (script ? [{ place, script }] : []));
const runs = scripts.flatMap(({ place, script }) => script.channels.map((profile) => ({ place, script, profile })));

let world: ThrowawayWorld;
let waiting: WaitingStates;
let coverage: Coverage;

beforeAll(async () => {
  world = await createThrowawayWorld({ flows: path.resolve(__dirname, '../../dialogs/flows') });
  waiting = createWaitingStates(world.ports.book);
  coverage = createCoverage(world.ports.book, LOCALES);
}, 60_000);

afterAll(() => world.close());

describe('conversation scripts', () => {
  it('are all readable', () => {
    expect(files.flatMap((file) => file.problems)).toEqual([]);
  });

  it.each(LOCALES)('are at least sixty in %s with the shipped understanding', (locale) => {
    expect(
      scripts.filter(({ script }) => script.locale === locale && script.understanding === 'real').length,
    ).toBeGreaterThanOrEqual(60);
  });

  it('have sentences of their own', () => {
    const names = scripts.map(({ script }) => `${script.locale} ${script.flow} ${script.script}`);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  it.each(
    runs.map((run) => [`${run.script.locale} ${run.script.flow}: ${run.script.script} (${run.profile})`, run] as const),
  )('%s', async (_, run) => {
    const report = await runScript(run.script, run.profile, await world.fresh(), { waiting, coverage });
    expect({ place: run.place, failure: report.failure, talk: report.failure ? report.lines : [] }).toEqual({
      place: run.place,
      failure: undefined,
      talk: [],
    });
  });
});

/** Runs after the scripts, on what they came through. */
describe('every step of every flow', () => {
  it.each(LOCALES)('is walked by a script in %s, but for those that say why not', (locale) => {
    const missed = coverage
      .report()
      .flatMap((flow) => (flow.locale === locale ? flow.missed.map((id) => `${flow.flow} ${id}`) : []));
    expect(missed.toSorted()).toEqual(Object.keys(UNWALKED_STEPS).toSorted());
  });
});

/** Runs after the scripts: it begins at every step where they waited. */
describe('at every step that waits', () => {
  it('a script of each language comes by', () => {
    expect(waiting.missing(LOCALES)).toEqual([]);
  });

  it.each(BEHAVIOURS.map((behaviour) => [behaviour.name, behaviour] as const))(
    'a customer %s',
    async (_, behaviour) => {
      const faults: string[] = [];
      for (const state of waiting.all()) {
        const report = await runCell(state, behaviour, await world.fresh());
        if (report.fault) faults.push(`${report.cell}: ${report.fault}\n${report.lines.join('\n')}`);
      }
      expect(faults).toEqual([]);
    },
    120_000,
  );
});
