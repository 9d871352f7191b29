import type { Locale } from '../../../dialogs/protocol/locale.ts';
import { extractFeatures, type FeatureBlocks } from './classifier/extract-features.ts';
import { findConcepts } from './classifier/find-concepts.ts';
import type { GazetteerEntry } from './gazetteer.ts';
import { maskValues } from './mask-values.ts';

/** What the classifier sees of normalised words: their n-grams with values masked, and the concepts they speak of. */
export function featuresOf(words: string, locale: Locale, products: readonly GazetteerEntry[]): FeatureBlocks {
  return extractFeatures(maskValues(words, locale, products), locale, findConcepts(words, locale));
}
