import type { EngineEvent } from '../protocol/event.ts';
import type { Draft } from './draft.ts';
import { resumeTop } from './follow-route.ts';
import { keepWaitingFacts } from './handoff-outcome.ts';
import { openQuestion } from './open-question.ts';
import { choicesNow } from './question-choices.ts';
import { cannotHandle } from './repair.ts';
import { runFlows } from './run-flows.ts';
import type { SayEffect } from './say-text.ts';

/** What holds at the end of every event: the desk knows what was told, nobody is met with silence, the last words carry the question. */
export function closeEvent(draft: Draft, event: EngineEvent): void {
  const talk = draft.state.stack.find((frame) => frame.flow === 'patterns/human-handoff');
  keepWaitingFacts(draft, talk);
  if (wasSpokenTo(event) && isSilent(draft)) breakSilence(draft);
  attachQuestion(draft);
}

function wasSpokenTo(event: EngineEvent): boolean {
  return (
    event.kind === 'understood' || event.kind === 'utterance' || event.kind === 'choice' || event.kind === 'attachment'
  );
}

function isSilent(draft: Draft): boolean {
  const { control, closed } = draft.state;
  return control.owner === 'bot' && !closed && !draft.effects.some(({ kind }) => kind === 'say' || kind === 'act');
}

/** Whatever happened, a customer who spoke hears something. */
function breakSilence(draft: Draft): void {
  if (openQuestion(draft)) resumeTop(draft);
  else cannotHandle(draft, 'not_understood', Math.max(1, draft.state.misses));
  runFlows(draft);
}

/** Where a question stays open under what was said last, that message takes its answers. */
function attachQuestion(draft: Draft): void {
  const question = openQuestion(draft);
  const last = draft.effects.findLastIndex(({ kind }) => kind === 'say');
  const effect = draft.effects[last];
  if (!question || draft.state.closed || effect?.kind !== 'say') return;
  const choices = effect.choices ?? choicesNow(draft, question.frame, question.step);
  const reprompt = effect.reprompt ?? question.step.on_no_input?.[question.frame.silent];
  const { choices: _, reprompt: __, ...plain } = effect;
  const asking: SayEffect = {
    ...plain,
    expectsReply: true,
    ...(choices.length > 0 ? { choices } : {}),
    ...(reprompt === undefined || reprompt === effect.text ? {} : { reprompt }),
  };
  draft.effects.splice(last, 1, asking);
  const said = draft.state.lastSaid.at(-1);
  if (said && choices.length > 0) {
    draft.state = { ...draft.state, lastSaid: [...draft.state.lastSaid.slice(0, -1), { ...said, choices }] };
  }
}
