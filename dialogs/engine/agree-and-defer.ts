import type { ConversationState } from '../protocol/state.ts';
import { anotherWish } from './another-wish.ts';
import { answerQuestion } from './answer-question.ts';
import type { Draft } from './draft.ts';
import { isAnotherThing } from './is-another-thing.ts';
import { leadsToCommit } from './leads-to-commit.ts';
import { isYesNo, openQuestion } from './open-question.ts';
import { POLICY } from './policy.ts';
import { customerRequest, isPattern } from './stack.ts';

/**
 * "Yes, and renew my plan": the yes is taken first, and what was wished besides is kept and offered when this is done. False where the
 * open question takes no yes, belongs to repair, or where a yes would buy, cancel or book: that takes a plain one.
 */
export function agreeAndDefer(draft: Draft, requests: ConversationState['deferred']): boolean {
  const question = openQuestion(draft);
  if (!question || isPattern(question.frame) || !isYesNo(draft)) return false;
  if (leadsToCommit(draft.book, question.frame.flow, question.step)) return false;
  const running = draft.state.stack[customerRequest(draft.state.stack)];
  const wanted = requests.map(({ flow, commands }) => {
    if (!running || flow !== running.flow || isAnotherThing(draft, running, commands)) return { flow, commands };
    return { flow, commands: anotherWish(draft, running, commands) };
  });
  const deferred = wanted.flatMap(({ flow, commands }) => (commands ? [{ flow, commands }] : []));
  if (deferred.length < wanted.length) return false;
  const kept = draft.state.deferred.filter(({ flow }) => !requests.some((request) => request.flow === flow));
  draft.state = { ...draft.state, deferred: [...deferred, ...kept].slice(0, POLICY.deferred) };
  return answerQuestion(draft, true);
}
