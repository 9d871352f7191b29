import { distance } from 'fastest-levenshtein';
import type { Locale } from '../../../../dialogs/protocol/locale.ts';
import type { FoundEntity } from '../../reading.ts';
import type { GazetteerEntry } from '../gazetteer.ts';
import type { EntityFinder } from './entity-finder.ts';

/** A name as it is compared: letters and digits only. */
interface Name {
  readonly value: string;
  readonly words: readonly string[];
}

/** Things of the gazetteer by any of their names, with typing mistakes forgiven. The longest name that fits wins. */
export const findProductEntities: EntityFinder = (text, { locale, products }) => findProducts(text, locale, products);

/** Products named in the text; two products with the same name are told by neither. */
export function findProducts(
  text: string,
  locale: Locale,
  products: readonly GazetteerEntry[],
): readonly FoundEntity[] {
  if (products.length === 0) return [];
  const latin = findLatin(text, namesOf(products));
  const found = locale === 'ja' ? [...latin, ...findJapanese(text, products)] : latin;
  return longestFirst(found);
}

const caches = new WeakMap<readonly GazetteerEntry[], readonly Name[]>();

function namesOf(products: readonly GazetteerEntry[]): readonly Name[] {
  const kept = caches.get(products);
  if (kept) return kept;
  const names = products.flatMap(({ value, words }) =>
    [...words.en, ...words.ja, value.replaceAll('_', ' ')]
      .map((name) => ({ value, words: tokens(name).map(({ word }) => word) }))
      .filter((name) => name.words.length > 0),
  );
  caches.set(products, names);
  return names;
}

function findLatin(text: string, names: readonly Name[]): readonly FoundEntity[] {
  const said = tokens(text);
  return names.flatMap(({ value, words }) => {
    for (let at = 0; at + words.length <= said.length; at++) {
      const part = said.slice(at, at + words.length);
      const sureness = sameWords(
        part.map(({ word }) => word),
        words,
      );
      const [first, last] = [part[0], part.at(-1)];
      if (sureness > 0 && first && last) {
        return [{ type: 'product', value, start: first.start, end: last.end, confidence: sureness }];
      }
    }
    return [];
  });
}

/** 1 for the same words, less for typing mistakes, 0 for other words. */
function sameWords(said: readonly string[], name: readonly string[]): number {
  let mistakes = 0;
  for (const [index, word] of name.entries()) {
    const other = said[index] ?? '';
    if (other === word || other === `${word}s` || `${other}s` === word) continue;
    const allowed = word.length >= 8 ? 2 : word.length >= 5 ? 1 : 0;
    const off = allowed === 0 ? 9 : distance(other, word);
    if (off > allowed || other[0] !== word[0]) return 0;
    mistakes += off;
  }
  return mistakes === 0 ? 0.95 : 0.8;
}

function tokens(text: string): readonly { readonly word: string; readonly start: number; readonly end: number }[] {
  return [...text.normalize('NFC').matchAll(/[a-zà-öø-ÿ0-9]+/gi)].map((found) => ({
    word: found[0].toLowerCase().normalize('NFD').replace(/\p{M}/gu, ''),
    start: found.index,
    end: found.index + found[0].length,
  }));
}

function findJapanese(text: string, products: readonly GazetteerEntry[]): readonly FoundEntity[] {
  const said = foldKana(text);
  return products.flatMap(({ value, words }) =>
    words.ja.flatMap((name): FoundEntity[] => {
      const folded = foldKana(name);
      if (folded.length < 2 || /^[\x20-\x7e]+$/.test(folded)) return [];
      const start = indexOfName(said, folded);
      return start < 0 ? [] : [{ type: 'product', value, start, end: start + folded.length, confidence: 0.95 }];
    }),
  );
}

/** A short katakana name must stand alone: 「ハコ」 is not in 「ハコネ」. */
function indexOfName(said: string, name: string): number {
  const kana = /^[ァ-ヴー]+$/.test(name);
  for (let at = said.indexOf(name); at >= 0; at = said.indexOf(name, at + 1)) {
    const around = (said[at - 1] ?? ' ') + (said[at + name.length] ?? ' ');
    if (!kana || name.length > 3 || !/[ァ-ヴー]/.test(around)) return at;
  }
  return -1;
}

/** Katakana in one spelling and of the same length: small and large, with and without voicing of ヴ. */
function foldKana(text: string): string {
  return text
    .toLowerCase()
    .replace(/[・･]/g, ' ')
    .replace(/ヂ/g, 'ジ')
    .replace(/ヅ/g, 'ズ')
    .replace(/[‐-―－]/g, 'ー');
}

function longestFirst(found: readonly FoundEntity[]): readonly FoundEntity[] {
  const sorted = [...found].sort((a, b) => b.end - b.start - (a.end - a.start) || b.confidence - a.confidence);
  const kept: FoundEntity[] = [];
  for (const entity of sorted) {
    const over = kept.find((other) => other.start < entity.end && entity.start < other.end);
    if (!over) kept.push(entity);
  }
  const twice = (entity: FoundEntity) =>
    found.some(
      (other) =>
        other.value !== entity.value &&
        other.start === entity.start &&
        other.end === entity.end &&
        other.confidence >= entity.confidence,
    );
  return kept.filter((entity) => !twice(entity)).sort((a, b) => a.start - b.start);
}
