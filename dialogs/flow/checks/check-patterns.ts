import type { ParsedFlow } from '../parse-flow.ts';
import { PATTERN_NAMES } from '../pattern-names.ts';
import type { CheckContext } from './check-context.ts';
import { findCircle } from './find-circle.ts';

/** Patterns: all there, and none that sets itself off. */
export function checkPatterns({ dialogs, report }: CheckContext): void {
  for (const name of PATTERN_NAMES) {
    const id = `patterns/${name}`;
    if (dialogs.flows.has(id) || dialogs.unreadable.has(id)) continue;
    const source = { path: `${id}/flow.yaml`, value: undefined, locate: () => ({ line: 1, column: 1 }) };
    report.add(
      'pattern-missing',
      source,
      [],
      `The pattern \`${name}\` is missing.`,
      `Add ${id}/ with flow.yaml and a file per language.`,
    );
  }
  const triggers = new Map(
    [...dialogs.flows]
      .filter(([id]) => id.startsWith('patterns/'))
      .map(([id, parsed]) => [id, setsOff(parsed)] as const),
  );
  const circle = findCircle(new Map([...triggers].map(([id, found]) => [id, found.map(({ pattern }) => pattern)])));
  const [first, second] = circle ?? [];
  const parsed = first === undefined ? undefined : dialogs.flows.get(first);
  if (!circle || first === undefined || !parsed) return;
  const cause = triggers.get(first)?.find(({ pattern }) => pattern === (second ?? first));
  const path = [...(cause ? (parsed.paths[cause.step] ?? []) : []), ...(cause ? [cause.verb] : [])];
  report.add(
    'pattern-recursion',
    parsed.source,
    path,
    `A pattern can set itself off: ${[...circle, first].map((id) => id.replace('patterns/', '')).join(' → ')}.`,
    cause?.cure,
  );
}

interface Trigger {
  readonly pattern: string;
  readonly step: string;
  readonly verb: string;
  readonly cure: string;
}

/** The patterns that failures inside a pattern set off, because it does not answer them itself. */
function setsOff({ flow }: ParsedFlow): readonly Trigger[] {
  return Object.values(flow.steps).flatMap(({ step }): Trigger[] => {
    const trigger = (pattern: string, cure: string): Trigger => ({
      pattern: `patterns/${pattern}`,
      step: step.id,
      verb: step.kind,
      cure,
    });
    if (step.kind === 'collect') {
      return [
        ...(step.attempts === undefined
          ? [trigger('no-match', 'Write `attempts` of its own, or `attempts: []`.')]
          : []),
        ...(step.on_no_input === undefined
          ? [trigger('no-input', 'Write `on_no_input` of its own, or `on_no_input: []`.')]
          : []),
        ...(step.on_exhausted === undefined ? [trigger('cannot-handle', 'Write `on_exhausted`.')] : []),
      ];
    }
    if (step.kind === 'action') {
      const open = ['failed', 'timeout'].filter((outcome) => !Object.hasOwn(step.on, outcome));
      return open.length > 0
        ? [trigger('internal-error', `Write \`on: { ${open.map((outcome) => `${outcome}: …`).join(', ')} }\`.`)]
        : [];
    }
    if (step.kind === 'handoff' && !Object.hasOwn(step.on, 'failed'))
      return [trigger('agent-unavailable', 'Write `on: { failed: … }`.')];
    return [];
  });
}
