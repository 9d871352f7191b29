import type { StepKind } from './index.ts';
import { STEP_KINDS } from './step-kinds.ts';

/** A step as it stands in the file. */
export type AuthoredStep = Readonly<Record<string, unknown>>;

/** The verbs that a written step has: one, when it is right. */
export function verbsOf(step: AuthoredStep): StepKind[] {
  return Object.values(STEP_KINDS)
    .map((kind) => kind.verb)
    .filter((verb) => Object.hasOwn(step, verb));
}
