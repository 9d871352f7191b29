import type { FlowBook } from '../flow/flow-book.ts';
import type { FlowId } from '../protocol/ids.ts';
import type { Locale } from '../protocol/locale.ts';
import type { FillableSlot } from '../protocol/understanding.ts';
import { slotDefinition } from './visible-slots.ts';

type Choices = NonNullable<FillableSlot['choices']>;

// A book never changes, and every turn asks for the same choices again.
const known = new WeakMap<FlowBook, Map<string, Choices | undefined>>();

/** The values that a slot may have, with the words for each in a language; undefined where any value may come. */
export function slotChoices(
  book: FlowBook,
  locale: Locale,
  slot: { readonly name: string; readonly flow?: FlowId },
): Choices | undefined {
  let ofBook = known.get(book);
  if (!ofBook) {
    ofBook = new Map();
    known.set(book, ofBook);
  }
  const key = `${locale} ${slot.flow ?? ''} ${slot.name}`;
  if (!ofBook.has(key)) {
    const definition = slotDefinition(book, { flow: slot.flow ?? '' }, slot.name);
    ofBook.set(
      key,
      definition?.values?.map((value) => ({ value, words: wordsFor(book, locale, slot, value) })),
    );
  }
  return ofBook.get(key);
}

/** Label and synonyms of a choice's value: from the question that offers it, else the text `option_<value>` of the flow. */
function wordsFor(
  book: FlowBook,
  locale: Locale,
  { name, flow }: { readonly name: string; readonly flow?: FlowId },
  value: string,
): readonly string[] {
  const steps = Object.values((flow === undefined ? undefined : book.flows[flow]?.steps) ?? {});
  const keys = steps.flatMap(({ step }) => {
    if (step.kind !== 'collect' || step.slot !== name) return [];
    return (step.options ?? []).filter((option) => option.value === value).map(({ text }) => text);
  });
  const variants = [...keys, `${flow ?? ''}.option_${value}`].flatMap((key) => book.texts[locale][key] ?? []);
  const words = variants.flatMap((variant) => [...variant.text, ...variant.synonyms]);
  return [...new Set(words.length > 0 ? words : [value.replaceAll('_', ' ')])];
}
