import type { LinkStep } from '../../flow/steps/link.ts';
import type { Frame } from '../../protocol/state.ts';
import type { Draft } from '../draft.ts';
import { endFrame } from '../end-frame.ts';
import { evaluateAll } from '../evaluate.ts';
import { newFrame, popFrame, pushFrame, topFrame } from '../stack.ts';
import { writeSlot } from '../write-slot.ts';

/** Leaves for the other flow, which takes this one's place on the stack and in the eyes of a caller. */
export function advanceLink(draft: Draft, step: LinkStep): void {
  const leaving = topFrame(draft.state);
  if (!leaving) return;
  const next = newFrame(draft.book, step.flow, causeOf(leaving, step.flow));
  if (!next) return endFrame(draft, 'failed');
  const given = evaluateAll(draft, leaving, step.with);
  popFrame(draft);
  draft.trace.push({ kind: 'flow_ended', flow: leaving.flow, detail: 'success' });
  if (leaving.cause !== 'pattern') {
    draft.effects.push({ kind: 'end', flow: leaving.flow, outcome: 'success', close: false });
  }
  pushFrame(draft, next);
  draft.trace.push({ kind: next.cause === 'pattern' ? 'pattern' : 'flow_started', flow: next.flow });
  for (const [slot, value] of Object.entries(given)) writeSlot(draft, draft.state.stack.length - 1, slot, value);
}

function causeOf(leaving: Frame, to: string): Frame['cause'] {
  if (leaving.cause === 'call') return 'call';
  if (to.startsWith('patterns/')) return 'pattern';
  return leaving.cause === 'pattern' ? 'customer' : leaving.cause;
}
