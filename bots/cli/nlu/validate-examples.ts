import { LOCALES, type Locale } from '../../../dialogs/protocol/locale.ts';
import { loadKnowledge } from '../../../integrations/demo-world/load-knowledge.ts';
import { crossValidate, type HeldPhrase } from '../../../integrations/nlu/embedded/measure/cross-validate.ts';
import type { TrainingExamples } from '../../../integrations/nlu/nlu.ts';
import { productWords } from '../../product-words.ts';

const FOLDS = 5;

/** Every example as a model read it that learned from the other four fifths. */
export function validateExamples(
  examples: TrainingExamples,
  locales: readonly Locale[] = LOCALES,
): ReadonlyMap<Locale, readonly HeldPhrase[]> {
  const products = productWords(loadKnowledge().products);
  return new Map(
    locales.map((locale) => {
      process.stderr.write(`cross-validating the ${locale} examples\n`);
      return [locale, crossValidate(examples, locale, products, FOLDS)];
    }),
  );
}
