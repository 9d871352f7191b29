import type { HandoffStep } from '../flow/steps/handoff.ts';
import type { Frame } from '../protocol/state.ts';
import type { Json } from '../protocol/value.ts';
import { tellDesk } from './control.ts';
import type { Draft } from './draft.ts';
import { endFrame } from './end-frame.ts';
import { followRoute, resumeTop } from './follow-route.ts';
import { askForPeople } from './hand-over.ts';
import { queueWish } from './handoff-inputs.ts';
import { changeTop, topFrame } from './stack.ts';

/** The `handoff` step that the frame on top stands at. */
export function handoffStep(draft: Draft): HandoffStep | undefined {
  const frame = topFrame(draft.state);
  const step = frame && draft.book.flows[frame.flow]?.steps[frame.step]?.step;
  return step?.kind === 'handoff' ? step : undefined;
}

/** The customer heard what would be shared and said yes or no. */
export function agreedToShare(draft: Draft, frame: Frame, outcome: 'success' | 'failed'): void {
  const step = handoffStep(draft);
  if (!step) return resumeTop(draft);
  if (outcome === 'failed') {
    changeTop(draft, { waiting: false });
    return followRoute(draft, step.on['declined'] ?? step.next);
  }
  const wish = queueWish(draft, step);
  const consent = frame.slots['share'] === false ? 'refused' : 'given';
  const before = draft.state.handoff ?? { id: '', reason: step.reason, at: draft.now, helping: false };
  draft.state = { ...draft.state, handoff: { ...before, consent } };
  askForPeople(draft, wish);
}

/** Passes on to the desk what pattern `human-handoff` has learnt so far: the want, and whether the talk may be shared. */
export function keepWaitingFacts(draft: Draft, frame: Frame | undefined): void {
  const { handoff } = draft.state;
  if (!handoff || !frame || draft.state.control.owner !== 'queue') return;
  const facts: Record<string, Json> = {};
  const { want, share } = frame.slots;
  if (typeof want === 'string' && want !== handoff.want) facts['want'] = want;
  const consent = typeof share !== 'boolean' ? handoff.consent : share ? 'given' : 'refused';
  if (consent !== handoff.consent) facts['consent'] = consent;
  if (Object.keys(facts).length === 0) return;
  draft.state = { ...draft.state, handoff: { ...handoff, consent, ...(typeof want === 'string' ? { want } : {}) } };
  tellDesk(draft, 'update', facts);
}

/** Nobody could come: what was agreed on instead goes to the desk, and the talk goes on behind the step that wanted people. */
export function leaveUnavailable(draft: Draft, frame: Frame): void {
  const facts: Record<string, Json> = {};
  for (const slot of ['choice', 'callback_number', 'callback_time', 'message']) {
    const value = frame.slots[slot];
    if (value !== undefined) facts[slot] = value;
  }
  const agreed = facts['choice'] === 'callback' || facts['choice'] === 'message';
  if (agreed) tellDesk(draft, 'update', facts);
  const step = handoffStep(draft);
  if (!step) return resumeTop(draft);
  changeTop(draft, { waiting: false });
  followRoute(draft, step.next);
}

/** The customer took the conversation back from the queue: a flow that wanted people goes its own way, any other goes on. */
export function leaveQueue(draft: Draft): void {
  const step = handoffStep(draft);
  if (!step) return resumeTop(draft);
  changeTop(draft, { waiting: false });
  const route = step.on['abandoned'] ?? step.on['declined'];
  if (route) return followRoute(draft, route);
  endFrame(draft, 'failed');
}
