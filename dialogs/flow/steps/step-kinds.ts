import { actionKind } from './action.ts';
import { callKind } from './call.ts';
import { collectKind } from './collect.ts';
import type { StepKindSpec, StepUses } from './define-step.ts';
import { endKind } from './end.ts';
import { handoffKind } from './handoff.ts';
import type { Step, StepKind } from './index.ts';
import { linkKind } from './link.ts';
import { sayKind } from './say.ts';
import { setKind } from './set.ts';

/** Every verb of the format. A new step kind is one file beside this one, one line here and one in `index.ts`. */
export const STEP_KINDS: { readonly [Kind in StepKind]: StepKindSpec<Extract<Step, { kind: Kind }>> } = {
  say: sayKind,
  collect: collectKind,
  action: actionKind,
  set: setKind,
  call: callKind,
  link: linkKind,
  handoff: handoffKind,
  end: endKind,
};

/** What the checker has to know of a step. */
export function usesOf(step: Step): StepUses {
  const known = uses.get(step) ?? STEP_KINDS[step.kind].uses(step);
  uses.set(step, known);
  return known;
}

/** Steps never change once they are parsed. */
const uses = new WeakMap<Step, StepUses>();
