import { PATTERN_NAMES } from '../flow/pattern-names.ts';
import type { FlowId } from '../protocol/ids.ts';
import type { Slots } from '../protocol/value.ts';
import type { Draft } from './draft.ts';
import { mayStart } from './may-start.ts';
import { startPattern } from './start-pattern.ts';
import { startRequest } from './start-request.ts';

/** Flows that wait for this event and may start now. */
export function flowsForEvent(draft: Draft, name: string): readonly FlowId[] {
  return Object.values(draft.book.flows)
    .filter(({ flow, triggers }) => triggers.events.includes(name) && mayStart(draft, flow))
    .map(({ flow }) => flow);
}

/** A notice, a schedule or a device begins a flow, unless people hold the conversation: then nothing of ours cuts in. */
export function triggerEvent(draft: Draft, name: string, slots: Slots): void {
  // Repair goes on top of whatever runs; it never waits for it.
  const pattern = PATTERN_NAMES.find((one) => draft.book.flows[`patterns/${one}`]?.triggers.events.includes(name));
  const [flow] = flowsForEvent(draft, name);
  if (draft.state.control.owner !== 'bot' || !(pattern ?? flow)) {
    draft.trace.push({ kind: 'warning', detail: { trigger_ignored: name } });
    return;
  }
  draft.state = { ...draft.state, closed: false };
  if (pattern) startPattern(draft, pattern, slots);
  else if (flow) startRequest(draft, flow, [], slots, undefined, 'event');
}
