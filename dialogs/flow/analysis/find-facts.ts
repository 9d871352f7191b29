import type { FlowId, StepId } from '../../protocol/ids.ts';
import type { ParsedDialogs } from '../parse-dialogs.ts';
import type { DomainOf } from './condition-facts.ts';
import { type Facts, intersection, NO_FACTS, sameFacts, union } from './facts.ts';
import type { Edge } from './flow-graph.ts';
import { createFlowWalker, defaultFacts, type FlowWalker, type WalkedFlow, type WalkWorld } from './walk-flow.ts';

/** What is certain at each step of each flow, on every way that leads there. */
export interface FlowFacts {
  /** Facts when a step is entered, its own `if` not yet asked; undefined where no way leads. */
  before(flow: FlowId, step: StepId): Facts | undefined;
  /** Facts once the step's own `if` held; undefined where it never does. */
  inside(flow: FlowId, step: StepId): Facts | undefined;
  /** Facts at one way out of a step, when the step was done and before a branch was chosen. */
  after(flow: FlowId, edge: Edge): Facts;
  edges(flow: FlowId): ReadonlyMap<StepId, readonly Edge[]>;
  domains(flow: FlowId): DomainOf;
}

/** Facts of a beginning pass through at most so many flows before they are settled. */
const ROUNDS = 8;

/** Follows every flow along all its ways. A subflow may count on what all who start it have in common. */
export function findFacts(world: WalkWorld): FlowFacts {
  const { dialogs } = world;
  const walker = createFlowWalker(world);
  const walked = walkAll(world, walker);
  const guarded = (id: FlowId, step: StepId, facts: Facts): Facts | undefined => {
    const guard = dialogs.flows.get(id)?.flow.steps[step]?.step.if;
    return guard === undefined ? facts : walker.conditions(id, [{ source: guard, holds: true }], facts);
  };
  const before: FlowFacts['before'] = (id, step) => walked.get(id)?.before.get(step);
  return {
    before,
    inside(id, step) {
      const start = before(id, step);
      return start && guarded(id, step, start);
    },
    after(id, edge) {
      const flow = dialogs.flows.get(id)?.flow;
      const step = flow?.steps[edge.from]?.step;
      const start = before(id, edge.from);
      if (!flow || !step || !start) return NO_FACTS;
      const inside = walker.conditions(id, edge.guard, start) ?? start;
      return edge.why === 'skip' ? inside : walker.effect(flow, step, edge.why, inside);
    },
    edges: walker.edges,
    domains: walker.domains,
  };
}

/** Begins with the flows that start by themselves, and goes on to those that they call or link to until nothing changes. */
function walkAll(world: WalkWorld, walker: FlowWalker): ReadonlyMap<FlowId, WalkedFlow> {
  const { dialogs, types } = world;
  const entries = new Map<FlowId, Facts>();
  for (const [id, { flow }] of dialogs.flows) {
    if (!startsItself(dialogs, id)) continue;
    const guard =
      flow.if === undefined ? NO_FACTS : walker.conditions(id, [{ source: flow.if, holds: true }], NO_FACTS);
    entries.set(id, union(guard ?? NO_FACTS, defaultFacts(types.definitions(id))));
  }
  const results = new Map<FlowId, WalkedFlow>();
  for (let round = 0, changed = true; changed && round < ROUNDS; round++) {
    changed = false;
    for (const [id, { flow }] of dialogs.flows) {
      const entry = entries.get(id);
      if (!entry) continue;
      const result = walker.walk(flow, entry);
      results.set(id, result);
      for (const { step } of Object.values(flow.steps)) {
        const facts = result.before.get(step.id);
        if ((step.kind !== 'call' && step.kind !== 'link') || !facts || !dialogs.flows.has(step.flow)) continue;
        const inside = step.if === undefined ? facts : walker.conditions(id, [{ source: step.if, holds: true }], facts);
        if (inside && narrow(entries, step.flow, walker.entry(flow, step, inside))) changed = true;
      }
    }
  }
  // Flows that nothing starts are looked at all the same.
  for (const [id, { flow }] of dialogs.flows) {
    if (!results.has(id)) results.set(id, walker.walk(flow, defaultFacts(types.definitions(id))));
  }
  return results;
}

/** One more way in: only what all ways have in common stays. True where that changed something. */
function narrow(entries: Map<FlowId, Facts>, flow: FlowId, given: Facts): boolean {
  const known = entries.get(flow);
  const next = known ? intersection(known, given) : given;
  if (known && sameFacts(known, next)) return false;
  entries.set(flow, next);
  return true;
}

/** Can a flow begin by a customer's words, by an event or as a repair pattern? */
export function startsItself(dialogs: ParsedDialogs, id: FlowId): boolean {
  const parsed = dialogs.flows.get(id);
  if (!parsed) return false;
  if (id.startsWith('patterns/') || parsed.flow.triggers.events.length > 0) return true;
  return [...dialogs.locales.values()].some((files) => (files.get(id)?.examples.length ?? 0) > 0);
}
