import type { Expectation, FillableSlot } from '../../../dialogs/protocol/understanding.ts';
import type { UnderstandingContext } from '../nlu.ts';
import type { ReadValues } from '../read-values.ts';

const HIDDEN: Readonly<Record<string, string>> = {
  email: '[EMAIL]',
  phone_number: '[PHONE]',
  postal_code: '[POSTCODE]',
  person_name: '[NAME]',
};
const PERSONAL: readonly FillableSlot[] = Object.keys(HIDDEN).map((type) => ({ name: type, type, filled: false }));

/**
 * The words without the personal values that our finders see in them, whatever the dialog expects: spoken ones too, "taro at example
 * dot com".
 */
export function hideValues(
  text: string,
  { locale }: Pick<Expectation, 'locale'>,
  context: UnderstandingContext,
  readValues: ReadValues,
): string {
  const nothingAsked: Expectation = { locale, flows: [], slots: PERSONAL, allowed: [], busy: false };
  const { clean, entities } = readValues(text, nothingAsked, context);
  let result = '';
  let from = 0;
  for (const { type, start, end, confidence } of entities) {
    if (confidence < 0.5 || start < from) continue;
    result += clean.slice(from, start) + (HIDDEN[type] ?? '');
    from = end;
  }
  return result + clean.slice(from);
}
