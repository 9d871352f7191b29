import type { StepId } from '../../protocol/ids.ts';
import type { Flow, PlacedStep } from '../flow.ts';
import type { Route, Target } from '../next.ts';

/** A condition on a way, and whether it has to hold there. */
export interface EdgeCondition {
  readonly source: string;
  readonly holds: boolean;
}

/**
 * One way out of a step. `why`: `skip` (its `if` is false), `ok` (done, goes to `next`), `skipped` (a skippable question),
 * `exhausted`, or the outcome of an action, call or handoff. `to` is `LEAVE` where the conversation leaves the flow for good.
 */
export interface Edge {
  readonly from: StepId;
  readonly to: Target | 'LEAVE';
  readonly why: string;
  /** The step's own `if`. */
  readonly guard: readonly EdgeCondition[];
  /** Conditions of the branch, tested after the step did its work. */
  readonly branch: readonly EdgeCondition[];
}

/** All ways out of every step of a flow, the ones that patterns take left out. */
export function edgesOf(flow: Flow): ReadonlyMap<StepId, readonly Edge[]> {
  return new Map(Object.entries(flow.steps).map(([id, placed]) => [id, stepEdges(id, placed)]));
}

function stepEdges(from: StepId, { step, after }: PlacedStep): readonly Edge[] {
  const guard = step.if === undefined ? [] : [{ source: step.if, holds: true }];
  const skip: Edge[] =
    step.if === undefined
      ? []
      : [{ from, to: after, why: 'skip', guard: [{ source: step.if, holds: false }], branch: [] }];
  const leave = (why: string): Edge => ({ from, to: 'LEAVE', why, guard, branch: [] });
  const along = (why: string, route: Route | undefined): Edge[] =>
    waysOf(route, after).map(({ to, branch }) => ({ from, to, why, guard, branch }));
  switch (step.kind) {
    case 'end':
    case 'link':
      return [...skip, leave(step.kind === 'end' ? step.outcome : 'success')];
    case 'action':
      return [
        ...skip,
        ...along('ok', step.next),
        ...Object.entries(step.on).flatMap(([outcome, route]) => along(outcome, route)),
      ];
    case 'collect':
      return [
        ...skip,
        ...along('ok', step.next),
        ...(step.skippable ? along('skipped', step.next) : []),
        ...(step.on_exhausted ? along('exhausted', step.on_exhausted) : []),
      ];
    case 'call':
      return [...skip, ...along('ok', step.next), ...along('failed', step.onFailed ?? step.next)];
    case 'handoff':
      return [
        ...skip,
        leave('handoff'),
        ...along('returned', step.next),
        ...Object.entries(step.on).flatMap(([outcome, route]) => along(outcome, route)),
      ];
    default:
      return [...skip, ...along('ok', step.next)];
  }
}

function waysOf(
  route: Route | undefined,
  after: Target,
): { readonly to: Target; readonly branch: readonly EdgeCondition[] }[] {
  if (!route) return [{ to: after, branch: [] }];
  const failed: EdgeCondition[] = [];
  const ways = route.branches.map((branch) => {
    const way = { to: branch.to, branch: [...failed, { source: branch.if, holds: true }] };
    failed.push({ source: branch.if, holds: false });
    return way;
  });
  return [...ways, { to: route.else ?? after, branch: failed }];
}

/** Steps that can be reached from a step, itself left out unless a circle leads back. */
export function reachableFrom(start: StepId, edges: ReadonlyMap<StepId, readonly Edge[]>): ReadonlySet<StepId> {
  const reached = new Set<StepId>();
  const open = [start];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    for (const { to } of edges.get(id) ?? []) {
      if (to === 'END' || to === 'LEAVE' || reached.has(to)) continue;
      reached.add(to);
      open.push(to);
    }
  }
  return reached;
}
