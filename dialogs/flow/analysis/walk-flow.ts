import type { FlowId, StepId } from '../../protocol/ids.ts';
import type { Json } from '../../protocol/value.ts';
import type { ActionCatalogue } from '../action-catalogue.ts';
import type { CompiledExpressions } from '../compile-expressions.ts';
import type { Flow } from '../flow.ts';
import type { ParsedDialogs } from '../parse-dialogs.ts';
import type { SlotDefinition } from '../slot-definition.ts';
import type { SlotTypes } from '../slot-types.ts';
import type { CallStep } from '../steps/call.ts';
import type { Step } from '../steps/index.ts';
import type { LinkStep } from '../steps/link.ts';
import { type DomainOf, factsWhen, truthOf } from './condition-facts.ts';
import { createDomains } from './domains.ts';
import { applyEffect, type CallExits } from './effects.ts';
import { type Facts, intersection, levelFacts, NO_FACTS, sameFacts, union, without } from './facts.ts';
import { type Edge, type EdgeCondition, edgesOf } from './flow-graph.ts';

/** What a walk over flows has to know. */
export interface WalkWorld {
  readonly dialogs: ParsedDialogs;
  readonly expressions: CompiledExpressions;
  readonly types: SlotTypes;
  readonly actions: ActionCatalogue;
}

/** A flow walked from its first step along all its ways. */
export interface WalkedFlow {
  /** Facts when a step is entered, its own `if` not yet asked. */
  readonly before: ReadonlyMap<StepId, Facts>;
  /** At the ends of the flow; undefined where it has none of that kind. */
  readonly success: Facts | undefined;
  readonly failed: Facts | undefined;
}

/** Follows single flows; the walks of subflows are remembered. */
export interface FlowWalker {
  walk(flow: Flow, entry: Facts): WalkedFlow;
  /** Facts once conditions came out as said; undefined where they can't. */
  conditions(flow: FlowId, conditions: readonly EdgeCondition[], facts: Facts): Facts | undefined;
  /** Facts after a step ended in a certain way. */
  effect(flow: Flow, step: Step, why: string, facts: Facts): Facts;
  /** What another flow may count on when this step starts it. */
  entry(caller: Flow, step: CallStep | LinkStep, facts: Facts): Facts;
  edges(flow: FlowId): ReadonlyMap<StepId, readonly Edge[]>;
  domains(flow: FlowId): DomainOf;
}

const MAX_CALL_DEPTH = 5;
/** Facts only shrink at a step, so a walk ends by itself; this is for flows of a size that nobody writes. */
const MAX_VISITS = 20_000;
const NOTHING_SURE: CallExits = { success: NO_FACTS, failed: NO_FACTS };

/** Facts that outlive a flow: all but those of its own slots. */
function outlives(fact: string, own: Readonly<Record<string, SlotDefinition>>): boolean {
  const slot = /^(?:filled|asked):(.+)$/.exec(fact)?.[1] ?? /^(?:eq|ne):slots\.([a-z0-9_]+)/.exec(fact)?.[1];
  return slot === undefined || !Object.hasOwn(own, slot);
}

