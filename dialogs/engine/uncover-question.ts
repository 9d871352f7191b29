import type { Draft } from './draft.ts';
import { openQuestion } from './open-question.ts';
import { changeTop, customerRequest, dropPatterns, isPattern, topFrame, topRequest } from './stack.ts';

/**
 * "Shall I get a colleague?" – "It's AB123456": the customer answers what was asked before. Repair gives way to the question under it.
 * True when the request below waits for this slot; its question is open then.
 */
export function uncoverQuestion(draft: Draft, slot: string): boolean {
  const { state } = draft;
  if (!openQuestion(draft) || !isPattern(state.stack[topRequest(state.stack)])) return false;
  if (customerRequest(state.stack) < 0) return false;
  dropPatterns(draft);
  const top = topFrame(draft.state);
  const step = top && draft.book.flows[top.flow]?.steps[top.step]?.step;
  if (step?.kind === 'collect' && step.slot === slot) {
    changeTop(draft, { waiting: true });
    return true;
  }
  draft.state = state;
  return false;
}
