import type { StepId } from '../../protocol/ids.ts';
import type { ProblemReport } from '../flow-problem.ts';
import type { SourceFile, SourcePath } from '../source-file.ts';
import { STEP_KINDS } from './step-kinds.ts';
import { type AuthoredStep, verbsOf } from './verb-of.ts';

/** The ids of all steps of a flow. */
export interface StepIds {
  /** By the step's path in the file. */
  at(path: SourcePath): StepId;
  /** In the order of the file. */
  readonly order: readonly StepId[];
  /** Ids that the author wrote. */
  readonly written: ReadonlySet<StepId>;
}

const keyOf = (path: SourcePath) => path.join('\u0000');
const isMap = (value: unknown): value is AuthoredStep =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

interface FoundStep {
  readonly step: AuthoredStep;
  readonly path: SourcePath;
}

/** Every step of a list and of the lists nested in its ways, in the order of the file. */
function findSteps(list: readonly unknown[], at: SourcePath): FoundStep[] {
  return list.flatMap((step, index) => {
    const path = [...at, index];
    return isMap(step) ? [{ step, path }, ...nestedSteps(step, path)] : [];
  });
}

function nestedSteps(step: AuthoredStep, path: SourcePath): FoundStep[] {
  return Object.entries(step).flatMap(([field, value]) => {
    if (field === 'next' || field === 'on_exhausted') return stepsInWay(value, [...path, field]);
    if (field === 'on' && isMap(value))
      return Object.entries(value).flatMap(([outcome, way]) => stepsInWay(way, [...path, field, outcome]));
    return [];
  });
}

function stepsInWay(way: unknown, at: SourcePath): FoundStep[] {
  if (!Array.isArray(way)) return [];
  return way.flatMap((branch: unknown, index) => {
    if (!isMap(branch)) return [];
    return ['then', 'else'].flatMap((part) => {
      const list = branch[part];
      return Array.isArray(list) ? findSteps(list, [...at, index, part]) : [];
    });
  });
}

/** `say: order-status.late` → `say_order_status_late`. */
function derivedId(step: AuthoredStep): string {
  const [verb] = verbsOf(step);
  if (!verb) return 'step';
  const object = STEP_KINDS[verb]
    .objectOf(step)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '');
  return object ? `${verb}_${object}` : verb;
}

/** Gives every step its id: the written one, else `<verb>_<object>` with a number when that is taken. */
export function assignIds(list: readonly unknown[], source: SourceFile, report: ProblemReport): StepIds {
  const found = findSteps(list, ['steps']);
  const byPath = new Map<string, StepId>();
  const taken = new Set<StepId>();
  for (const { step, path } of found) {
    const id = step['id'];
    if (typeof id !== 'string') continue;
    if (taken.has(id)) {
      report.add('duplicate-id', source, [...path, 'id'], `Two steps are called \`${id}\`.`);
      continue;
    }
    taken.add(id);
    byPath.set(keyOf(path), id);
  }
  const written = new Set(taken);
  for (const { step, path } of found) {
    if (byPath.has(keyOf(path))) continue;
    const wish = derivedId(step);
    let id = wish;
    for (let count = 2; taken.has(id); count++) id = `${wish}_${count}`;
    taken.add(id);
    byPath.set(keyOf(path), id);
  }
  return {
    at: (path) => byPath.get(keyOf(path)) ?? 'END',
    order: found.map(({ path }) => byPath.get(keyOf(path)) ?? 'END'),
    written,
  };
}
