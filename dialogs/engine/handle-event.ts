import type { EngineEvent } from '../protocol/event.ts';
import { actionHeld, actionParked, actionResult } from './action-events.ts';
import { agentMessage } from './agent-message.ts';
import { controlEvent, nobodyCame } from './control-event.ts';
import type { Draft } from './draft.ts';
import { HANDOFF_TIMER } from './policy.ts';
import { silence } from './repair.ts';
import { sessionEvent } from './session-event.ts';
import { takeAttachment } from './take-attachment.ts';
import { takeChoice, takeWords } from './take-words.ts';
import { triggerEvent } from './trigger-event.ts';

/** One event, before any flow runs on. */
export function handleEvent(draft: Draft, event: EngineEvent): void {
  const { lastEventAt } = draft.state;
  const person =
    event.kind === 'understood' || event.kind === 'utterance' || event.kind === 'choice' || event.kind === 'attachment';
  if (person || event.kind === 'trigger') draft.state = { ...draft.state, turnNumber: draft.state.turnNumber + 1 };
  if (event.kind !== 'timer') draft.state = { ...draft.state, lastEventAt: draft.now };
  switch (event.kind) {
    case 'understood':
      return takeWords(draft, event.of.commands, lastEventAt);
    case 'utterance':
      return takeWords(draft, event.hint?.commands ?? [], lastEventAt);
    case 'choice':
      return takeChoice(draft, event.value);
    case 'attachment':
      return takeAttachment(draft, event.url);
    case 'session':
      return sessionEvent(draft, event, lastEventAt);
    case 'silence':
      return draft.state.control.owner === 'bot' && !draft.state.closed ? silence(draft) : undefined;
    case 'trigger':
      return triggerEvent(draft, event.name, event.slots);
    case 'timer':
      return timer(draft, event.timer);
    case 'actionResult':
      return actionResult(draft, event.callId, event.outcome);
    case 'actionParked':
      return actionParked(draft, event.callId);
    case 'actionHeld':
      return actionHeld(draft, event.callId, event.key);
    case 'agentMessage':
      return agentMessage(draft, event.agentId, event.text);
    case 'control':
      return controlEvent(draft, event);
  }
}

/** A timer that was cancelled meanwhile may still arrive; it means nothing any more. */
function timer(draft: Draft, id: string): void {
  if (!draft.state.timers.includes(id)) return;
  draft.state = { ...draft.state, timers: draft.state.timers.filter((set) => set !== id) };
  if (id === HANDOFF_TIMER && draft.state.control.owner === 'queue') nobodyCame(draft, 'timeout');
}
