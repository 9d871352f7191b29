import { detectLanguage } from '../integrations/nlu/embedded/detect-language.ts';
import { findEntities } from '../integrations/nlu/embedded/entities/find-entities.ts';
import type { GazetteerEntry } from '../integrations/nlu/embedded/gazetteer.ts';
import { cleanText, normaliseText } from '../integrations/nlu/embedded/normalise-text.ts';
import { asksSomething } from '../integrations/nlu/embedded/rules/asks-something.ts';
import { soundsLikeCorrection } from '../integrations/nlu/embedded/rules/sounds-like-correction.ts';
import type { ReadValues } from '../integrations/nlu/read-values.ts';

/** The embedded engine's finders of values, for the engines that leave values to us. */
export function valuesReader(products: readonly GazetteerEntry[]): ReadValues {
  return (text, expectation, context) => {
    const clean = cleanText(text);
    const words = normaliseText(text);
    const locale = detectLanguage(words, expectation.locale);
    return {
      ...{ clean, locale },
      entities: findEntities(clean, locale, expectation, context, { product: products }),
      corrects: soundsLikeCorrection(words),
      asks: asksSomething(words),
    };
  };
}
