import type { z } from 'zod';
import type { ActionDescriptor } from '../action-catalogue.ts';
import { reachableFrom } from '../analysis/flow-graph.ts';
import { celTypeOfSchema } from '../expression/cel-type.ts';
import { didYouMean } from '../nearest-name.ts';
import type { ParsedFlow } from '../parse-flow.ts';
import type { ActionStep } from '../steps/action.ts';
import { HANDOFF_OUTCOMES } from '../steps/handoff.ts';
import type { CheckContext } from './check-context.ts';
import { misfit } from './type-fits.ts';

/** Actions: known, given what they take, answered in every outcome, proved and confirmed before. */
export function checkActions(context: CheckContext): void {
  for (const parsed of context.dialogs.flows.values()) {
    for (const { step } of Object.values(parsed.flow.steps)) {
      if (step.kind === 'handoff')
        checkOutcomes(Object.keys(step.on), HANDOFF_OUTCOMES, step.id, 'A handoff', parsed, context);
      if (step.kind !== 'action') continue;
      const action = Object.hasOwn(context.actions, step.action) ? context.actions[step.action] : undefined;
      if (!action) {
        context.report.add(
          'unknown-action',
          parsed.source,
          at(step, parsed, 'action'),
          `There is no action \`${step.action}\`.`,
          didYouMean(step.action, Object.keys(context.actions)),
        );
        continue;
      }
      checkInput(step, action, parsed, context);
      checkOutcomes(
        Object.keys(step.on),
        [...action.outcomes, 'failed', 'timeout'],
        step.id,
        `\`${step.action}\``,
        parsed,
        context,
      );
      checkUnhandled(step, action, parsed, context);
      checkProof(step, action, parsed, context);
      if (action.commits) checkConfirmed(step, parsed, context);
      if (action.purchase) checkPlace(step, parsed, context);
    }
  }
}

const at = (step: { readonly id: string }, { paths }: ParsedFlow, ...below: string[]) => [
  ...(paths[step.id] ?? []),
  ...below,
];

function checkInput(step: ActionStep, action: ActionDescriptor, parsed: ParsedFlow, context: CheckContext): void {
  const shape = action.input.shape as Readonly<Record<string, z.ZodType>>; // zod's shape, by name
  for (const [name, value] of Object.entries(step.with)) {
    const field = Object.hasOwn(shape, name) ? shape[name] : undefined;
    if (!field) {
      context.report.add(
        'action-input',
        parsed.source,
        at(step, parsed, 'with', name),
        `\`${step.action}\` takes no \`${name}\`.`,
        didYouMean(name, Object.keys(shape)) ?? 'It takes nothing.',
        { on: 'key' },
      );
      continue;
    }
    const expression = typeof value === 'string' ? context.expressions.find(parsed.flow.flow, value) : undefined;
    const why = misfit(value, celTypeOfSchema(field), expression);
    if (why !== undefined)
      context.report.add(
        'action-input',
        parsed.source,
        at(step, parsed, 'with', name),
        `\`${name}\` doesn't fit: ${why}.`,
      );
  }
  for (const [name, field] of Object.entries(shape)) {
    if (Object.hasOwn(step.with, name) || field.safeParse(undefined).success) continue;
    const example = Object.hasOwn(context.types.definitions(parsed.flow.flow), name) ? `slots.${name}` : '…';
    context.report.add(
      'action-input',
      parsed.source,
      at(step, parsed, 'action'),
      `\`${step.action}\` needs \`${name}\`.`,
      `Write \`with: { ${name}: ${example} }\`.`,
    );
  }
}

function checkOutcomes(
  written: readonly string[],
  known: readonly string[],
  id: string,
  what: string,
  parsed: ParsedFlow,
  { report }: CheckContext,
): void {
  for (const outcome of written) {
    if (known.includes(outcome)) continue;
    const hint = outcome === 'ok' ? '`ok` goes to `next`.' : didYouMean(outcome, known);
    report.add(
      'outcome-unknown',
      parsed.source,
      at({ id }, parsed, 'on', outcome),
      `${what} never ends as \`${outcome}\`.`,
      hint,
      { on: 'key' },
    );
  }
}

