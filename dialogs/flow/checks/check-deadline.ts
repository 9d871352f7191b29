import type { FlowId, StepId } from '../../protocol/ids.ts';
import type { Flow } from '../flow.ts';
import type { CheckContext } from './check-context.ts';

/** What understanding itself may take of a turn, in milliseconds. */
const UNDERSTANDING_MS = 500;
/** A single action that may take longer than this is felt as silence. */
const SLOW_MS = 2000;
/** Enough to follow any way without circles. */
const MAX_ROUNDS = 200;
const MAX_CALL_DEPTH = 5;

/** Adds up what may pass between two points where the bot waits, and compares it with each channel's budget. */
export function checkDeadline(context: CheckContext): void {
  const budget = Math.min(...context.channels.map(({ can }) => can.turnBudgetMs));
  if (!Number.isFinite(budget)) return;
  for (const parsed of context.dialogs.flows.values()) {
    const { flow, source, paths } = parsed;
    const arrival = arrivals(flow, UNDERSTANDING_MS, context, 0).at;
    for (const { step } of Object.values(flow.steps)) {
      const before = arrival.get(step.id);
      if (step.kind !== 'action' || step.while_waiting !== undefined || before === undefined) continue;
      const total = before + step.timeout_ms;
      const path = [...(paths[step.id] ?? []), 'action'];
      if (total > budget) {
        const over = context.channels
          .filter(({ can }) => total > can.turnBudgetMs)
          .map(({ name, can }) => `${name} ${seconds(can.turnBudgetMs)}`);
        const sum = before > UNDERSTANDING_MS ? `, ${seconds(total)} with what runs before it in the same turn` : '';
        context.report.add(
          'deadline-exceeded',
          source,
          path,
          `\`${step.action}\` may take ${seconds(step.timeout_ms)}${sum}; the budget is ${over.join(', ')}.`,
        );
      } else if (step.timeout_ms > SLOW_MS) {
        context.report.add(
          'waiting-line-missing',
          source,
          path,
          `\`${step.action}\` may take ${seconds(step.timeout_ms)} and nothing is said meanwhile.`,
        );
      }
    }
  }
}

const seconds = (ms: number) => `${Number((ms / 1000).toFixed(1))} s`;

interface Arrivals {
  /** Longest time that may have passed when a step is entered. */
  readonly at: ReadonlyMap<StepId, number>;
  /** At the end of the flow. */
  readonly end: number;
}

/** The longest time that may have passed in a turn at each step. A question starts anew; circles without a question are another check's matter. */
function arrivals(flow: Flow, start: number, context: CheckContext, depth: number): Arrivals {
  const at = new Map<StepId, number>([[flow.first, start]]);
  const edges = context.facts.edges(flow.flow);
  const visits = new Map<StepId, number>();
  let end = 0;
  const open: StepId[] = [flow.first];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const placed = flow.steps[id];
    const entered = at.get(id) ?? 0;
    const visit = (visits.get(id) ?? 0) + 1;
    visits.set(id, visit);
    if (!placed || visit > MAX_ROUNDS) continue;
    const { step } = placed;
    for (const edge of edges.get(id) ?? []) {
      let left = entered;
      if (edge.why !== 'skip') {
        if (step.kind === 'action') left = step.while_waiting === undefined ? entered + step.timeout_ms : entered;
        else if (step.kind === 'collect' || step.kind === 'handoff') left = UNDERSTANDING_MS;
        else if (step.kind === 'call') left = throughCall(step.flow, entered, context, depth);
      }
      if (edge.to === 'END' || edge.to === 'LEAVE') {
        end = Math.max(end, left);
        continue;
      }
      if (left <= (at.get(edge.to) ?? -1)) continue;
      // A step that adds to itself in a circle would grow for ever.
      if ((visits.get(edge.to) ?? 0) >= Object.keys(flow.steps).length) continue;
      at.set(edge.to, left);
      open.push(edge.to);
    }
  }
  return { at, end };
}

function throughCall(id: FlowId, entered: number, context: CheckContext, depth: number): number {
  const callee = context.dialogs.flows.get(id)?.flow;
  return callee && depth < MAX_CALL_DEPTH ? arrivals(callee, entered, context, depth + 1).end : entered;
}