export function createFlowWalker(world: WalkWorld): FlowWalker {
  const { dialogs, types } = world;
  const edges = new Map([...dialogs.flows].map(([id, { flow }]) => [id, edgesOf(flow)] as const));
  const domains = new Map([...dialogs.flows.keys()].map((id) => [id, createDomains(types.definitions(id))] as const));
  const offers = new Map([...dialogs.flows].map(([id, { flow }]) => [id, offersOf(flow, world.actions)] as const));
  const known = new Map<string, CallExits>();
  const edgesIn = (id: FlowId) => edges.get(id) ?? new Map<StepId, readonly Edge[]>();
  const domainsIn = (id: FlowId): DomainOf => domains.get(id) ?? (() => undefined);

  const conditions: FlowWalker['conditions'] = (id, list, start) => {
    let facts = start;
    for (const { source, holds } of list) {
      const ast = world.expressions.find(id, source)?.ast;
      if (!ast) continue;
      if (truthOf(ast, facts, domainsIn(id)) === !holds) return undefined;
      facts = union(facts, factsWhen(ast, holds));
    }
    return facts;
  };

  const entry: FlowWalker['entry'] = (caller, step, facts) => {
    const shared = without(facts, (fact) => !outlives(fact, caller.slots));
    return union(union(shared, defaultFacts(types.definitions(step.flow))), passedFacts(step.with));
  };

  const exitsOf = (id: FlowId, start: Facts, depth: number): CallExits => {
    const parsed = dialogs.flows.get(id);
    // A flow that does not exist is said elsewhere; its callers are not blamed for what it would have done.
    if (!parsed) return { success: union(start, new Set(['private', ...levelFacts('verified')])), failed: start };
    if (depth > MAX_CALL_DEPTH) return NOTHING_SURE;
    const key = `${id} ${[...start].sort().join(' ')}`;
    const found = known.get(key);
    if (found) return found;
    known.set(key, NOTHING_SURE); // what a flow that calls itself may count on
    const walked = walkAt(parsed.flow, start, depth);
    const exits = { success: walked.success ?? NO_FACTS, failed: walked.failed ?? NO_FACTS };
    known.set(key, exits);
    return exits;
  };

  const effectAt = (flow: Flow, step: Step, why: string, facts: Facts, depth: number): Facts =>
    applyEffect(step, why, facts, {
      actions: world.actions,
      yesEnds: offers.get(flow.flow) ?? new Set(),
      exits: (call) => {
        const callee = dialogs.flows.get(call.flow)?.flow.slots ?? {};
        return {
          ...exitsOf(call.flow, entry(flow, call, facts), depth + 1),
          keep: (fact) => outlives(fact, callee),
          own: (fact) => !outlives(fact, flow.slots),
        };
      },
    });

  const walkAt = (flow: Flow, start: Facts, depth: number): WalkedFlow =>
    walkAlong(flow, start, {
      edges: edgesIn(flow.flow),
      conditions: (list, facts) => conditions(flow.flow, list, facts),
      effect: (step, why, facts) => effectAt(flow, step, why, facts, depth),
    });

  return {
    walk: (flow, start) => walkAt(flow, start, 0),
    conditions,
    effect: (flow, step, why, facts) => effectAt(flow, step, why, facts, 0),
    entry,
    edges: edgesIn,
    domains: domainsIn,
  };
}

interface WalkTools {
  readonly edges: ReadonlyMap<StepId, readonly Edge[]>;
  conditions(list: readonly EdgeCondition[], facts: Facts): Facts | undefined;
  effect(step: Step, why: string, facts: Facts): Facts;
}

/** Goes along every way from the first step; what is certain at a step is what all ways there have in common. */
function walkAlong(flow: Flow, start: Facts, { edges, conditions, effect }: WalkTools): WalkedFlow {
  const before = new Map<StepId, Facts>([[flow.first, start]]);
  let success: Facts | undefined;
  let failed: Facts | undefined;
  const open: StepId[] = [flow.first];
  const along = (edge: Edge, step: Step, at: Facts): void => {
    const inside = conditions(edge.guard, at);
    const done = inside && (edge.why === 'skip' ? inside : effect(step, edge.why, inside));
    const facts = done && conditions(edge.branch, done);
    if (!facts) return;
    if (edge.to === 'LEAVE' || edge.to === 'END') {
      if (edge.why === 'failed' && step.kind === 'end') failed = meet(failed, facts);
      else success = meet(success, facts);
      return;
    }
    const seen = before.get(edge.to);
    const next = meet(seen, facts);
    if (seen && sameFacts(seen, next)) return;
    before.set(edge.to, next);
    open.push(edge.to);
  };
  for (let visits = 0; open.length > 0 && visits < MAX_VISITS; visits++) {
    const id = open.pop() ?? flow.first;
    const placed = flow.steps[id];
    const at = before.get(id);
    if (placed && at) for (const edge of edges.get(id) ?? []) along(edge, placed.step, at);
  }
  return { before, success, failed };
}

const meet = (known: Facts | undefined, facts: Facts): Facts => (known ? intersection(known, facts) : facts);

/** Slots with a default are never empty. */
export function defaultFacts(definitions: Readonly<Record<string, SlotDefinition>>): Facts {
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
