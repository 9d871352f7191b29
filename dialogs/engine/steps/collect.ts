import type { CollectStep } from '../../flow/steps/collect.ts';
import type { Draft } from '../draft.ts';
import { evaluateAll } from '../evaluate.ts';
import { choicesNow } from '../question-choices.ts';
import { alternatives, sayInFrame, wouldRepeat } from '../say-text.ts';
import { settleQuestion } from '../settle-question.ts';
import { changeTop, topFrame } from '../stack.ts';
import { heldValue } from '../visible-slots.ts';

/** Passes on when the slot is filled already, else asks. */
export function advanceCollect(draft: Draft, step: CollectStep): void {
  const frame = topFrame(draft.state);
  if (!frame) return;
  const filled = heldValue(draft.book, draft.state, frame, step.slot) !== undefined;
  if (filled && (!step.force_ask || frame.replay.includes(step.id))) return settleQuestion(draft, step);
  const brief = step.on_no_input?.[0];
  const justAsked = wouldRepeat(draft, step.ask) || draft.before.some(({ text }) => text === step.ask);
  const key = justAsked && brief !== undefined && alternatives(draft, step.ask) < 2 ? brief : step.ask;
  changeTop(draft, { waiting: true, replay: [] });
  sayInFrame(draft, frame, key, evaluateAll(draft, frame, step.with), {
    choices: choicesNow(draft, frame, step),
    expectsReply: true,
    ...(brief === undefined ? {} : { reprompt: brief }),
  });
}
