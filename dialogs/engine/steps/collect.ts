import type { CollectStep } from '../../flow/steps/collect.ts';
import type { SaidText } from '../../protocol/state.ts';
import type { Values } from '../../protocol/value.ts';
import { questionInputs } from '../ask-again.ts';
import type { Draft } from '../draft.ts';
import { evaluateAll } from '../evaluate.ts';
import { followRoute } from '../follow-route.ts';
import { choicesNow } from '../question-choices.ts';
import { alternatives, sayInFrame } from '../say-text.ts';
import { settleQuestion } from '../settle-question.ts';
import { changeTop, topFrame } from '../stack.ts';
import { startPattern } from '../start-pattern.ts';
import { heldValue } from '../visible-slots.ts';

/** Passes on when the slot is filled already, else asks. */
export function advanceCollect(draft: Draft, step: CollectStep): void {
  const frame = topFrame(draft.state);
  if (!frame) return;
  const filled = heldValue(draft.book, draft.state, frame, step.slot) !== undefined;
  if (filled && (!step.force_ask || frame.replay.includes(step.id))) return settleQuestion(draft, step);
  // What the customer left out before a correction stays left out.
  if (step.skippable && frame.replay.includes(step.id)) return followRoute(draft, step.next);
  const brief = step.on_no_input?.[0];
  const values = evaluateAll(draft, frame, step.with);
  // The same question about something else (the next thing to try, a new offer) is another sentence, and is asked in full.
  const isSame = (said: SaidText | undefined) => said?.text === step.ask && holdsValues(said, values);
  const justAsked = isSame(draft.state.lastSaid.at(-1)) || draft.before.some(isSame);
  const key = justAsked && brief !== undefined && alternatives(draft, step.ask) < 2 ? brief : step.ask;
  changeTop(draft, { waiting: true, replay: [] });
  // The very question that was said last, with nothing new to it: the pattern's neutral words ask it instead.
  if (!filled && key === step.ask && isSame(draft.state.lastSaid.at(-1)) && alternatives(draft, key) < 2) {
    return startPattern(draft, 'no-input', questionInputs(draft, frame, step, 1));
  }
  sayInFrame(draft, frame, key, values, {
    choices: choicesNow(draft, frame, step),
    expectsReply: true,
    ...(brief === undefined ? {} : { reprompt: brief }),
  });
}

function holdsValues(said: SaidText, values: Values): boolean {
  return Object.entries(values).every(([name, value]) => JSON.stringify(said.with[name]) === JSON.stringify(value));
}
