import { slotChoices } from '../../../dialogs/engine/slot-choices.ts';
import { slotDefinition } from '../../../dialogs/engine/visible-slots.ts';
import type { FlowBook } from '../../../dialogs/flow/flow-book.ts';
import type { SlotType } from '../../../dialogs/flow/slot-definition.ts';
import type { FlowId } from '../../../dialogs/protocol/ids.ts';
import { LOCALES, type Locale } from '../../../dialogs/protocol/locale.ts';
import type { GazetteerEntry } from '../../../integrations/nlu/embedded/gazetteer.ts';
import { type AgentPackage, fileNameOf, idOf, placeOf } from './agent-package.ts';

/** Dialogflow's own types, and ours where it has none. Free words are taken whole. */
const TYPES: Readonly<Partial<Record<SlotType, string>>> = {
  ...{ integer: 'sys.number-integer', number: 'sys.number', date: 'sys.date', datetime: 'sys.date-time' },
  ...{ duration: 'sys.duration', money: 'sys.unit-currency', email: 'sys.email', phone_number: 'sys.phone-number' },
  ...{ person_name: 'sys.person', boolean: 'yes_no', product: 'product' },
  ...{ order_number: 'order_number', contract_number: 'contract_number', postal_code: 'postal_code' },
};

/** Values that have a form. */
const PATTERNS: Readonly<Record<string, readonly string[]>> = {
  order_number: ['[A-Za-z]{2}-?[0-9]{6}'],
  contract_number: ['[A-Za-z]{2,4}-?[0-9]{6,10}'],
  postal_code: ['[0-9]{3}-?[0-9]{4}', '[0-9]{5}(-[0-9]{4})?'],
};

/** The entity type that a slot is filled by, such as `@product` or `@sys.date`; undefined where nothing of that name is declared. */
export function entityTypeOf(book: FlowBook, flow: FlowId, slot: string): string | undefined {
  const definition = slotDefinition(book, { flow }, slot);
  if (!definition) return undefined;
  if (definition.values) return `@${choiceName(book, flow, slot)}`;
  return `@${TYPES[definition.type] ?? 'sys.any'}`;
}

/** Two flows may have a slot of one name with other values. */
const choiceName = (book: FlowBook, flow: FlowId, slot: string): string =>
  book.flows[flow]?.slots[slot] ? `${flow.replaceAll('/', '-')}_${slot}` : slot;

type Entry = { readonly value: string; readonly synonyms: readonly string[] };

/** Every entity type that slots of these flows are filled by: choices, products, yes and no, and values that have a form. */
export function entityTypeFiles(
  book: FlowBook,
  flows: readonly FlowId[],
  products: readonly GazetteerEntry[],
): AgentPackage {
  const choices = flows.flatMap((flow) => {
    const slots = Object.keys({ ...book.slots, ...book.flows[flow]?.slots });
    return slots.flatMap((slot): readonly AgentPackage[] => {
      if (!slotDefinition(book, { flow }, slot)?.values) return [];
      const own = book.flows[flow]?.slots[slot] ? { flow } : {};
      const entries = (locale: Locale) =>
        (slotChoices(book, locale, { name: slot, ...own }) ?? []).map(({ value, words }) => ({
          value,
          synonyms: words,
        }));
      return [typeFiles(choiceName(book, flow, slot), 'KIND_MAP', entries)];
    });
  });
  const named = (locale: Locale) => products.map(({ value, words }) => ({ value, synonyms: words[locale] }));
  return Object.assign(
    {},
    ...choices,
    typeFiles('product', 'KIND_MAP', named, { enableFuzzyExtraction: true }),
    typeFiles('yes_no', 'KIND_MAP', (locale) => yesAndNo(book, locale)),
    ...Object.entries(PATTERNS).map(([name, patterns]) =>
      typeFiles(name, 'KIND_REGEXP', () => patterns.map((pattern) => ({ value: pattern, synonyms: [pattern] }))),
    ),
  );
}

function typeFiles(
  name: string,
  kind: string,
  entries: (locale: Locale) => readonly Entry[],
  more: AgentPackage[string] = {},
): AgentPackage {
  const values = LOCALES.map((locale) => [
    `entityTypes/${fileNameOf(name)}/entities/${locale}.json`,
    {
      entities: entries(locale).map(({ value, synonyms }) => ({
        value,
        synonyms: [...new Set(synonyms)],
        languageCode: locale,
      })),
    },
  ]);
  return {
    [placeOf('entityTypes', name)]: { name: idOf(`entity type ${name}`), displayName: name, kind, ...more },
    ...Object.fromEntries(values),
  };
}

/** By the words that the dialogs themselves take for yes and no. */
function yesAndNo({ texts }: FlowBook, locale: Locale): readonly Entry[] {
  return (['yes', 'no'] as const).map((answer) => {
    const variants = texts[locale][`patterns/no-match.${answer}`] ?? [];
    const words = variants.flatMap(({ text, synonyms }) => [...text, ...synonyms]);
    return { value: answer === 'yes' ? 'true' : 'false', synonyms: words.length > 0 ? words : [answer] };
  });
}
