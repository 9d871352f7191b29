import { unsafeReads } from '../analysis/condition-facts.ts';
import { type Facts, NO_FACTS } from '../analysis/facts.ts';
import { factsAtExpression } from '../analysis/facts-at-expression.ts';
import { startsItself } from '../analysis/find-facts.ts';
import { reachableFrom } from '../analysis/flow-graph.ts';
import { linesOf } from '../analysis/text-usage.ts';
import type { ParsedFlow } from '../parse-flow.ts';
import type { SourcePath } from '../source-file.ts';
import type { Step } from '../steps/index.ts';
import { usesOf } from '../steps/step-kinds.ts';
import type { CheckContext } from './check-context.ts';
import { placeholdersOf } from './placeholders-of.ts';

/** Slots are filled before they are read, and read where they are declared. */
export function checkSlots(context: CheckContext): void {
  for (const parsed of context.dialogs.flows.values()) {
    for (const { step } of Object.values(parsed.flow.steps)) {
      checkReads(step, parsed, context);
      if (step.kind === 'collect' && step.skippable) checkSkippable(step, parsed, context);
    }
  }
  checkNeverRead(context);
}

interface Read {
  readonly slot: string;
  readonly path: SourcePath;
  readonly offset: number;
}

function checkReads(step: Step, parsed: ParsedFlow, context: CheckContext): void {
  const { flow, source, paths } = parsed;
  const definitions = context.types.definitions(flow.flow);
  const inside = context.facts.inside(flow.flow, step.id);
  if (!context.facts.before(flow.flow, step.id)) return; // no way leads here: that is said elsewhere
  for (const read of [...expressionReads(step, parsed, context), ...textReads(step, context, inside ?? NO_FACTS)]) {
    const definition = Object.hasOwn(definitions, read.slot) ? definitions[read.slot] : undefined;
    if (!definition) continue;
    const path = [...(paths[step.id] ?? []), ...read.path];
    const place = { offset: read.offset };
    if (neverFilledBefore(read.slot, step, parsed, context)) {
      context.report.add(
        'slot-before-set',
        source,
        path,
        `\`${read.slot}\` is read here, and nothing on any way here fills it.`,
        undefined,
        place,
      );
    } else {
      context.report.add(
        'slot-may-be-empty',
        source,
        path,
        `\`${read.slot}\` may be empty here.`,
        `Ask \`has(slots.${read.slot})\` first, or fill it on every way.`,
        place,
      );
    }
  }
}

/** Reads in the step's expressions that neither the way here nor a `has` makes safe. */
function expressionReads(step: Step, { flow }: ParsedFlow, context: CheckContext): Read[] {
  return usesOf(step).expressions.flatMap((use) => {
    const ast = context.expressions.find(flow.flow, use.source)?.ast;
    const facts = ast && factsAtExpression(use, step, flow.flow, context);
    return ast && facts ? unsafeReads(ast, facts).map((read) => ({ ...read, path: use.path })) : [];
  });
}

/** Slots that the step's texts name without the step giving a value of that name. */
function textReads(step: Step, context: CheckContext, facts: Facts): Read[] {
  return usesOf(step).texts.flatMap((use) => {
    const names = new Set(
      context.textsOf(use.key).flatMap((text) =>
        linesOf(text)
          .filter((line) => line.from === undefined)
          .flatMap((line) => placeholdersOf(line.text, text.locale)),
      ),
    );
    const offered = use.role === 'rejection' && step.kind === 'collect' ? step.slot : undefined;
    return [...names]
      .filter((name) => !Object.hasOwn(use.with, name) && name !== offered && !facts.has(`filled:${name}`))
      .map((slot) => ({ slot, path: use.path, offset: 0 }));
  });
}

