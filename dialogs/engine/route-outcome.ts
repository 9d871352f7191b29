import type { Outcome } from '../protocol/outcome.ts';
import type { Draft } from './draft.ts';
import { evaluateAll } from './evaluate.ts';
import { followRoute } from './follow-route.ts';
import { POLICY } from './policy.ts';
import { readsOfInput } from './reads-of.ts';
import { changeTop, topFrame } from './stack.ts';
import { startPattern } from './start-pattern.ts';
import { writeSlot } from './write-slot.ts';

/** Takes an action's answer into the frame on top, which stands at the action's step, and goes where the outcome leads. */
export function routeOutcome(draft: Draft, result: Outcome): void {
  const frame = topFrame(draft.state);
  const step = frame && draft.book.flows[frame.flow]?.steps[frame.step]?.step;
  if (!frame || step?.kind !== 'action') return;
  const { outcome, output } = result;
  if (step.into !== undefined && output !== undefined && output !== null) {
    writeSlot(draft, draft.state.stack.length - 1, step.into, output, { step: step.id, from: readsOfInput(step) });
  }
  const writes = draft.book.actions[step.action]?.access === 'write';
  if (writes && outcome !== 'failed' && outcome !== 'timeout') {
    const others = frame.written.filter((done) => done.step !== step.id);
    changeTop(draft, { written: [...others, { step: step.id, action: step.action, outcome }] });
  }
  if (outcome === 'ok') return followRoute(draft, step.on['ok'] ?? step.next);
  const route = step.on[outcome] ?? (outcome === 'timeout' ? step.on['failed'] : undefined);
  if (route) return followRoute(draft, route);
  const faults = frame.faults + 1;
  changeTop(draft, { faults, waiting: true });
  startPattern(draft, 'internal-error', {
    fault_id: result.faultId ?? draft.eventId.slice(-8),
    // What was sent may have arrived all the same; only what carries an offer's id is safe to send twice.
    may_retry: faults < POLICY.faults && (!writes || 'offer_id' in evaluateAll(draft, frame, step.with)),
    wrote: writes,
  });
}
