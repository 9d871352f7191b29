import { askAgain, giveUp, questionInputs } from './ask-again.ts';
import type { Draft } from './draft.ts';
import { evaluateAll } from './evaluate.ts';
import { openQuestion } from './open-question.ts';
import { POLICY } from './policy.ts';
import { choicesNow } from './question-choices.ts';
import { sayInFrame, wouldRepeat } from './say-text.ts';
import { changeTop, topFrame } from './stack.ts';
import { startPattern } from './start-pattern.ts';

/** The words meant nothing here: the open question is asked another way, or the bot says what it can do and offers a person. */
export function notUnderstood(draft: Draft): void {
  const misses = draft.state.misses + 1;
  draft.state = { ...draft.state, misses };
  const question = openQuestion(draft);
  if (question) return askAgain(draft, question.step, { kind: 'no_match' });
  if (topFrame(draft.state)?.calling) return startPattern(draft, 'late-answer', { mode: 'still' });
  cannotHandle(draft, 'not_understood', misses);
}

/** A question that no flow answers: looked up in the articles, else owned up to. The open question stays. */
export function outOfScope(draft: Draft): void {
  const misses = draft.state.misses + 1;
  draft.state = { ...draft.state, misses };
  cannotHandle(draft, 'out_of_scope', misses);
}

export function cannotHandle(
  draft: Draft,
  reason: 'not_understood' | 'out_of_scope' | 'unclear',
  attempt: number,
): void {
  leaveEarlier(draft);
  const words = draft.words.trim().slice(0, POLICY.wordsKept);
  // Signs alone find no article; they would only keep the customer waiting.
  const searchable = /\p{L}{2}|\p{Script=Han}/u.test(words);
  startPattern(draft, 'cannot-handle', {
    reason,
    attempt: Math.min(attempt, 3),
    ...(searchable ? { words } : {}),
    busy: openQuestion(draft) !== undefined,
  });
}

/** The offer of a person still stands there unanswered: it gives way, so that offers don't pile up. */
function leaveEarlier(draft: Draft): void {
  const { stack } = draft.state;
  if (stack.at(-1)?.flow === 'patterns/cannot-handle') draft.state = { ...draft.state, stack: stack.slice(0, -1) };
}

/** Nothing was said: less words each time, then "still there?", then goodbye with everything kept. */
export function silence(draft: Draft): void {
  const question = openQuestion(draft);
  if (!question) return silenceAtNothing(draft);
  const { frame, step } = question;
  const own = step.on_no_input ?? [];
  const text = own[frame.silent];
  changeTop(draft, { silent: frame.silent + 1 });
  if (text !== undefined && !wouldRepeat(draft, text)) {
    const values = evaluateAll(draft, frame, step.with);
    return sayInFrame(draft, frame, text, values, { choices: choicesNow(draft, frame, step), expectsReply: true });
  }
  if (step.on_no_input && frame.silent >= own.length && step.on_exhausted) return giveUp(draft, step);
  // An author's own reprompts take the place of the pattern's first; "still there?" and goodbye are always its own.
  const attempt = frame.silent - own.length + (own.length > 0 ? 2 : 1);
  startPattern(draft, 'no-input', questionInputs(draft, frame, step, Math.max(1, Math.min(attempt, 3))));
}

/** Where nothing was asked, silence is no event on a screen; a call that only hums is ended kindly. */
function silenceAtNothing(draft: Draft): void {
  const { place } = draft.state;
  if (topFrame(draft.state)?.calling || !place.speech || place.screen) return;
  startPattern(draft, 'no-input', { attempt: 3, slot_type: 'none' });
}
