import type { CollectStep } from '../flow/steps/collect.ts';
import type { Frame } from '../protocol/state.ts';
import type { Draft } from './draft.ts';
import { endFrame } from './end-frame.ts';
import { evaluateAll } from './evaluate.ts';
import { flowTopic } from './flow-names.ts';
import { followRoute } from './follow-route.ts';
import { clip } from './note.ts';
import { POLICY } from './policy.ts';
import { choicesNow } from './question-choices.ts';
import { sayInFrame, wouldRepeat } from './say-text.ts';
import { changeTop, customerRequest, topFrame } from './stack.ts';
import { startPattern } from './start-pattern.ts';
import { slotDefinition } from './visible-slots.ts';

export type Miss = { readonly kind: 'no_match' | 'invalid' } | { readonly kind: 'rejected'; readonly say: string };

/** Asks the open question another way: each try with another sentence, and after the last one the way out. */
export function askAgain(draft: Draft, step: CollectStep, miss: Miss): void {
  const frame = topFrame(draft.state);
  if (!frame) return;
  const allowed = step.attempts?.length ?? POLICY.retries;
  if (frame.asked >= allowed) return giveUp(draft, step);
  changeTop(draft, { asked: frame.asked + 1, waiting: true, replay: [] });
  const own = step.attempts?.[frame.asked];
  if (miss.kind === 'rejected' && !wouldRepeat(draft, miss.say)) return sayAgain(draft, frame, step, miss.say);
  if (own !== undefined && miss.kind !== 'invalid' && !wouldRepeat(draft, own))
    return sayAgain(draft, frame, step, own);
  startPattern(
    draft,
    miss.kind === 'no_match' ? 'no-match' : 'invalid-value',
    questionInputs(draft, frame, step, frame.asked + 1),
  );
}

function sayAgain(draft: Draft, frame: Frame, step: CollectStep, key: string): void {
  sayInFrame(draft, frame, key, evaluateAll(draft, frame, step.with), {
    choices: choicesNow(draft, frame, step),
    expectsReply: true,
  });
}

/** What repair may know of the open question. */
export function questionInputs(draft: Draft, frame: Frame, step: CollectStep, attempt: number) {
  const definition = slotDefinition(draft.book, frame, step.slot);
  return {
    attempt,
    slot: step.slot,
    slot_type: definition?.type ?? 'text',
    label: definition?.label?.[draft.state.locale],
    options: choicesNow(draft, frame, step).length,
    skippable: step.skippable,
    heard: clip(draft.words.trim(), 60),
  };
}

/** Tries or silences are used up: the question's own way out, else a person is offered. Repair that isn't understood just ends. */
export function giveUp(draft: Draft, step: CollectStep): void {
  const frame = topFrame(draft.state);
  if (!frame) return;
  draft.state = { ...draft.state, misses: 0 };
  if (step.on_exhausted) {
    changeTop(draft, { waiting: false });
    return followRoute(draft, step.on_exhausted);
  }
  const at = customerRequest(draft.state.stack);
  const base = draft.state.stack[at];
  if (frame.cause === 'pattern' || !base) return endFrame(draft, 'failed');
  startPattern(draft, 'cannot-handle', { reason: 'tries', attempt: 3, topic: flowTopic(draft, base.flow) });
}
