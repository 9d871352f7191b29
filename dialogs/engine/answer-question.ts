import type { Json } from '../protocol/value.ts';
import { acceptValue } from './accept-value.ts';
import { askAgain } from './ask-again.ts';
import type { Draft } from './draft.ts';
import { followRoute } from './follow-route.ts';
import { openQuestion } from './open-question.ts';
import { MORE_OPTIONS } from './policy.ts';
import { allChoices } from './question-choices.ts';
import { readsOfExpression, readsOfInput } from './reads-of.ts';
import { settleQuestion } from './settle-question.ts';
import { changeTop } from './stack.ts';
import { slotDefinition } from './visible-slots.ts';
import { writeSlot } from './write-slot.ts';

/** Takes a value as the answer to the open question. False when no question is open. */
export function answerQuestion(draft: Draft, value: Json): boolean {
  const question = openQuestion(draft);
  if (!question) return false;
  const { frame, step } = question;
  const definition = slotDefinition(draft.book, frame, step.slot);
  if (!definition) return false;
  if (value === MORE_OPTIONS) {
    changeTop(draft, { page: frame.page + 1, waiting: false });
    return true;
  }
  const accepted = acceptValue(definition, allChoices(draft, frame, step), value);
  if (accepted === undefined) {
    askAgain(draft, step, { kind: 'invalid' });
    return true;
  }
  // A yes holds for what was read out, a pick for its list; other answers are the customer's own and outlive what the question said.
  const reads = definition.type === 'boolean' ? readsOfInput(step) : readsOfExpression(step.options_from);
  const origin = reads.length > 0 ? { from: reads } : undefined;
  changeTop(draft, { waiting: false });
  writeSlot(draft, draft.state.stack.length - 1, step.slot, accepted, origin);
  settleQuestion(draft, step);
  return true;
}

/** Leaves the open question unanswered, where it may be: its slot gets its default by itself, or stays empty. */
export function skipQuestion(draft: Draft): boolean {
  const question = openQuestion(draft);
  if (!question?.step.skippable) return false;
  writeSlot(draft, draft.state.stack.length - 1, question.step.slot, null);
  changeTop(draft, { waiting: false });
  draft.state = { ...draft.state, misses: 0 };
  followRoute(draft, question.step.next);
  return true;
}
