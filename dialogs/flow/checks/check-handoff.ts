import type { ParsedFlow } from '../parse-flow.ts';
import type { HandoffStep } from '../steps/handoff.ts';
import type { CheckContext } from './check-context.ts';

/** More facts than this are cut by a desk's card. */
const MAX_FACTS = 12;
const FAILURES = ['declined', 'no_agent', 'closed_hours', 'timeout', 'vendor_error', 'rejected', 'abandoned'];

/** Handoffs: a way on when nobody comes, no secret in the packet, and few facts with a note. */
export function checkHandoff(context: CheckContext): void {
  for (const parsed of context.dialogs.flows.values()) {
    for (const { step } of Object.values(parsed.flow.steps))
      if (step.kind === 'handoff') checkStep(step, parsed, context);
  }
}

function checkStep(step: HandoffStep, parsed: ParsedFlow, context: CheckContext): void {
  const { source, paths, flow } = parsed;
  const at = (...below: (string | number)[]) => [...(paths[step.id] ?? []), ...below];
  const pattern =
    context.dialogs.flows.has('patterns/agent-unavailable') ||
    context.dialogs.unreadable.has('patterns/agent-unavailable');
  const answered = Object.hasOwn(step.on, 'failed') || FAILURES.every((failure) => Object.hasOwn(step.on, failure));
  if (!pattern && !answered)
    context.report.add('handoff-without-exit', source, at('handoff'), 'Nothing answers when no person can take over.');

  const definitions = context.types.definitions(flow.flow);
  for (const [index, name] of (step.include ?? []).entries()) {
    if (definitions[name]?.sensitivity === 'secret')
      context.report.add(
        'secret-in-packet',
        source,
        at('include', index),
        `\`${name}\` is secret and may not travel to the desk.`,
      );
  }
  for (const [name, value] of Object.entries(step.with)) {
    const names = typeof value === 'string' ? (context.expressions.find(flow.flow, value)?.parts.names ?? []) : [];
    const secret = names.find(
      ({ path }) => path[0] === 'slots' && path[1] !== undefined && definitions[path[1]]?.sensitivity === 'secret',
    );
    if (secret)
      context.report.add(
        'secret-in-packet',
        source,
        at('with', name),
        `\`${secret.path[1] ?? ''}\` is secret and may not travel to the desk.`,
      );
  }
  const facts =
    step.include?.length ??
    Object.values(definitions).filter((slot) => slot.sensitivity !== 'secret' && slot.lifetime === 'flow').length;
  if (facts > MAX_FACTS) {
    const what = step.include ? `${facts} facts are included` : `Up to ${facts} filled slots travel`;
    context.report.add(
      'packet-over-budget',
      source,
      at(step.include ? 'include' : 'handoff'),
      `${what}; a desk shows ${MAX_FACTS}.`,
      undefined,
      { on: step.include ? 'key' : 'value' },
    );
  }
  if (step.note === undefined)
    context.report.add('handoff-note-missing', source, at('handoff'), 'The agent gets no note here.');
}
