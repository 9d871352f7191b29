import { truthOf } from '../analysis/condition-facts.ts';
import { NO_FACTS } from '../analysis/facts.ts';
import type { ParsedFlow } from '../parse-flow.ts';
import type { SourcePath } from '../source-file.ts';
import type { RouteUse } from '../steps/define-step.ts';
import { usesOf } from '../steps/step-kinds.ts';
import type { CheckContext } from './check-context.ts';

/** Conditions that can't come true. Only what is certain by the values themselves is said: a customer may change anything else. */
export function checkExpressions(context: CheckContext): void {
  for (const parsed of context.dialogs.flows.values()) {
    const { flow, source, paths } = parsed;
    const never = (condition: string) => truth(condition, parsed, context) === false;
    if (flow.if !== undefined && never(flow.if))
      context.report.add(
        'guard-never-true',
        source,
        ['if'],
        'The flow can never start: its guard is never true.',
        why(flow.if, parsed, context),
      );
    for (const { step } of Object.values(flow.steps)) {
      const at = paths[step.id] ?? [];
      if (step.if !== undefined && never(step.if)) {
        context.report.add(
          'guard-never-true',
          source,
          [...at, 'if'],
          `The step \`${step.id}\` never runs: its guard is never true.`,
          why(step.if, parsed, context),
        );
      }
      for (const route of usesOf(step).routes) checkRoute(route, at, parsed, context);
    }
  }
}

function truth(condition: string, { flow }: ParsedFlow, { expressions, facts }: CheckContext): boolean | undefined {
  const expression = expressions.find(flow.flow, condition);
  if (!expression) return undefined;
  const byValues = truthOf(expression.ast, NO_FACTS, facts.domains(flow.flow));
  if (byValues !== undefined || expression.parts.names.length > 0) return byValues;
  // Nothing is read: the condition is what it is.
  const result = expression.run({
    slots: {},
    customer: {},
    identity: {},
    channel: {},
    locale: 'en',
    now: '2026-01-01T00:00:00.000Z',
    conversation: { turns: 0, misses: 0, repeat_contact: false },
  });
  return 'value' in result && typeof result.value === 'boolean' ? result.value : undefined;
}

/** Names the value that does not exist, where that is the reason. */
function why(condition: string, { flow }: ParsedFlow, { types }: CheckContext): string | undefined {
  const compared = /slots\.([a-z0-9_]+)\s*==\s*["']([^"']*)["']/.exec(condition);
  const [, slot = '', value = ''] = compared ?? [];
  const definitions = types.definitions(flow.flow);
  const values = Object.hasOwn(definitions, slot) ? definitions[slot]?.values : undefined;
  return values && !values.includes(value)
    ? `"${value}" is not a value of \`${slot}\`: ${values.join(', ')}.`
    : undefined;
}

function checkRoute({ name, route, path }: RouteUse, at: SourcePath, parsed: ParsedFlow, context: CheckContext): void {
  const { report } = context;
  const seen = new Set<string>();
  let always = false;
  for (const [index, branch] of route.branches.entries()) {
    const place = [...at, ...path, index, 'if'];
    const result = truth(branch.if, parsed, context);
    const same = branch.if.replace(/\s+/g, ' ').trim();
    if (always)
      report.add(
        'branch-never-taken',
        parsed.source,
        place,
        'This branch is never taken: the one above is always true.',
      );
    else if (result === false)
      report.add(
        'branch-never-taken',
        parsed.source,
        place,
        'This branch is never taken: its condition is never true.',
        why(branch.if, parsed, context),
      );
    else if (seen.has(same))
      report.add(
        'branch-never-taken',
        parsed.source,
        place,
        'This branch is never taken: the same condition stands above.',
      );
    seen.add(same);
    if (result === true) always = true;
  }
  if (always && route.else !== undefined)
    report.add(
      'branch-never-taken',
      parsed.source,
      [...at, ...path, route.branches.length, 'else'],
      'The `else` is never taken: a branch above is always true.',
    );
  if (route.branches.length > 0 && route.else === undefined && !always) {
    report.add(
      'branch-without-else',
      parsed.source,
      [...at, ...path],
      `\`${name}\` has no \`else\`: where no branch holds, the following step runs.`,
      undefined,
      { on: 'key' },
    );
  }
}
