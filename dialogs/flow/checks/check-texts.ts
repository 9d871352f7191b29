import type { Json } from '../../protocol/value.ts';
import { parseMessage } from '../analysis/message-parts.ts';
import { linesOf, listValuesOf, type PlacedText, type PlacedTextUse, type TextLine } from '../analysis/text-usage.ts';
import type { CelType } from '../expression/cel-type.ts';
import { didYouMean } from '../nearest-name.ts';
import type { SlotDefinition } from '../slot-definition.ts';
import type { CheckContext } from './check-context.ts';
import { placeholdersOf } from './placeholders-of.ts';

/** Texts that the engine says by itself: how a flow is called in an offer, and what a customer calls its matter. */
const ENGINE_TEXTS: ReadonlySet<string> = new Set(['title', 'topic']);

/** Texts where steps say them: there at all, filled with values that are given, and nothing in them that may not be said. */
export function checkTexts(context: CheckContext): void {
  for (const [key, uses] of context.textUses) {
    const texts = context.textsOf(key);
    for (const use of uses) {
      if (texts.length === 0) {
        const known = context.texts.filter(({ file }) => file.flow === use.flow).map(({ short }) => short);
        const short = key.slice(key.lastIndexOf('.') + 1);
        context.report.add(
          'text-missing',
          use.parsed.source,
          use.at,
          `The text \`${short}\` does not exist in any language.`,
          didYouMean(short, new Set(known)),
        );
        continue;
      }
      checkValues(use, texts, context);
      checkSecrets(use, texts, context);
      if (use.role !== 'note' && use.role !== 'label') checkSharedPlace(use, texts, context);
    }
  }
  for (const { key, short, file, locale } of context.texts) {
    // The engine says texts of patterns by itself; one language is enough to say that a text is unused.
    if (ENGINE_TEXTS.has(short) || context.textUses.has(key) || file.flow.startsWith('patterns/') || locale !== 'en')
      continue;
    context.report.add('text-unused', file.source, ['texts', short], `No step says \`${short}\`.`, undefined, {
      on: 'key',
    });
  }
}

function checkValues(use: PlacedTextUse, texts: readonly PlacedText[], context: CheckContext): void {
  const slots = context.types.definitions(use.flow);
  const given = (name: string) => Object.hasOwn(use.with, name) || Object.hasOwn(slots, name);
  const missing = (name: string, text: PlacedText, why?: string) =>
    context.report.add(
      'text-value-missing',
      use.parsed.source,
      use.at,
      `\`${text.short}\` (${text.locale}) wants a value \`${name}\`${why ?? ', which is no slot and is not given here'}.`,
      didYouMean(name, [...Object.keys(use.with), ...Object.keys(slots)].slice(0, 40)) ??
        `Write \`with: { ${name}: … }\`.`,
    );
  for (const text of texts) {
    for (const line of linesOf(text)) {
      const fields = line.from === undefined ? undefined : fieldsOf(typeOfValue(line.from, use, context));
      if (line.from !== undefined && !fields) continue; // nobody knows the fields of its records
      for (const name of placeholdersOf(line.text, text.locale)) {
        if (given(name) || (fields && Object.hasOwn(fields, name))) continue;
        missing(name, text, fields ? `, which the records of \`${line.from}\` don't have` : undefined);
      }
    }
    for (const variant of text.variants)
      for (const name of listValuesOf(variant)) if (!given(name)) missing(name, text);
  }
}

function fieldsOf(type: CelType | undefined): Readonly<Record<string, CelType>> | undefined {
  return type?.kind === 'list' && type.of.kind === 'record' ? type.of.fields : undefined;
}

/** The type of a value that a text is filled with, as far as one can follow it. */
function typeOfValue(name: string, use: PlacedTextUse, context: CheckContext): CelType | undefined {
  const types = context.types.of(use.flow);
  const value = Object.hasOwn(use.with, name) ? use.with[name] : `slots.${name}`;
  if (typeof value !== 'string') return undefined;
  const [root, slot, ...fields] = value.trim().split('.');
  if (root !== 'slots' || slot === undefined || !Object.hasOwn(types, slot)) return undefined;
  return fields.reduce<CelType | undefined>(
    (type, field) => (type?.kind === 'record' && Object.hasOwn(type.fields, field) ? type.fields[field] : undefined),
    types[slot],
  );
}

/** The slots that a value is made of. */
export function slotsIn(
  name: string,
  use: { readonly with: Readonly<Record<string, Json>>; readonly flow: string },
  context: CheckContext,
): readonly SlotDefinition[] {
  const definitions = context.types.definitions(use.flow);
  const own = (slot: string) => (Object.hasOwn(definitions, slot) ? definitions[slot] : undefined);
  const names = Object.hasOwn(use.with, name) ? shownSlots(use.with[name], use.flow, context) : [name];
  return names.flatMap((slot) => own(slot) ?? []);
}

/** A comparison or a count tells nothing of the value itself. */
function shownSlots(value: Json | undefined, flow: string, { expressions }: CheckContext): readonly string[] {
  if (typeof value !== 'string') return [];
  const expression = expressions.find(flow, value);
  if (!expression || expression.type === 'bool') return [];
  return expression.parts.names
    .filter(({ path, tested }) => path[0] === 'slots' && !tested)
    .flatMap(({ path }) => path[1] ?? []);
}

function namesIn(line: TextLine, text: PlacedText): readonly string[] {
  const parsed = parseMessage(line.text, text.locale);
  const own = 'parts' in parsed ? parsed.parts.values.map(({ name }) => name) : [];
  return line.from === undefined ? own : [...own, line.from];
}

function checkSecrets(use: PlacedTextUse, texts: readonly PlacedText[], context: CheckContext): void {
  for (const text of texts) {
    for (const name of new Set(linesOf(text).flatMap((line) => namesIn(line, text)))) {
      if (!slotsIn(name, use, context).some((slot) => slot.sensitivity === 'secret')) continue;
      const code = use.role === 'note' ? 'secret-in-packet' : 'secret-in-text';
      context.report.add(code, use.parsed.source, use.at, `\`${text.short}\` shows \`${name}\`, which is secret.`);
    }
  }
}

function checkSharedPlace(use: PlacedTextUse, texts: readonly PlacedText[], context: CheckContext): void {
  const facts = context.facts.inside(use.flow, use.step);
  if (!facts || facts.has('private') || use.flow.startsWith('patterns/')) return;
  const step = use.parsed.flow.steps[use.step]?.step;
  const offered =
    use.role === 'ask' && step?.kind === 'collect' && step.options_from !== undefined
      ? shownSlots(step.options_from, use.flow, context)
      : [];
  const definitions = context.types.definitions(use.flow);
  const offersPersonal = offered.find((slot) => definitions[slot]?.sensitivity === 'personal');
  for (const text of texts) {
    // Where others can hear, a `shared` variant is said instead of the others: then it alone is looked at.
    const shared = linesOf(text).filter(({ variant }) => variant.audience === 'shared');
    const lines = shared.length > 0 ? shared : linesOf(text);
    const named = new Set(lines.flatMap((line) => namesIn(line, text)));
    const personal =
      offersPersonal ??
      [...named].find((name) => slotsIn(name, use, context).some((slot) => slot.sensitivity === 'personal'));
    if (personal === undefined) continue;
    context.report.add(
      'shared-place',
      use.parsed.source,
      use.at,
      `\`${text.short}\` says \`${personal}\`, which is personal, on a way where others may hear it.`,
    );
    return;
  }
}
