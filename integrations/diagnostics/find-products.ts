import { distance } from 'fastest-levenshtein';
import { foldKana } from '../knowledge/fold-kana.ts';
import type { Product } from './guide.ts';

const plain = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s・]+/g, ' ')
    .trim();
const KATAKANA = /^[\p{Script=Katakana}ー]+$/u;
const LATIN = /^[\x20-\u024f]+$/u;

/**
 * The products that a sentence names, in the order of how exactly it does. Longer names are read first and their words used up: a "coffee machine"
 * is no other machine.
 */
export function findProducts(
  words: string,
  products: readonly Product[],
): readonly { readonly product: Product; readonly score: number }[] {
  const names = products
    .flatMap((product) => namesOf(product).map((name) => ({ product, name: plain(name) })))
    .toSorted((a, b) => b.name.length - a.name.length);
  let text = plain(words);
  const found = new Map<Product, number>();
  for (const { product, name } of names) {
    const rest = takeOut(text, name);
    if (rest === undefined) continue;
    text = rest;
    if (!found.has(product)) found.set(product, 1);
  }
  if (found.size > 0) return [...found].map(([product, score]) => ({ product, score }));
  return misspelt(text, names);
}

function namesOf(product: Product): readonly string[] {
  return [
    product.name.en,
    product.name.ja,
    product.id.replaceAll('_', ' '),
    ...product.aliases.en,
    ...product.aliases.ja,
  ];
}

/** The text without the name, or undefined where it doesn't stand there as a word. */
function takeOut(text: string, name: string): string | undefined {
  const direct = standsIn(text, name);
  if (direct !== undefined) return `${text.slice(0, direct)} ${text.slice(direct + name.length)}`;
  const folded = foldKana(name);
  // たぶれっと for タブレット; short names in hiragana are too often other words (はこ, まど).
  if (!KATAKANA.test(name) || folded.length < 4 || !foldKana(text).includes(folded)) return undefined;
  return foldKana(text).replace(folded, ' ');
}

function standsIn(text: string, name: string): number | undefined {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const before = text[at - 1] ?? ' ';
    const after = text[at + name.length] ?? ' ';
    const plural = /s/.test(after) && !/[a-z0-9]/.test(text[at + name.length + 1] ?? ' ');
    if (LATIN.test(name) && (/[a-z0-9]/.test(before) || (/[a-z0-9]/.test(after) && !plural))) continue;
    if (KATAKANA.test(name) && (KATAKANA.test(before) || KATAKANA.test(after))) continue;
    return at;
  }
  return undefined;
}

type Name = { readonly product: Product; readonly name: string };

/** One slip of the pen in five letters, two in eight. */
function misspelt(
  text: string,
  names: readonly Name[],
): readonly { readonly product: Product; readonly score: number }[] {
  const words = text.split(/[^\p{L}\p{N}-]+/u).filter(Boolean);
  const spans = words.flatMap((word, at) => [word, [word, words[at + 1]].join(' ')]);
  const best = new Map<Product, number>();
  for (const { product, name } of names) {
    const allowed = name.length >= 8 ? 2 : name.length >= 5 ? 1 : 0;
    if (allowed === 0) continue;
    for (const span of spans) {
      if (Math.abs(span.length - name.length) > allowed) continue;
      const slips = distance(span, name);
      if (slips <= allowed) best.set(product, Math.max(best.get(product) ?? 0, 1 - slips / name.length));
    }
  }
  return [...best].map(([product, score]) => ({ product, score })).toSorted((a, b) => b.score - a.score);
}
