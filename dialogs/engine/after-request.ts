import type { Draft } from './draft.ts';
import { flowTopic } from './flow-names.ts';
import { isLongAgo } from './is-long-ago.ts';
import { topRequest } from './stack.ts';
import { startPattern } from './start-pattern.ts';
import { startRequest } from './start-request.ts';

/**
 * A request is over: what was said in the same breath comes first (the same about another thing by itself, anything else offered), then what was interrupted, then what another conversation left;
 * where nothing waits the customer is asked for more.
 */
export function afterRequest(draft: Draft, askMore: boolean): void {
  const { state } = draft;
  if (state.control.owner !== 'bot' || state.closed) return;
  const [next, ...later] = state.deferred;
  if (next && next.flow === state.finished?.flow && state.finished.outcome === 'success') {
    // The same about another thing: whoever asked both in one breath is not asked whether it was meant.
    draft.state = { ...state, deferred: later };
    return startRequest(draft, next.flow, next.commands, {}, 'allow');
  }
  if (next) {
    startPattern(draft, 'continue-interrupted', {
      mode: 'deferred',
      topic: flowTopic(draft, next.flow),
      flow: next.flow,
    });
    return;
  }
  const interrupted = state.stack[topRequest(state.stack)];
  if (interrupted) {
    if (interrupted.cause === 'pattern') return;
    const mode = isLongAgo(interrupted.interruptedAt, draft.now) ? 'ask' : 'back';
    startPattern(draft, 'continue-interrupted', {
      mode,
      topic: flowTopic(draft, interrupted.flow),
      flow: interrupted.flow,
    });
    return;
  }
  const parked = state.parked.at(-1)?.[0];
  if (parked) {
    startPattern(draft, 'continue-interrupted', {
      mode: 'parked',
      topic: flowTopic(draft, parked.flow),
      flow: parked.flow,
    });
    return;
  }
  if (askMore) startPattern(draft, 'completed', { outcome: state.finished?.outcome ?? 'success', after_agent: false });
}