/** Customers may fill their slots at any time, and callers and events may bring any; what only this flow fills has to be filled before. */
function neverFilledBefore(slot: string, step: Step, { flow }: ParsedFlow, context: CheckContext): boolean {
  const own = Object.hasOwn(flow.slots, slot) ? flow.slots[slot] : undefined;
  if (!own || own.from === 'customer' || own.default !== undefined) return false;
  if (flow.triggers.events.length > 0 || flow.flow.startsWith('patterns/')) return false;
  const brought = [...context.dialogs.flows.values()].some(({ flow: other }) =>
    Object.values(other.steps).some(
      ({ step: caller }) =>
        (caller.kind === 'call' || caller.kind === 'link') &&
        caller.flow === flow.flow &&
        Object.hasOwn(caller.with, slot),
    ),
  );
  const exampled = [...context.dialogs.locales.values()].some((files) =>
    files
      .get(flow.flow)
      ?.examples.some(
        ({ example }) => Object.hasOwn(example.set, slot) || example.spans.some((span) => span.slot === slot),
      ),
  );
  if (brought || exampled) return false;
  const edges = context.facts.edges(flow.flow);
  return !Object.values(flow.steps).some(({ step: filler }) => {
    if (!usesOf(filler).fills.some((fill) => fill.slot === slot)) return false;
    return filler.id === step.id || reachableFrom(filler.id, edges).has(step.id);
  });
}

function checkSkippable(step: Extract<Step, { kind: 'collect' }>, parsed: ParsedFlow, context: CheckContext): void {
  const { flow, source, paths } = parsed;
  const definition = context.types.definitions(flow.flow)[step.slot];
  if (!definition || definition.default !== undefined) return;
  const edges = context.facts.edges(flow.flow);
  const onward = [step.id, ...reachableFrom(step.id, edges)].flatMap((id) => flow.steps[id] ?? []);
  let read = false;
  for (const { step: later } of onward) {
    for (const use of usesOf(later).expressions) {
      if (later.id === step.id && use.path[0] !== 'next') continue;
      const ast = context.expressions.find(flow.flow, use.source)?.parts;
      const names = ast?.names.filter(({ path }) => path[0] === 'slots' && path[1] === step.slot) ?? [];
      if (names.some(({ tested }) => tested)) return;
      if (names.length > 0) read = true;
    }
  }
  if (!read) return;
  context.report.add(
    'skippable-without-default',
    source,
    [...(paths[step.id] ?? []), 'skippable'],
    `\`${step.slot}\` may be skipped, has no default, and is read further on with no \`has(slots.${step.slot})\`.`,
    undefined,
    { on: 'key' },
  );
}

function checkNeverRead(context: CheckContext): void {
  const { dialogs, report } = context;
  const read = new Set<string>();
  const keyOf = (flow: string, slot: string) =>
    Object.hasOwn(dialogs.flows.get(flow)?.flow.slots ?? {}, slot) ? `${flow} ${slot}` : ` ${slot}`;
  for (const [id, { flow }] of dialogs.flows) {
    const sources = [
      ...(flow.if === undefined ? [] : [flow.if]),
      ...Object.values(flow.steps).flatMap(({ step }) => usesOf(step).expressions.map((use) => use.source)),
    ];
    for (const source of sources) {
      for (const { path } of context.expressions.find(id, source)?.parts.names ?? []) {
        if (path[0] === 'slots' && path[1] !== undefined) read.add(keyOf(id, path[1]));
      }
    }
    for (const { step } of Object.values(flow.steps)) {
      for (const { slot } of usesOf(step).names) read.add(keyOf(id, slot));
      if (step.kind === 'call') for (const theirs of Object.values(step.into)) read.add(keyOf(step.flow, theirs));
      for (const use of usesOf(step).texts) {
        for (const text of context.textsOf(use.key)) {
          for (const line of linesOf(text))
            for (const name of placeholdersOf(line.text, text.locale)) read.add(keyOf(id, name));
          for (const variant of text.variants) if (variant.list) read.add(keyOf(id, variant.list.from));
        }
      }
    }
  }
  for (const [id, { flow, source }] of dialogs.flows) {
    if (id.startsWith('patterns/')) continue; // the engine reads what patterns ask
    for (const name of Object.keys(flow.slots)) {
      if (!read.has(`${id} ${name}`))
        report.add('slot-never-read', source, ['slots', name], `Nothing reads the slot \`${name}\`.`, undefined, {
          on: 'key',
        });
    }
  }
  if (!dialogs.slotsSource || [...dialogs.flows.keys()].every((id) => !startsItself(dialogs, id))) return;
  for (const name of Object.keys(dialogs.slots)) {
    if (!read.has(` ${name}`))
      report.add(
        'slot-never-read',
        dialogs.slotsSource,
        [name],
        `Nothing reads the shared slot \`${name}\`.`,
        undefined,
        { on: 'key' },
      );
  }
}
