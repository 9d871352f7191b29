import type { Route } from '../flow/next.ts';
import type { Step } from '../flow/steps/index.ts';
import type { Json } from '../protocol/value.ts';

/** Slots that an expression reads. Literal values read nothing. */
export function readsOfExpression(source: Json | undefined): readonly string[] {
  if (typeof source !== 'string') return [];
  return Array.from(source.matchAll(/\bslots\.([a-z][a-z0-9_]*)/g), (match) => match[1] ?? '');
}

function readsOfValues(values: Readonly<Record<string, Json>>): readonly string[] {
  return Object.values(values).flatMap(readsOfExpression);
}

function readsOfRoute(route: Route | undefined): readonly string[] {
  return (route?.branches ?? []).flatMap((branch) => readsOfExpression(branch.if));
}

/** Slots that decide what this step does or where it leads: a change of one of them sends a correction back to it. */
export function readsOf(step: Step): ReadonlySet<string> {
  return new Set([
    ...readsOfExpression(step.if),
    ...('next' in step ? readsOfRoute(step.next) : []),
    ...readsOfInput(step),
    ...(step.kind === 'collect' ? [step.slot, ...step.rejections.flatMap((rule) => readsOfExpression(rule.if))] : []),
  ]);
}

/** Slots that what the step says, asks or sends is made of. */
export function readsOfInput(step: Step): readonly string[] {
  if (step.kind === 'set') return readsOfValues(step.values);
  if (step.kind === 'end') return [];
  const values = readsOfValues(step.with);
  return step.kind === 'collect' ? [...values, ...readsOfExpression(step.options_from)] : values;
}
