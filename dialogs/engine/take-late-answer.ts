import type { Outcome } from '../protocol/outcome.ts';
import type { Frame } from '../protocol/state.ts';
import type { Draft } from './draft.ts';
import { routeOutcome } from './route-outcome.ts';
import { setStack } from './stack.ts';

/** The frame came back on top and its action has answered meanwhile. */
export function takeLateAnswer(draft: Draft, frame: Frame, outcome: Outcome): boolean {
  const { late: _, calling: __, ...rest } = frame;
  setStack(draft, [...draft.state.stack.slice(0, -1), { ...rest, waiting: false }]);
  routeOutcome(draft, outcome);
  return true;
}
