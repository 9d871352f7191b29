import type { SayStep } from '../../flow/steps/say.ts';
import type { Draft } from '../draft.ts';
import { evaluateAll } from '../evaluate.ts';
import { followRoute } from '../follow-route.ts';
import { sayInFrame } from '../say-text.ts';
import { topFrame } from '../stack.ts';

/** Says the text and goes on at once. */
export function advanceSay(draft: Draft, step: SayStep): void {
  const frame = topFrame(draft.state);
  if (!frame) return;
  sayInFrame(draft, frame, step.text, evaluateAll(draft, frame, step.with), { resend: step.resend });
  followRoute(draft, step.next);
}
