import type { Locale } from '../../../dialogs/protocol/locale.ts';
import { findProducts } from './entities/product.ts';
import type { GazetteerEntry } from './gazetteer.ts';

/**
 * Values out of the way before features are taken: one order number or product teaches as much as any other, and its own letters
 * teach nothing.
 * @param text normalised words
 */
export function maskValues(text: string, locale: Locale, products: readonly GazetteerEntry[]): string {
  return maskProducts(text, locale, products)
    .replace(/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, ' #email ')
    .replace(/(?<![a-z0-9])[a-z]{2}[\s-]?\d{6}(?![a-z0-9])/g, ' #order ')
    .replace(/(?<![a-z0-9])\d[\d\s-]{4,}\d(?![a-z0-9])/g, ' #number ')
    .replace(/(?<![a-z0-9#])\d{3,}(?![a-z0-9])/g, ' #number ');
}

function maskProducts(text: string, locale: Locale, products: readonly GazetteerEntry[]): string {
  let masked = '';
  let from = 0;
  for (const { start, end } of findProducts(text, locale, products)) {
    masked += `${text.slice(from, start)} #product `;
    from = end;
  }
  return masked + text.slice(from);
}
