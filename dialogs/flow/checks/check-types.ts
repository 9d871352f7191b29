import { celTypeOfSlot, sameType, typeInWords } from '../expression/cel-type.ts';
import type { ParsedFlow } from '../parse-flow.ts';
import type { SlotDefinition } from '../slot-definition.ts';
import type { SourcePath } from '../source-file.ts';
import type { Step } from '../steps/index.ts';
import type { CheckContext } from './check-context.ts';
import { misfit, strangeChoice } from './type-fits.ts';

/** Slots are filled with what they hold: `slot-type-clash`. */
export function checkTypes(context: CheckContext): void {
  for (const parsed of context.dialogs.flows.values()) {
    for (const [name, slot] of Object.entries(parsed.flow.slots))
      checkDefault(name, slot, parsed.source, ['slots', name, 'default'], context);
    for (const { step } of Object.values(parsed.flow.steps)) {
      if (step.kind === 'set') checkValues(step.values, 'set', step, parsed, parsed.flow.flow, context);
      if (step.kind === 'call' || step.kind === 'link')
        checkValues(step.with, 'with', step, parsed, step.flow, context);
      if (step.kind === 'action' && step.into !== undefined) checkOutput(step, step.into, parsed, context);
    }
  }
  const { slotsSource } = context.dialogs;
  if (slotsSource)
    for (const [name, slot] of Object.entries(context.dialogs.slots))
      checkDefault(name, slot, slotsSource, [name, 'default'], context);
}

function checkDefault(
  name: string,
  slot: SlotDefinition,
  source: ParsedFlow['source'],
  path: SourcePath,
  { report }: CheckContext,
): void {
  const { default: value } = slot;
  if (value === undefined || value === null) return;
  if (slot.values && !slot.values.includes(String(value))) {
    report.add(
      'slot-type-clash',
      source,
      path,
      `The default of \`${name}\` is not one of its values: ${slot.values.join(', ')}.`,
    );
    return;
  }
  const type = celTypeOfSlot(slot);
  const fits =
    typeof value === 'string'
      ? ['string', 'date', 'datetime', 'duration'].includes(type.kind)
      : misfit(value, type, undefined) === undefined;
  if (!fits)
    report.add(
      'slot-type-clash',
      source,
      path,
      `The default of \`${name}\` is ${JSON.stringify(value)}, the slot holds ${typeInWords(type)}.`,
    );
}

function checkValues(
  values: Extract<Step, { kind: 'set' }>['values'],
  field: string,
  step: Step,
  parsed: ParsedFlow,
  target: string,
  context: CheckContext,
): void {
  const definitions = context.types.definitions(target);
  const types = context.types.of(target);
  for (const [name, value] of Object.entries(values)) {
    if (!Object.hasOwn(definitions, name)) continue;
    const type = types[name];
    const expression = typeof value === 'string' ? context.expressions.find(parsed.flow.flow, value) : undefined;
    const why = strangeChoice(value, definitions[name]) ?? (type && misfit(value, type, expression));
    if (why === undefined) continue;
    context.report.add(
      'slot-type-clash',
      parsed.source,
      [...(parsed.paths[step.id] ?? []), field, name],
      `\`${name}\` can't hold this: ${why}.`,
    );
  }
}

function checkOutput(
  step: Extract<Step, { kind: 'action' }>,
  slot: string,
  parsed: ParsedFlow,
  context: CheckContext,
): void {
  const action = Object.hasOwn(context.actions, step.action) ? context.actions[step.action] : undefined;
  const definitions = context.types.definitions(parsed.flow.flow);
  const definition = Object.hasOwn(definitions, slot) ? definitions[slot] : undefined;
  if (!action || !definition) return;
  const path = [...(parsed.paths[step.id] ?? []), 'into'];
  const add = (message: string, hint?: string) =>
    context.report.add('slot-type-clash', parsed.source, path, message, hint);
  if (!action.output)
    return add(`\`${step.action}\` gives nothing back that \`${slot}\` could take.`, 'Take `into` away.');
  const fillers = context.types.fillers(parsed.flow.flow, slot);
  const own = fillers.find((filler) => filler.flow === parsed.flow.flow && filler.step === step.id);
  if (!own) return;
  const wanted = celTypeOfSlot(definition);
  const open = own.type.kind === 'dyn';
  const record = wanted.kind === 'map' || wanted.kind === 'record';
  const kindFits = record
    ? own.type.kind === 'record' || own.type.kind === 'map'
    : wanted.kind === 'list'
      ? own.type.kind === 'list'
      : wanted.kind === own.type.kind ||
        (wanted.kind === 'double' && own.type.kind === 'int') ||
        (own.type.kind === 'string' && ['date', 'datetime', 'duration'].includes(wanted.kind));
  if (!open && !kindFits)
    return add(`\`${slot}\` is of type ${definition.type}, \`${step.action}\` gives ${typeInWords(own.type)}.`);
  const other = fillers.find(
    (filler) =>
      filler.action !== step.action &&
      filler.type.kind !== 'dyn' &&
      own.type.kind !== 'dyn' &&
      !sameType(filler.type, own.type),
  );
  if (other)
    add(
      `\`${slot}\` is also filled by \`${other.action}\`, which gives other fields.`,
      'Give each action its own slot: texts and conditions then know what is in it.',
    );
}
