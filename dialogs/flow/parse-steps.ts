import type { StepId } from '../protocol/ids.ts';
import type { ActionCatalogue } from './action-catalogue.ts';
import type { PlacedStep } from './flow.ts';
import type { ProblemReport } from './flow-problem.ts';
import { nearestName } from './nearest-name.ts';
import type { AuthoredNext, AuthoredWay, Route, Target } from './next.ts';
import { reportIssues } from './report-issues.ts';
import type { SourceFile, SourcePath } from './source-file.ts';
import { assignIds } from './steps/assign-ids.ts';
import { STEP_KINDS } from './steps/step-kinds.ts';
import { type AuthoredStep, verbsOf } from './steps/verb-of.ts';

/** The steps of a flow, nested lists flattened. */
export interface ParsedSteps {
  readonly first: StepId;
  readonly steps: Readonly<Record<StepId, PlacedStep>>;
  /** Where each step stands in the file. */
  readonly paths: Readonly<Record<StepId, SourcePath>>;
  /** Ids that the author wrote; the others were derived. */
  readonly written: ReadonlySet<StepId>;
  /** Steps that could not be read: ways to them are not wrong. */
  readonly broken: ReadonlySet<StepId>;
  /** First steps of nested lists: they are entered by their branch. */
  readonly nestedFirst: ReadonlySet<StepId>;
}

/** Deeper than this a flow is not read: two levels are good style, ten are nobody's. */
const MAX_NESTING = 10;

/** Reads a flow's steps into an index. What can't be read is reported and left out; undefined where no step is left. */
export function parseSteps(
  flowId: string,
  list: readonly AuthoredStep[],
  source: SourceFile,
  actions: ActionCatalogue,
  report: ProblemReport,
): ParsedSteps | undefined {
  const ids = assignIds(list, source, report);
  const found: Record<StepId, PlacedStep> = {};
  const paths: Record<StepId, SourcePath> = {};
  const broken = new Set<StepId>();
  const nestedFirst = new Set<StepId>();

  const readList = (items: readonly AuthoredStep[], at: SourcePath, after: Target, depth: number): Target => {
    if (depth === 3) report.add('deep-nesting', source, at, 'These steps are nested more than two levels deep.');
    if (depth > MAX_NESTING) return after;
    const readable = items
      .map((item, index) => ({ item, path: [...at, index] }))
      .filter(({ item, path }) => hasOneVerb(item, source, path, report));
    for (const [index, { item, path }] of readable.entries()) {
      const following = readable[index + 1];
      readStep(item, path, following ? ids.at(following.path) : after, depth);
    }
    const [first] = readable;
    return first ? ids.at(first.path) : after;
  };

  const readStep = (item: AuthoredStep, path: SourcePath, after: Target, depth: number): void => {
    const id = ids.at(path);
    paths[id] = path;
    const way = (to: AuthoredWay, at: SourcePath): Target => {
      if (typeof to === 'string') return to;
      const first = readList(to, at, after, depth + 1);
      if (first !== after) nestedFirst.add(first);
      return first;
    };
    const [verb] = verbsOf(item);
    if (!verb) return;
    const kind = STEP_KINDS[verb];
    const read = kind.read(item, id, {
      textKey: (short) => (short.includes('.') ? short : `${flowId}.${short}`),
      route: (next, below) => readRoute(next, [...path, ...below], way, source, report),
      action: (name) => (Object.hasOwn(actions, name) ? actions[name] : undefined),
    });
    if ('step' in read) {
      found[id] = { step: read.step, after, depth };
      return;
    }
    broken.add(id);
    reportIssues(read.issues, kind.schema, source, path, report);
  };

  const first = readList(list, ['steps'], 'END', 0);
  const order = ids.order.filter((id) => Object.hasOwn(found, id));
  const steps = Object.fromEntries(order.flatMap((id) => (found[id] ? [[id, found[id]] as const] : [])));
  const start = Object.hasOwn(steps, first) ? first : order[0];
  return start === undefined ? undefined : { first: start, steps, paths, broken, nestedFirst, written: ids.written };
}

function readRoute(
  next: AuthoredNext,
  path: SourcePath,
  way: (to: AuthoredWay, at: SourcePath) => Target,
  source: SourceFile,
  report: ProblemReport,
): Route {
  if (typeof next === 'string') return { branches: [], else: next };
  const branches: { if: string; to: Target }[] = [];
  let otherwise: Target | undefined;
  for (const [index, branch] of next.entries()) {
    if ('if' in branch) {
      branches.push({ if: branch.if, to: way(branch.then, [...path, index, 'then']) });
      continue;
    }
    otherwise = way(branch.else, [...path, index, 'else']);
    if (index < next.length - 1)
      report.add(
        'wrong-value',
        source,
        [...path, index],
        '`else` stands before other branches, which could never be taken.',
        'Put it last.',
      );
  }
  return otherwise === undefined ? { branches } : { branches, else: otherwise };
}

const VERBS = Object.keys(STEP_KINDS);

/** Reports a step without a verb, or with two. */
function hasOneVerb(item: AuthoredStep, source: SourceFile, path: SourcePath, report: ProblemReport): boolean {
  const verbs = verbsOf(item);
  if (verbs.length === 1) return true;
  if (verbs.length > 1) {
    report.add(
      'two-verbs',
      source,
      path,
      `The step has ${verbs.length} verbs: ${verbs.join(' and ')}.`,
      'Make a step of each.',
    );
    return false;
  }
  const fields = Object.keys(item);
  const meant = fields
    .map((field) => ({ field, verb: nearestName(field, VERBS) }))
    .find(({ field, verb }) => verb !== undefined && field !== 'id' && field !== 'with');
  const message = meant ? `\`${meant.field}\` is no verb of a step.` : 'The step has no verb.';
  report.add(
    'unknown-step-kind',
    source,
    meant ? [...path, meant.field] : path,
    message,
    meant ? `Did you mean \`${meant.verb}\`?` : `Begin it with one of ${VERBS.join(', ')}.`,
    { on: meant ? 'key' : 'value' },
  );
  return false;
}
