import { afterRequest } from './after-request.ts';
import type { Draft } from './draft.ts';
import { customerRequest, dropPatterns, setStack } from './stack.ts';

/** Ends the customer's request on top, with everything it called. What was interrupted by it, or said with it, comes next. */
export function cancelRequest(draft: Draft, askMore = true): void {
  dropPatterns(draft);
  const at = customerRequest(draft.state.stack);
  const base = draft.state.stack[at];
  if (!base) {
    if (askMore) afterRequest(draft, true);
    return;
  }
  setStack(draft, draft.state.stack.slice(0, at));
  forgetCalls(draft);
  draft.effects.push({ kind: 'end', flow: base.flow, outcome: 'failed', close: false });
  draft.trace.push({ kind: 'flow_ended', flow: base.flow, detail: 'cancelled' });
  draft.state = { ...draft.state, misses: 0, finished: { ...base, waiting: false, outcome: 'failed' } };
  if (askMore) afterRequest(draft, true);
}

/** Leaves everything that runs or waits. What is known of the person stays. */
export function clearRequests(draft: Draft): void {
  for (const frame of draft.state.stack) {
    if (frame.cause === 'pattern' || frame.cause === 'call') continue;
    draft.effects.push({ kind: 'end', flow: frame.flow, outcome: 'failed', close: false });
    draft.trace.push({ kind: 'flow_ended', flow: frame.flow, detail: 'cancelled' });
  }
  const { finished: _, ...state } = draft.state;
  draft.state = { ...state, stack: [], deferred: [], parked: [], misses: 0, clarified: 0 };
  forgetCalls(draft);
}

/** Parked calls of frames that are gone have nobody to tell their answer to, but for writes, which still happened. */
function forgetCalls(draft: Draft): void {
  const calling = new Set(draft.state.stack.map((frame) => frame.calling));
  const { book } = draft;
  draft.state = {
    ...draft.state,
    calls: draft.state.calls.filter(
      ({ callId, action }) => calling.has(callId) || book.actions[action]?.access === 'write',
    ),
  };
}
