import type { HandoffReason } from '../protocol/command.ts';
import type { Owner } from '../protocol/state.ts';
import type { Values } from '../protocol/value.ts';
import type { Draft } from './draft.ts';
import { note } from './note.ts';
import { HANDOFF_TIMER, POLICY } from './policy.ts';

/** Changes who holds the conversation. The epoch rises, so that what was on its way is dropped, and no timer of the old owner fires. */
export function passControl(draft: Draft, owner: Owner): void {
  const { state } = draft;
  for (const timer of state.timers) draft.effects.push({ kind: 'unschedule', timer });
  draft.state = { ...state, timers: [], control: { owner, epoch: state.control.epoch + 1, since: draft.now } };
  draft.trace.push({ kind: 'control', detail: { owner, epoch: state.control.epoch + 1 } });
  note(draft, { by: 'system', text: `control: ${owner}` });
}

export interface QueueWish {
  readonly reason: HandoffReason;
  readonly queue?: string;
  readonly skills?: readonly string[];
  readonly note?: string;
  readonly noteWith?: Values;
  /** Absent: everything known that is not secret. */
  readonly include?: readonly string[];
  readonly helping: boolean;
}

/** Puts the conversation into the queue for people, with its context, in this very turn. */
export function enterQueue(draft: Draft, wish: QueueWish): void {
  const { helping, include, ...routing } = wish;
  passControl(draft, 'queue');
  const { state } = draft;
  const id = `${state.startedAt}:handoff:${state.counter}`;
  const consent = state.handoff?.consent ?? 'unasked';
  draft.effects.push({ kind: 'handoff', id, ...routing, include: include ?? factsKnown(draft), phase: 'open' });
  const want = state.handoff?.want;
  draft.state = {
    ...state,
    counter: state.counter + 1,
    danger: state.danger || wish.reason === 'safety',
    handoff: { id, reason: wish.reason, at: draft.now, consent, helping, ...(want === undefined ? {} : { want }) },
  };
  waitForAgent(draft);
}

/** Sets the time after which other ways than waiting are offered. */
export function waitForAgent(draft: Draft): void {
  const at = new Date(Date.parse(draft.now) + POLICY.agentWaitMs).toISOString();
  draft.effects.push({ kind: 'schedule', timer: HANDOFF_TIMER, at });
  draft.state = { ...draft.state, timers: [...draft.state.timers, HANDOFF_TIMER] };
}

/** Tells the desk that something about the latest handoff changed. */
export function tellDesk(draft: Draft, phase: 'update' | 'withdraw', facts?: Values): void {
  const handoff = draft.state.handoff;
  if (!handoff) return;
  draft.effects.push({
    kind: 'handoff',
    id: handoff.id,
    reason: handoff.reason,
    include: factsKnown(draft),
    phase,
    ...(facts ? { facts } : {}),
  });
}

/** Names of all filled slots that are not secret. */
export function factsKnown(draft: Draft): readonly string[] {
  const { book, state } = draft;
  const own = state.stack
    .filter(({ flow }) => !flow.startsWith('patterns/'))
    .flatMap((frame) =>
      Object.keys(frame.slots).filter((slot) => book.flows[frame.flow]?.slots[slot]?.sensitivity !== 'secret'),
    );
  const shared = Object.keys(state.memory).filter(
    (slot) => book.slots[slot] && book.slots[slot].sensitivity !== 'secret',
  );
  return [...new Set([...own, ...shared])];
}
