import type { FlowBook } from '../flow/flow-book.ts';
import type { Route } from '../flow/next.ts';
import type { CollectStep } from '../flow/steps/collect.ts';
import type { FlowId } from '../protocol/ids.ts';

/** How many pure branches may stand between the question and what it decides. */
const FAR = 3;

/** Its yes lets an action go that was held back, and what is held back writes. */
const LETS_GO = 'patterns/cut-off';

/** Does an answer to this question lead straight to an action that buys, cancels or books? */
export function leadsToCommit(book: FlowBook, flow: FlowId, question: CollectStep): boolean {
  if (flow === LETS_GO) return true;
  const steps = book.flows[flow]?.steps ?? {};
  const leads = (to: string, left: number): boolean => {
    const placed = steps[to];
    if (!placed || left === 0) return false;
    const { step, after } = placed;
    if (step.kind === 'action') return book.actions[step.action]?.commits === true;
    return step.kind === 'set' && targetsOf(step.next, after).some((next) => leads(next, left - 1));
  };
  return targetsOf(question.next, steps[question.id]?.after ?? 'END').some((to) => leads(to, FAR));
}

function targetsOf(route: Route | undefined, after: string): readonly string[] {
  return [...(route?.branches ?? []).map(({ to }) => to), route?.else ?? after];
}
