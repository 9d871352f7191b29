import type { FlowId, StepId } from '../../protocol/ids.ts';
import type { Json } from '../../protocol/value.ts';
import type { ActionCatalogue } from '../action-catalogue.ts';
import type { CompiledExpressions } from '../compile-expressions.ts';
import type { Flow } from '../flow.ts';
import type { ParsedDialogs } from '../parse-dialogs.ts';
import type { SlotDefinition } from '../slot-definition.ts';
import type { SlotTypes } from '../slot-types.ts';
import type { Step } from '../steps/index.ts';
import { type DomainOf, factsWhen, truthOf } from './condition-facts.ts';
import { createDomains } from './domains.ts';
import { applyEffect, type CallExits } from './effects.ts';
import { type Facts, intersection, levelFacts, NO_FACTS, sameFacts, union, without } from './facts.ts';
import { type Edge, type EdgeCondition, edgesOf } from './flow-graph.ts';

/** What is certain at each step of each flow, on every way that leads there. */
export interface FlowFacts {
  /** Facts when a step is entered, its own `if` not yet asked; undefined where no way leads. */
  before(flow: FlowId, step: StepId): Facts | undefined;
  /** Facts at one way out of a step, when the step was done and before a branch was chosen. */
  after(flow: FlowId, edge: Edge): Facts;
  /** Facts once the step's own `if` held. */
  inside(flow: FlowId, step: StepId): Facts | undefined;
  edges(flow: FlowId): ReadonlyMap<StepId, readonly Edge[]>;
  domains(flow: FlowId): DomainOf;
}

/** Facts that outlive a flow: all but those of its own slots. */
const isShared = (fact: string, own: Readonly<Record<string, SlotDefinition>>): boolean => {
  const slot = /^(?:filled|asked):(.+)$/.exec(fact)?.[1] ?? /^(?:eq|ne):slots\.([a-z0-9_]+)/.exec(fact)?.[1];
  return (slot === undefined || !Object.hasOwn(own, slot)) && fact !== 'yes';
};

const MAX_CALL_DEPTH = 5;
const ROUNDS = 8;

interface World {
  readonly dialogs: ParsedDialogs;
  readonly expressions: CompiledExpressions;
  readonly types: SlotTypes;
  readonly actions: ActionCatalogue;
}

interface Walked {
  readonly before: ReadonlyMap<StepId, Facts>;
  /** At the ends of the flow. */
  readonly success: Facts | undefined;
  readonly failed: Facts | undefined;
}

