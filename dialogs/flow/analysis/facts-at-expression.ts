import type { FlowId } from '../../protocol/ids.ts';
import type { CompiledExpressions } from '../compile-expressions.ts';
import type { ExpressionUse } from '../steps/define-step.ts';
import type { Step } from '../steps/index.ts';
import { usesOf } from '../steps/step-kinds.ts';
import { factsWhen } from './condition-facts.ts';
import { type Facts, intersection, union } from './facts.ts';
import type { FlowFacts } from './find-facts.ts';

/**
 * What is certain where an expression of a step is asked: a guard before the step, a value inside it, a branch after the step did its
 * work and after the branches above it came out as false. Undefined where no way leads.
 */
export function factsAtExpression(
  use: ExpressionUse,
  step: Step,
  flow: FlowId,
  { facts, expressions }: { readonly facts: FlowFacts; readonly expressions: CompiledExpressions },
): Facts | undefined {
  if (use.path[0] === 'if') return facts.before(flow, step.id);
  const inside = facts.inside(flow, step.id);
  if (use.offered !== undefined) return inside && union(inside, new Set([`filled:${use.offered}`]));
  const route = usesOf(step).routes.find(({ path }) => path.every((part, index) => use.path[index] === part));
  if (!route) return inside;
  const outcomes = outcomesOf(route.name, step);
  const ways = (facts.edges(flow).get(step.id) ?? []).filter(({ why }) => outcomes.includes(why));
  const after = ways
    .map((edge) => facts.after(flow, edge))
    .reduce<Facts | undefined>((a, b) => (a ? intersection(a, b) : b), undefined);
  if (!after) return undefined;
  const branch = Number(use.path[route.path.length]);
  return route.route.branches.slice(0, branch).reduce((known, { if: source }) => {
    const ast = expressions.find(flow, source)?.ast;
    return ast ? union(known, factsWhen(ast, false)) : known;
  }, after);
}

/** The ways of a step that take a route. */
function outcomesOf(route: string, step: Step): readonly string[] {
  if (route === 'on_exhausted') return ['exhausted'];
  if (route !== 'next') return [route.replace('on.', '')];
  const failsToNext = step.kind === 'call' && step.onFailed === undefined;
  return ['ok', 'skipped', 'returned', ...(failsToNext ? ['failed'] : [])];
}
