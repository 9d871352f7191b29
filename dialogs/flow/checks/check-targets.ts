import { startsItself } from '../analysis/find-facts.ts';
import { type Edge, reachableFrom } from '../analysis/flow-graph.ts';
import type { ParsedFlow } from '../parse-flow.ts';
import { STEP_KINDS, usesOf } from '../steps/step-kinds.ts';
import type { CheckContext } from './check-context.ts';
import { findCircle } from './find-circle.ts';

/** Where steps and flows lead: nothing unreachable, no dead end, no circle in which nobody is asked. */
export function checkTargets(context: CheckContext): void {
  for (const parsed of context.dialogs.flows.values()) {
    const edges = context.facts.edges(parsed.flow.flow);
    if (parsed.broken.size === 0) {
      checkReachable(parsed, edges, context);
      checkWayOut(parsed, edges, context);
    }
    checkCircles(parsed, edges, context);
    checkFallenInto(parsed, context);
  }
  checkFlowsReachable(context);
  checkCallCircles(context);
}

type Edges = ReadonlyMap<string, readonly Edge[]>;

function checkReachable({ flow, source, paths, written }: ParsedFlow, edges: Edges, { report }: CheckContext): void {
  const reached = reachableFrom(flow.first, edges);
  for (const id of Object.keys(flow.steps)) {
    if (id === flow.first || reached.has(id)) continue;
    const name = written.has(id) ? `\`${id}\`` : 'here';
    report.add('unreachable-step', source, paths[id] ?? [], `No way leads to the step ${name}.`, undefined);
  }
}

function checkWayOut({ flow, source, paths }: ParsedFlow, edges: Edges, { report }: CheckContext): void {
  const out = new Set<string>();
  for (let grown = true; grown; ) {
    grown = false;
    for (const [id, ways] of edges) {
      if (
        out.has(id) ||
        !ways.some(({ to }) => to === 'END' || to === 'LEAVE' || out.has(to) || !Object.hasOwn(flow.steps, to))
      )
        continue;
      out.add(id);
      grown = true;
    }
  }
  const stuck = Object.keys(flow.steps).filter((id) => !out.has(id));
  const [first] = stuck;
  if (first === undefined) return;
  const more =
    stuck.length > 1
      ? ` The same holds for ${stuck.length - 1} more: ${stuck.slice(1, 6).join(', ')}${stuck.length > 6 ? ' …' : ''}.`
      : '';
  report.add('no-way-out', source, paths[first] ?? [], `From \`${first}\` no way leads to the end of the flow.${more}`);
}

/** Can a flow, or one that it calls, stop and wait for the customer? */
function waits(id: string, context: CheckContext, seen: ReadonlySet<string> = new Set()): boolean {
  const parsed = context.dialogs.flows.get(id);
  if (!parsed || seen.has(id)) return !parsed;
  return Object.values(parsed.flow.steps).some(
    ({ step }) =>
      step.kind === 'collect' ||
      step.kind === 'handoff' ||
      (step.kind === 'call' && waits(step.flow, context, new Set([...seen, id]))),
  );
}

function checkCircles({ flow, source, paths }: ParsedFlow, edges: Edges, context: CheckContext): void {
  const running = Object.values(flow.steps).filter(
    ({ step }) =>
      step.kind !== 'collect' && step.kind !== 'handoff' && !(step.kind === 'call' && waits(step.flow, context)),
  );
  const ids = new Set(running.map(({ step }) => step.id));
  const ways = new Map(
    [...ids].map((id) => [id, (edges.get(id) ?? []).map(({ to }) => to).filter((to) => ids.has(to))] as const),
  );
  const circle = findCircle(ways);
  const [first] = circle ?? [];
  if (!circle || first === undefined) return;
  context.report.add(
    'loop-without-collect',
    source,
    paths[first] ?? [],
    `These steps lead in a circle and nobody is ever asked: ${circle.join(' → ')} → ${first}.`,
  );
}

/** A jump target that the step above runs into as well: often a `next: END` was forgotten. */
function checkFallenInto({ flow, source, paths }: ParsedFlow, { report }: CheckContext): void {
  const jumpedTo = new Map<string, Set<string>>();
  for (const { step } of Object.values(flow.steps)) {
    for (const { route } of usesOf(step).routes) {
      for (const to of [...route.branches.map((branch) => branch.to), route.else]) {
        if (to !== undefined) jumpedTo.set(to, (jumpedTo.get(to) ?? new Set()).add(step.id));
      }
    }
  }
  for (const { step, after } of Object.values(flow.steps)) {
    const goesOn = STEP_KINDS[step.kind].goesOn && !('next' in step && step.next);
    const jumpers = jumpedTo.get(after);
    if (!goesOn || after === 'END' || !jumpers || [...jumpers].every((id) => id === step.id)) continue;
    const above = paths[step.id] ?? [];
    const below = paths[after] ?? [];
    // A nested list that ends runs on behind its branch: that is what it is for.
    if (above.length !== below.length || above.slice(0, -1).join() !== below.slice(0, -1).join()) continue;
    report.add(
      'fallen-into',
      source,
      below,
      `\`${after}\` is jumped to, and the step above, \`${step.id}\`, runs into it as well.`,
      `Write the \`next\` of \`${step.id}\`: \`next: ${after}\` if that is meant.`,
    );
  }
}

function checkFlowsReachable({ dialogs, report }: CheckContext): void {
  const led = new Set(
    [...dialogs.flows.values()].flatMap(({ flow }) =>
      Object.values(flow.steps).flatMap(({ step }) =>
        usesOf(step).flows.map((use) => (use.flow === flow.flow ? '' : use.flow)),
      ),
    ),
  );
  for (const [id, { source }] of dialogs.flows) {
    if (led.has(id) || startsItself(dialogs, id)) continue;
    report.add(
      'unreachable-flow',
      source,
      ['flow'],
      `Nothing starts the flow \`${id}\`: it has no examples and no events, and no flow calls it or links to it.`,
    );
  }
}

function checkCallCircles({ dialogs, report }: CheckContext): void {
  const calls = new Map(
    [...dialogs.flows].map(
      ([id, { flow }]) =>
        [id, Object.values(flow.steps).flatMap(({ step }) => (step.kind === 'call' ? [step.flow] : []))] as const,
    ),
  );
  const circle = findCircle(calls);
  const [first, second] = circle ?? [];
  const parsed = first === undefined ? undefined : dialogs.flows.get(first);
  if (!circle || !parsed) return;
  const call = Object.values(parsed.flow.steps).find(
    ({ step }) => step.kind === 'call' && step.flow === (second ?? first),
  );
  report.add(
    'call-cycle',
    parsed.source,
    [...(call ? (parsed.paths[call.step.id] ?? []) : []), 'call'],
    `Flows call each other in a circle: ${circle.join(' → ')} → ${first}.`,
  );
}
