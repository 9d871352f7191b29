import type { Step } from '../../flow/steps/index.ts';
import type { Draft } from '../draft.ts';
import { advanceAction } from './action.ts';
import { advanceCall } from './call.ts';
import { advanceCollect } from './collect.ts';
import { advanceEnd } from './end.ts';
import { advanceHandoff } from './handoff.ts';
import { advanceLink } from './link.ts';
import { advanceSay } from './say.ts';
import { advanceSet } from './set.ts';

/** Runs one step of the frame on top; each kind says in its own file what that means. */
export function advanceStep(draft: Draft, step: Step): void {
  switch (step.kind) {
    case 'say':
      return advanceSay(draft, step);
    case 'collect':
      return advanceCollect(draft, step);
    case 'action':
      return advanceAction(draft, step);
    case 'set':
      return advanceSet(draft, step);
    case 'call':
      return advanceCall(draft, step);
    case 'link':
      return advanceLink(draft, step);
    case 'handoff':
      return advanceHandoff(draft, step);
    case 'end':
      return advanceEnd(draft, step);
  }
}
