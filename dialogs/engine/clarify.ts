import type { FlowId } from '../protocol/ids.ts';
import type { Draft } from './draft.ts';
import { flowTitle } from './flow-names.ts';
import { mayStart } from './may-start.ts';
import { POLICY } from './policy.ts';
import { cannotHandle, notUnderstood } from './repair.ts';
import { startPattern } from './start-pattern.ts';
import { startRequest } from './start-request.ts';

/** Several things may be meant: asks which, at most twice and with at most three to choose from. */
export function clarify(draft: Draft, flows: readonly FlowId[]): void {
  const possible = [...new Set(flows)].filter((flow) => mayStart(draft, flow));
  const [only] = possible;
  if (only === undefined) return notUnderstood(draft);
  if (possible.length === 1) return startRequest(draft, only, []);
  const { clarified } = draft.state;
  if (clarified >= POLICY.clarifications) return cannotHandle(draft, 'unclear', 3);
  draft.state = { ...draft.state, clarified: clarified + 1 };
  const options = possible
    .slice(0, POLICY.optionsAtOnce)
    .map((flow) => ({ value: flow, label: flowTitle(draft, flow) }));
  startPattern(draft, 'clarification', { options, attempt: clarified + 1 });
}
