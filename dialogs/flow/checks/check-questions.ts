import { LOCALES } from '../../protocol/locale.ts';
import type { ParsedFlow } from '../parse-flow.ts';
import type { CollectStep } from '../steps/collect.ts';
import type { CheckContext } from './check-context.ts';

/** Questions: tries that lead on, no sentence twice, answers that can be told apart. */
export function checkQuestions(context: CheckContext): void {
  for (const parsed of context.dialogs.flows.values()) {
    for (const { step } of Object.values(parsed.flow.steps)) {
      if (step.kind !== 'collect') continue;
      checkExit(step, parsed, context);
      checkRepeats(step, parsed, context);
      checkOptions(step, parsed, context);
      checkReprompt(step, parsed, context);
    }
  }
}

const at = (step: CollectStep, { paths }: ParsedFlow, ...below: (string | number)[]) => [
  ...(paths[step.id] ?? []),
  ...below,
];

function checkExit(step: CollectStep, parsed: ParsedFlow, { dialogs, report }: CheckContext): void {
  if (!step.on_exhausted) {
    if (dialogs.flows.has('patterns/cannot-handle') || dialogs.unreadable.has('patterns/cannot-handle')) return;
    report.add(
      'retries-without-exit',
      parsed.source,
      at(step, parsed, 'collect'),
      `When the tries at \`${step.slot}\` are used up, nothing leads on.`,
    );
    return;
  }
  const ways = [...step.on_exhausted.branches.map(({ to }) => to), step.on_exhausted.else];
  if (ways.includes(step.id)) {
    report.add(
      'retries-without-exit',
      parsed.source,
      at(step, parsed, 'on_exhausted'),
      `When the tries are used up, \`on_exhausted\` leads back to the same question.`,
      'Lead on to another way to answer, an offer of a person, or END.',
    );
  }
}

/** The sentences of a text in each language, as one word per alternative set. */
function sentences(key: string, { textsOf }: CheckContext): readonly string[][] {
  return LOCALES.map((locale) =>
    textsOf(key)
      .filter((text) => text.locale === locale)
      .flatMap((text) => text.variants.filter((variant) => !variant.channel).flatMap((variant) => variant.text)),
  );
}

function checkRepeats(step: CollectStep, parsed: ParsedFlow, context: CheckContext): void {
  for (const field of ['attempts', 'on_no_input'] as const) {
    const keys = [step.ask, ...(step[field] ?? [])];
    for (const [index, key] of keys.entries()) {
      const earlier = keys.slice(0, index);
      const same = earlier.find((other) => other === key || sameWords(other, key, context));
      if (same === undefined) continue;
      const alternatives = Math.min(...sentences(key, context).map((list) => list.length));
      const times = earlier.filter((other) => other === key).length + 1;
      if (same === key && alternatives >= times) continue; // alternatives are taken in turn
      const before =
        same === step.ask ? 'the question itself' : `the ${field === 'attempts' ? 'try' : 'silence'} before`;
      context.report.add(
        'attempts-repeat',
        parsed.source,
        at(step, parsed, field, index - 1),
        `\`${short(key)}\` says the same sentence as ${before}.`,
      );
    }
  }
}

const short = (key: string) => key.slice(key.lastIndexOf('.') + 1);

function sameWords(a: string, b: string, context: CheckContext): boolean {
  const [left, right] = [sentences(a, context), sentences(b, context)];
  return left.some(
    (texts, index) => texts.length === 1 && right[index]?.length === 1 && texts[0] === right[index]?.[0],
  );
}

function checkOptions(step: CollectStep, parsed: ParsedFlow, context: CheckContext): void {
  const { options } = step;
  if (!options) return;
  const definition = context.types.definitions(parsed.flow.flow)[step.slot];
  for (const [index, { value }] of options.entries()) {
    const path = at(step, parsed, 'options', index);
    if (options.findIndex((other) => other.value === value) < index) {
      context.report.add('options-clash', parsed.source, path, `The answer ${JSON.stringify(value)} is offered twice.`);
    }
    if (definition?.values && !definition.values.includes(String(value))) {
      context.report.add(
        'options-clash',
        parsed.source,
        path,
        `${JSON.stringify(value)} is not a value of \`${step.slot}\`.`,
        `Its values: ${definition.values.join(', ')}.`,
      );
    }
    if (definition?.type === 'boolean' && typeof value !== 'boolean') {
      context.report.add(
        'options-clash',
        parsed.source,
        path,
        `\`${step.slot}\` is true or false, not ${JSON.stringify(value)}.`,
        'Offer `true` and `false`, each with its own `text`.',
      );
    }
  }
  for (const locale of LOCALES) checkLabels(step, options, locale, parsed, context);
}

function checkLabels(
  step: CollectStep,
  options: NonNullable<CollectStep['options']>,
  locale: (typeof LOCALES)[number],
  parsed: ParsedFlow,
  context: CheckContext,
): void {
  const words = new Map<string, number>();
  for (const [index, option] of options.entries()) {
    const variants = context
      .textsOf(option.text)
      .filter((text) => text.locale === locale)
      .flatMap((text) => text.variants);
    const own = new Set(
      variants.flatMap((variant) => [...variant.text, ...variant.synonyms]).map((word) => word.trim().toLowerCase()),
    );
    for (const word of own) {
      const other = words.get(word);
      if (other !== undefined && other !== index) {
        context.report.add(
          'options-clash',
          parsed.source,
          at(step, parsed, 'options', index),
          `"${word}" (${locale}) stands for two answers: ${JSON.stringify(options[other]?.value)} and ${JSON.stringify(option.value)}.`,
        );
      }
      words.set(word, index);
    }
  }
}

function checkReprompt(step: CollectStep, parsed: ParsedFlow, { channels, dialogs, report }: CheckContext): void {
  if (!channels.some(({ can }) => can.speech) || (step.on_no_input?.length ?? 0) > 0) return;
  const pattern = dialogs.flows.get('patterns/no-input');
  const speaks =
    pattern &&
    Object.values(pattern.flow.steps).some(({ step: inner }) => inner.kind === 'say' || inner.kind === 'collect');
  if (step.on_no_input === undefined && (speaks || dialogs.unreadable.has('patterns/no-input'))) return;
  report.add(
    'reprompt-missing',
    parsed.source,
    at(step, parsed, 'collect'),
    `Nobody says anything into the silence after the question for \`${step.slot}\`.`,
  );
}
