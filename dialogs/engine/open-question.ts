import type { CollectStep } from '../flow/steps/collect.ts';
import type { ConversationState, Frame } from '../protocol/state.ts';
import type { Draft } from './draft.ts';
import { maySpeak } from './may-speak.ts';
import { topFrame } from './stack.ts';
import { slotDefinition } from './visible-slots.ts';

export interface AskedQuestion {
  readonly frame: Frame;
  readonly step: CollectStep;
}

/** The question that waits for an answer now, if one does. */
export function openQuestion(draft: {
  readonly book: Draft['book'];
  readonly state: ConversationState;
}): AskedQuestion | undefined {
  const frame = topFrame(draft.state);
  // A request that waits under the queue for people asks nothing meanwhile.
  if (!frame?.waiting || !maySpeak(draft.state)) return undefined;
  const step = draft.book.flows[frame.flow]?.steps[frame.step]?.step;
  return step?.kind === 'collect' ? { frame, step } : undefined;
}

/** Are yes and no answers to the open question? */
export function isYesNo(draft: { readonly book: Draft['book']; readonly state: ConversationState }): boolean {
  const question = openQuestion(draft);
  return question !== undefined && slotDefinition(draft.book, question.frame, question.step.slot)?.type === 'boolean';
}