function checkUnhandled(
  step: ActionStep,
  action: ActionDescriptor,
  parsed: ParsedFlow,
  { report }: CheckContext,
): void {
  const open = action.outcomes.filter((outcome) => !Object.hasOwn(step.on, outcome));
  if (open.length === 0) return;
  report.add(
    'outcome-unhandled',
    parsed.source,
    at(step, parsed, 'action'),
    `Nothing answers when \`${step.action}\` ends as ${open.join(' or ')}.`,
    `Write \`on: { ${open.map((outcome) => `${outcome}: …`).join(', ')} }\`.`,
  );
}

/** The action checks its proof itself; here it is only said where a way never brings it and the refusal leads nowhere. */
function checkProof(step: ActionStep, action: ActionDescriptor, parsed: ParsedFlow, context: CheckContext): void {
  const { needs } = action;
  const facts = context.facts.inside(parsed.flow.flow, step.id);
  if (!needs || !facts || needs.level === 'none' || needs.level === 'claimed') return;
  const enough =
    facts.has('level:verified') ||
    (needs.level === 'recognised' && needs.proves === 'order' && facts.has('proved:order'));
  if (enough || refusalLeadsToProof(step, parsed, context)) return;
  const wanted = needs.level === 'verified' ? 'a verified customer' : `proof of the ${needs.proves}`;
  context.report.add(
    'identity-too-low',
    parsed.source,
    at(step, parsed, 'action'),
    `\`${step.action}\` needs ${wanted}, and a way leads here without it.`,
    `Call \`identify-customer\` with \`needed: '"${needs.level}"'\` before, or lead \`not_proved\` to a step that does.`,
  );
}

function refusalLeadsToProof(step: ActionStep, { flow }: ParsedFlow, context: CheckContext): boolean {
  const route = step.on['not_proved'];
  if (!route) return false;
  const edges = context.facts.edges(flow.flow);
  const starts = [...route.branches.map(({ to }) => to), ...(route.else === undefined ? [] : [route.else])];
  return starts.some((start) => {
    if (start === 'END') return false;
    return [start, ...reachableFrom(start, edges)].some((id) => {
      const after = flow.steps[id]?.step;
      if (after?.kind === 'action') return context.actions[after.action]?.grants !== undefined;
      // A subflow or another flow proves, a person asks, and a failed end leaves it to the flow that called.
      return (
        after?.kind === 'call' ||
        after?.kind === 'link' ||
        after?.kind === 'handoff' ||
        (after?.kind === 'end' && after.outcome === 'failed')
      );
    });
  });
}

function checkConfirmed(step: ActionStep, parsed: ParsedFlow, context: CheckContext): void {
  const facts = context.facts.inside(parsed.flow.flow, step.id);
  if (!facts) return;
  const definitions = context.types.definitions(parsed.flow.flow);
  const agreed = Object.entries(definitions).some(
    ([name, slot]) =>
      facts.has(`asked:${name}`) &&
      (slot.type === 'boolean'
        ? facts.has(`eq:slots.${name}:true`)
        : [...facts].some((fact) => fact.startsWith(`eq:slots.${name}:`))),
  );
  if (agreed) return;
  context.report.add(
    'write-unconfirmed',
    parsed.source,
    at(step, parsed, 'action'),
    `A way leads to \`${step.action}\` with no yes of the customer to what was read back.`,
    'Ask with `collect` after the offer is shown, and come here only where the answer is yes.',
  );
}

function checkPlace(step: ActionStep, parsed: ParsedFlow, context: CheckContext): void {
  const elsewhere = context.channels.filter(({ can }) => can.purchase === 'confirm_elsewhere').map(({ name }) => name);
  const facts = context.facts.inside(parsed.flow.flow, step.id);
  if (elsewhere.length === 0 || !facts || facts.has('may_sell')) return;
  context.report.add(
    'purchase-elsewhere',
    parsed.source,
    at(step, parsed, 'action'),
    `\`${step.action}\` buys, and places that may not sell (${elsewhere.join(', ')}) come here too.`,
  );
}
