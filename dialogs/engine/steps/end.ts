import type { EndStep } from '../../flow/steps/end.ts';
import type { Draft } from '../draft.ts';
import { endFrame } from '../end-frame.ts';

export function advanceEnd(draft: Draft, step: EndStep): void {
  endFrame(draft, step.outcome, step.close);
}
