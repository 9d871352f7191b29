import type { Expectation, FillableSlot, OpenQuestion } from '../../../dialogs/protocol/understanding.ts';
import type { Json } from '../../../dialogs/protocol/value.ts';
import type { UnderstandingContext } from '../nlu.ts';
import type { ReadValues, ValuesReading } from '../read-values.ts';
import type { FoundEntity } from '../reading.ts';

/** What Dialogflow alone saw; enough to fill a slot that says what it is. */
const CONFIDENCE = 0.8;

interface Finders {
  readonly readValues: ReadValues;
  readonly products: ReadonlySet<string>;
}

/**
 * Values that Dialogflow saw and our finders did not see in the words: a product called by another name, a choice in other words. Each
 * passes our own finder for the slot's type, or is one of the values that the slot may have; anything else is dropped. What our finders
 * saw themselves stands.
 */
export function acceptParameters(
  parameters: Readonly<Record<string, Json>>,
  found: ValuesReading,
  expectation: Expectation,
  context: UnderstandingContext,
  finders: Finders,
): readonly FoundEntity[] {
  return Object.entries(parameters).flatMap(([name, given]): readonly FoundEntity[] => {
    const slot = expectation.slots.find((each) => each.name === name);
    const value = spell(given);
    if (!slot || value === undefined) return [];
    const seen = found.entities.some((each) => each.type === slot.type && (each.slot ?? name) === name);
    const accepted = seen ? undefined : accept(slot, value, expectation, context, finders);
    if (accepted === undefined) return [];
    const at = found.clean.toLowerCase().indexOf(value.toLowerCase());
    // What is nowhere in the words as it is written stands behind them: it overlaps with nothing.
    const start = at < 0 ? found.clean.length : at;
    const end = start + (at < 0 ? 0 : value.length);
    const own = slot.type === 'choice' ? { slot: name } : {};
    return [{ type: slot.type, value: accepted, ...own, start, end, confidence: CONFIDENCE }];
  });
}

function accept(
  slot: FillableSlot,
  value: string,
  expectation: Expectation,
  context: UnderstandingContext,
  { readValues, products }: Finders,
): Json | undefined {
  if (slot.choices) return slot.choices.some((choice) => choice.value === value) ? value : undefined;
  if (slot.type === 'product') return products.has(value) ? value : undefined;
  const { entities, clean } = readValues(value, { ...expectation, question: questionFor(slot) }, context);
  return entities.find(({ type, start, end }) => type === slot.type && start === 0 && end === clean.length)?.value;
}

const questionFor = ({ name, type, flow }: FillableSlot): OpenQuestion => ({
  ...{ flow: flow ?? '', step: '', slot: name, type },
  ...{ options: [], skippable: false, yesNo: false, freeText: false },
});

/** A date comes as {year, month, day}; several values tell nothing sure. */
function spell(value: Json): string | undefined {
  if (typeof value === 'string' && value !== '') return value;
  if (typeof value === 'number') return String(value);
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return undefined;
  const [year, month, day] = ['year', 'month', 'day'].map((part) => (value as Readonly<Record<string, Json>>)[part]);
  if (typeof year !== 'number' || typeof month !== 'number' || typeof day !== 'number') return undefined;
  return [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-');
}
