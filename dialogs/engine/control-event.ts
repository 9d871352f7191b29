import type { InboundEvent } from '../protocol/event.ts';
import type { Owner } from '../protocol/state.ts';
import { clearRequests } from './cancel-request.ts';
import { passControl, tellDesk, waitForAgent } from './control.ts';
import type { Draft } from './draft.ts';
import { flowTopic } from './flow-names.ts';
import { followRoute } from './follow-route.ts';
import { askForPeople } from './hand-over.ts';
import { handoffStep } from './handoff-outcome.ts';
import { changeTop, customerRequest, dropPatterns, isPattern, topRequest } from './stack.ts';
import { startPattern } from './start-pattern.ts';

type ControlEvent = Extract<InboundEvent, { kind: 'control' }>;

/** Someone takes or gives back the conversation. */
export function controlEvent(draft: Draft, event: ControlEvent): void {
  const { owner } = draft.state.control;
  if (event.to === 'queue')
    return owner === 'bot'
      ? askForPeople(draft, { reason: event.reason ?? 'policy', helping: false })
      : backToQueue(draft);
  if (event.to !== 'bot') return takenByAgent(draft, event.to);
  if (owner === 'queue') return nobodyCame(draft, event.outcome?.code ?? 'no_agent');
  if (owner !== 'bot') returned(draft, event.outcome?.code ?? 'resolved');
}

/** A person speaks or accepted: the bot falls silent and its questions about the wait are over. */
export function takenByAgent(draft: Draft, agent: Owner): void {
  if (draft.state.control.owner === agent) return;
  const top = draft.state.stack[topRequest(draft.state.stack)];
  if (isPattern(top) && handoffStep(draft) === undefined) dropPatterns(draft);
  passControl(draft, agent);
}

/** Transferred to other people: the customer waits again and hears it from people, not from the bot. */
function backToQueue(draft: Draft): void {
  if (draft.state.control.owner === 'queue') return;
  passControl(draft, 'queue');
  waitForAgent(draft);
}

/** The queue gave up: too late, too few people, a broken desk. The flow's own way out, else other ways to be helped. */
export function nobodyCame(draft: Draft, code: string): void {
  dropWaitingTalk(draft);
  tellDesk(draft, 'withdraw', { why: code });
  passControl(draft, 'bot');
  const { handoff } = draft.state;
  if (handoff) draft.state = { ...draft.state, handoff: { ...handoff, bouncedAt: draft.now } };
  const step = handoffStep(draft);
  const route = step && (step.on[code] ?? step.on['failed']);
  if (route) {
    changeTop(draft, { waiting: false });
    return followRoute(draft, route);
  }
  startPattern(draft, 'agent-unavailable', { reason: code, danger: draft.state.danger });
}

/** The agent is done. What they settled is settled; what they left is taken up where the flow says. */
function returned(draft: Draft, code: string): void {
  passControl(draft, 'bot');
  const wasDanger = draft.state.danger;
  draft.state = { ...draft.state, danger: false, misses: 0 };
  if (draft.state.closed) return;
  if (wasDanger) {
    clearRequests(draft);
    return startPattern(draft, 'completed', { outcome: 'success', after_agent: true });
  }
  const step = handoffStep(draft);
  if (step) {
    changeTop(draft, { waiting: false });
    return followRoute(draft, step.on['returned'] ?? step.next);
  }
  const request = draft.state.stack[customerRequest(draft.state.stack)];
  if (request && ['unresolved', 'return_to_bot', 'continue'].includes(code)) {
    return startPattern(draft, 'continue-interrupted', {
      mode: 'ask',
      topic: flowTopic(draft, request.flow),
      flow: request.flow,
    });
  }
  if (request) draft.state = { ...draft.state, finished: { ...request, waiting: false, outcome: 'success' } };
  draft.state = { ...draft.state, stack: [], deferred: [] };
  startPattern(draft, 'completed', { outcome: 'success', after_agent: true });
}

/** Takes the talk about waiting away, but not repair that itself stands at a handoff step. */
function dropWaitingTalk(draft: Draft): void {
  const { stack } = draft.state;
  const at = topRequest(stack);
  if (stack[at]?.flow !== 'patterns/human-handoff') return;
  draft.state = { ...draft.state, stack: stack.slice(0, at) };
}