/** Follows every flow along all its ways. Facts of a subflow's beginning are those of all who call it. */
export function findFacts(world: World): FlowFacts {
  const { dialogs } = world;
  const edges = new Map([...dialogs.flows].map(([id, { flow }]) => [id, edgesOf(flow)] as const));
  const domains = new Map(
    [...dialogs.flows.keys()].map((id) => [id, createDomains(world.types.definitions(id))] as const),
  );
  const exits = new Map<string, CallExits>();
  const edgesIn = (id: FlowId) => edges.get(id) ?? new Map<StepId, readonly Edge[]>();
  const domainsIn = (id: FlowId): DomainOf => domains.get(id) ?? (() => undefined);

  const conditionFacts = (id: FlowId, conditions: readonly EdgeCondition[], facts: Facts): Facts | undefined => {
    let known = facts;
    for (const { source, holds } of conditions) {
      const ast = world.expressions.find(id, source)?.ast;
      if (!ast) continue;
      if (truthOf(ast, known, domainsIn(id)) === !holds) return undefined;
      known = union(known, factsWhen(ast, holds));
    }
    return known;
  };

  const callExits = (id: FlowId, entry: Facts, depth: number): CallExits => {
    const parsed = dialogs.flows.get(id);
    // A flow that does not exist is said elsewhere; its callers are not blamed for what it would have done.
    if (!parsed) return { success: union(entry, new Set(['private', ...levelFacts('verified')])), failed: entry };
    if (depth > MAX_CALL_DEPTH) return { success: NO_FACTS, failed: NO_FACTS };
    const key = `${id} ${[...entry].sort().join(' ')}`;
    const known = exits.get(key);
    if (known) return known;
    exits.set(key, { success: NO_FACTS, failed: NO_FACTS }); // what a flow that calls itself may count on
    const walked = walk(parsed.flow, entry, depth);
    const found = { success: walked.success ?? NO_FACTS, failed: walked.failed ?? NO_FACTS };
    exits.set(key, found);
    return found;
  };

  const entryOf = (id: FlowId, caller: Flow, step: Extract<Step, { kind: 'call' | 'link' }>, facts: Facts): Facts => {
    const shared = without(facts, (fact) => !isShared(fact, caller.slots));
    return union(union(shared, defaultsOf(world.types.definitions(id))), passedFacts(step.with));
  };

  const effectOf = (flow: Flow, step: Step, why: string, facts: Facts, depth: number): Facts =>
    applyEffect(step, why, facts, {
      actions: world.actions,
      yesEnds: offersOf(flow, world.actions),
      exits: (call) => {
        const found = callExits(call.flow, entryOf(call.flow, flow, call, facts), depth + 1);
        const callee = dialogs.flows.get(call.flow)?.flow.slots ?? {};
        return {
          ...found,
          keep: (fact) => isShared(fact, callee),
          own: (fact) => !isShared(fact, flow.slots) || fact === 'yes',
        };
      },
    });

  const walk = (flow: Flow, entry: Facts, depth: number): Walked => {
    const before = new Map<StepId, Facts>([[flow.first, entry]]);
    let success: Facts | undefined;
    let failed: Facts | undefined;
    const meet = (known: Facts | undefined, facts: Facts) => (known ? intersection(known, facts) : facts);
    const open: StepId[] = [flow.first];
    for (let id = open.pop(), budget = 20_000; id !== undefined && budget > 0; id = open.pop(), budget--) {
      const placed = flow.steps[id];
      const start = before.get(id);
      if (!placed || !start) continue;
      for (const edge of edgesIn(flow.flow).get(id) ?? []) {
        const inside = conditionFacts(flow.flow, edge.guard, start);
        if (!inside) continue;
        const done = edge.why === 'skip' ? inside : effectOf(flow, placed.step, edge.why, inside, depth);
        const facts = conditionFacts(flow.flow, edge.branch, done);
        if (!facts) continue;
        if (edge.to === 'LEAVE' || edge.to === 'END') {
          if (edge.why === 'failed' && placed.step.kind === 'end') failed = meet(failed, facts);
          else success = meet(success, facts);
          continue;
        }
        const known = before.get(edge.to);
        const next = meet(known, facts);
        if (known && sameFacts(known, next)) continue;
        before.set(edge.to, next);
        open.push(edge.to);
      }
    }
    return { before, success, failed };
  };

  const walked = walkAll();
  return {
    before: (id, step) => walked.get(id)?.before.get(step),
    inside(id, step) {
      const start = walked.get(id)?.before.get(step);
      const guard = dialogs.flows.get(id)?.flow.steps[step]?.step.if;
      return start && guard !== undefined ? conditionFacts(id, [{ source: guard, holds: true }], start) : start;
    },
    after(id, edge) {
      const flow = dialogs.flows.get(id)?.flow;
      const placed = flow?.steps[edge.from];
      const start = walked.get(id)?.before.get(edge.from);
      if (!flow || !placed || !start) return NO_FACTS;
      const inside = conditionFacts(id, edge.guard, start) ?? start;
      return edge.why === 'skip' ? inside : effectOf(flow, placed.step, edge.why, inside, 0);
    },
    edges: edgesIn,
    domains: domainsIn,
  };

  /** Begins with the flows that start by themselves, and goes on to those that they call or link to until nothing changes. */
  function walkAll(): ReadonlyMap<FlowId, Walked> {
    const entries = new Map<FlowId, Facts>();
    for (const [id, { flow }] of dialogs.flows) {
      if (!startsItself(dialogs, id)) continue;
      const guard =
        conditionFacts(id, flow.if === undefined ? [] : [{ source: flow.if, holds: true }], NO_FACTS) ?? NO_FACTS;
      entries.set(id, union(guard, defaultsOf(world.types.definitions(id))));
    }
    const results = new Map<FlowId, Walked>();
    for (let round = 0; round < ROUNDS; round++) {
      let changed = false;
      for (const [id, { flow }] of dialogs.flows) {
        const entry = entries.get(id);
        if (!entry) continue;
        const result = walk(flow, entry, 0);
        results.set(id, result);
        for (const { step } of Object.values(flow.steps)) {
          const facts = result.before.get(step.id);
          if ((step.kind !== 'call' && step.kind !== 'link') || !facts || !dialogs.flows.has(step.flow)) continue;
          const inside = conditionFacts(id, step.if === undefined ? [] : [{ source: step.if, holds: true }], facts);
          if (!inside) continue;
          const given = entryOf(step.flow, flow, step, inside);
          const known = entries.get(step.flow);
          const next = known ? intersection(known, given) : given;
          if (known && sameFacts(known, next)) continue;
          entries.set(step.flow, next);
          changed = true;
        }
      }
      if (!changed) break;
    }
    // Flows that nothing starts are looked at all the same.
    for (const [id, { flow }] of dialogs.flows) {
      if (!results.has(id)) results.set(id, walk(flow, defaultsOf(world.types.definitions(id)), 0));
    }
    return results;
  }
}

/** Can a flow begin by a customer's words, by an event or as a repair pattern? */
export function startsItself(dialogs: ParsedDialogs, id: FlowId): boolean {
  const parsed = dialogs.flows.get(id);
  if (!parsed) return false;
  if (id.startsWith('patterns/') || parsed.flow.triggers.events.length > 0) return true;
  return [...dialogs.locales.values()].some((files) => (files.get(id)?.examples.length ?? 0) > 0);
}

function defaultsOf(definitions: Readonly<Record<string, SlotDefinition>>): Facts {
  return new Set(
    Object.entries(definitions).flatMap(([name, slot]) => (slot.default === undefined ? [] : [`filled:${name}`])),
  );
}

/** What a caller passes on is filled, and known where it is a literal. */
function passedFacts(values: Readonly<Record<string, Json>>): Facts {
  const facts = new Set<string>();
  for (const [slot, value] of Object.entries(values)) {
    if (value === null) continue;
    facts.add(`filled:${slot}`);
    const literal = typeof value === 'string' ? /^"([^"\\]*)"$|^'([^'\\]*)'$/.exec(value.trim()) : undefined;
    if (literal) facts.add(`eq:slots.${slot}:${literal[1] ?? literal[2] ?? ''}`);
    else if (typeof value === 'boolean') facts.add(`eq:slots.${slot}:${value}`);
  }
  return facts;
}

/** Slots that hold what a buying, cancelling or booking action of the flow takes: when one changes, an earlier yes is none. */
function offersOf(flow: Flow, actions: ActionCatalogue): ReadonlySet<string> {
  const offers = new Set<string>();
  for (const { step } of Object.values(flow.steps)) {
    if (step.kind !== 'action' || !actions[step.action]?.commits) continue;
    for (const value of Object.values(step.with)) {
      const slot = typeof value === 'string' ? /\bslots\.([a-z0-9_]+)/.exec(value)?.[1] : undefined;
      if (slot) offers.add(slot);
    }
  }
  return offers;
}
