import type { Locale } from '../../../dialogs/protocol/locale.ts';
import type { Expectation } from '../../../dialogs/protocol/understanding.ts';
import type { Json } from '../../../dialogs/protocol/value.ts';
import { findProducts } from './entities/product.ts';
import type { Gazetteers } from './gazetteer.ts';

/**
 * The one offered answer that is, or whose label tells of, the product in the words: "the coffee maker" chooses the order with the
 * espresso machine in it.
 */
export function optionsNamed(
  clean: string,
  locale: Locale,
  expectation: Expectation,
  gazetteers: Gazetteers,
): Json | undefined {
  const options = expectation.question?.options ?? [];
  const products = gazetteers.product ?? [];
  if (options.length === 0 || products.length === 0) return undefined;
  const named = new Set(findProducts(clean, locale, products).map((entity) => entity.value));
  if (named.size !== 1) return undefined;
  const fitting = options.filter(
    (option) =>
      named.has(option.value) || findProducts(option.label, locale, products).some((entity) => named.has(entity.value)),
  );
  return fitting.length === 1 ? fitting[0]?.value : undefined;
}
