import type { Draft } from './draft.ts';
import { popFrame } from './stack.ts';

/** Takes the frame on top away; what follows from its end is settled by the loop of `run-flows.ts` before anything else runs. */
export function endFrame(draft: Draft, outcome: 'success' | 'failed', close = false): void {
  const ended = popFrame(draft);
  if (!ended) return;
  draft.trace.push({ kind: 'flow_ended', flow: ended.flow, detail: outcome });
  if (ended.cause !== 'pattern' || close) draft.effects.push({ kind: 'end', flow: ended.flow, outcome, close });
  draft.endings.push({ frame: ended, outcome, close });
}
