import type { Route, Target } from '../flow/next.ts';
import type { Draft } from './draft.ts';
import { endFrame } from './end-frame.ts';
import { holds } from './evaluate.ts';
import { topFrame } from './stack.ts';

/** Sends the frame on top where the route leads: the first branch that holds, `else`, or the step that follows in the file. */
export function followRoute(draft: Draft, route: Route | undefined): void {
  const frame = topFrame(draft.state);
  if (!frame) return;
  const branch = route?.branches.find(({ if: condition }) => holds(draft, frame, condition));
  const after = draft.book.flows[frame.flow]?.steps[frame.step]?.after ?? 'END';
  moveTo(draft, branch?.to ?? route?.else ?? after);
}

/** Sends the frame on top to a step, or ends it. */
export function moveTo(draft: Draft, target: Target): void {
  const frame = topFrame(draft.state);
  if (!frame) return;
  if (target === 'END') return endFrame(draft, 'success');
  const { calling: _, late: __, held: ___, ...rest } = frame;
  draft.state = {
    ...draft.state,
    stack: [
      ...draft.state.stack.slice(0, -1),
      { ...rest, step: target, waiting: false, asked: 0, silent: 0, page: 0, faults: 0 },
    ],
  };
}

/** Opens the top frame's question or step once more: after a digression it is asked again unless it was answered meanwhile. */
export function resumeTop(draft: Draft): void {
  const frame = topFrame(draft.state);
  if (!frame || frame.calling) return;
  const kind = draft.book.flows[frame.flow]?.steps[frame.step]?.step.kind;
  const { interruptedAt: _, ...rest } = frame;
  if (kind === 'handoff' && draft.state.control.owner !== 'bot') return;
  draft.state = { ...draft.state, stack: [...draft.state.stack.slice(0, -1), { ...rest, waiting: false }] };
}
