import type { FlowId } from '../protocol/ids.ts';
import { createExpressionScope, type Expression, type ExpressionScope, type Wanted } from './expression.ts';
import type { ProblemReport } from './flow-problem.ts';
import type { ParsedDialogs } from './parse-dialogs.ts';
import type { ParsedFlow } from './parse-flow.ts';
import type { SlotTypes } from './slot-types.ts';
import type { SourcePath } from './source-file.ts';
import { usesOf } from './steps/step-kinds.ts';

/** Every expression of the dialogs, parsed and type-checked once. */
export interface CompiledExpressions {
  /** Undefined where the source stands nowhere in that flow, or is wrong. */
  find(flow: FlowId, source: string): Expression | undefined;
}

/** Compiles all expressions and reports the faulty ones, each with its place inside the file. */
export function compileExpressions(
  dialogs: ParsedDialogs,
  types: SlotTypes,
  report: ProblemReport,
): CompiledExpressions {
  const compiled = new Map<FlowId, Map<string, Expression>>();
  for (const [id, parsed] of dialogs.flows) {
    const scope = createExpressionScope(types.of(id));
    const found = new Map<string, Expression>();
    compiled.set(id, found);
    for (const { source, path, wanted } of expressionsOf(parsed)) {
      const expression = compileOne(scope, parsed, source, path, wanted, report);
      if (expression) found.set(source, expression);
    }
  }
  return { find: (flow, source) => compiled.get(flow)?.get(source) };
}

interface PlacedExpression {
  readonly source: string;
  readonly path: SourcePath;
  readonly wanted: Wanted;
}

/** The expressions of a flow with their full paths. */
function expressionsOf({ flow, paths }: ParsedFlow): PlacedExpression[] {
  const guard: PlacedExpression[] =
    flow.if === undefined ? [] : [{ source: flow.if, path: ['if'], wanted: 'condition' }];
  const steps = Object.values(flow.steps).flatMap(({ step }) =>
    usesOf(step).expressions.map((use) => ({ ...use, path: [...(paths[step.id] ?? []), ...use.path] })),
  );
  return [...guard, ...steps];
}

function compileOne(
  scope: ExpressionScope,
  { source: file }: ParsedFlow,
  source: string,
  path: SourcePath,
  wanted: Wanted,
  report: ProblemReport,
): Expression | undefined {
  const result = scope.compile(source, wanted);
  if ('expression' in result) return result.expression;
  for (const fault of result.faults)
    report.add(fault.code, file, path, fault.message, fault.hint, { offset: fault.offset });
  return undefined;
}
