import { distance } from 'fastest-levenshtein';
import type { Locale } from '../../../../dialogs/protocol/locale.ts';
import type { FoundEntity } from '../../reading.ts';
import type { GazetteerEntry } from '../gazetteer.ts';
import type { EntityFinder } from './entity-finder.ts';

/** A name as it is compared: lower-case words without accents. */
interface Name {
  readonly value: string;
  readonly words: readonly string[];
}

/** Names ready to be looked up: Latin ones by the first letter, Japanese ones folded. */
interface NameIndex {
  readonly latin: ReadonlyMap<string, readonly Name[]>;
  readonly japanese: readonly { readonly value: string; readonly name: string }[];
}

/** Things of the gazetteer by any of their names, with typing mistakes forgiven. The longest name that fits wins. */
export const findProductEntities: EntityFinder = (text, { locale, products }) => findProducts(text, locale, products);

/** Products named in the text; a name that two products share tells neither. */
export function findProducts(
  text: string,
  locale: Locale,
  products: readonly GazetteerEntry[],
): readonly FoundEntity[] {
  if (products.length === 0) return [];
  const index = indexOf(products);
  const latin = /[a-z]/i.test(text) ? findLatin(text, index) : [];
  const found = locale === 'ja' ? [...latin, ...findJapanese(text, index)] : latin;
  return found.length === 0 ? found : longestFirst(found);
}

const indexes = new WeakMap<readonly GazetteerEntry[], NameIndex>();

function indexOf(products: readonly GazetteerEntry[]): NameIndex {
  const kept = indexes.get(products);
  if (kept) return kept;
  const latin = new Map<string, Name[]>();
  const japanese: { value: string; name: string }[] = [];
  for (const { value, words } of products) {
    for (const name of [...words.en, ...words.ja, value.replaceAll('_', ' ')]) {
      const parts = tokens(name).map(({ word }) => word);
      const first = parts[0]?.[0];
      if (first && !/[\u3040-\u9fff]/.test(name))
        latin.set(first, [...(latin.get(first) ?? []), { value, words: parts }]);
    }
    for (const name of words.ja.map(foldKana)) {
      if (name.length >= 2 && !/^[\x20-\x7e]+$/.test(name)) japanese.push({ value, name });
    }
  }
  const index = { latin, japanese };
  indexes.set(products, index);
  return index;
}

function findLatin(text: string, { latin }: NameIndex): readonly FoundEntity[] {
  const said = tokens(text);
  return said.flatMap((first, at) =>
    (latin.get(first.word[0] ?? '') ?? []).flatMap(({ value, words }): FoundEntity[] => {
      const last = said[at + words.length - 1];
      const sureness = last ? sameWords(said, at, words) : 0;
      return last && sureness > 0
        ? [{ type: 'product', value, start: first.start, end: last.end, confidence: sureness }]
        : [];
    }),
  );
}

/** 1 for the same words, less for typing mistakes, 0 for other words. */
function sameWords(said: readonly Token[], at: number, name: readonly string[]): number {
  let mistakes = 0;
  for (const [index, word] of name.entries()) {
    const other = said[at + index]?.word ?? '';
    if (other === word || other === `${word}s` || `${other}s` === word) continue;
    const allowed = word.length >= 8 ? 2 : word.length >= 5 ? 1 : 0;
    if (allowed === 0 || other[0] !== word[0] || Math.abs(other.length - word.length) > allowed) return 0;
    const off = distance(other, word);
    if (off > allowed) return 0;
    mistakes += off;
  }
  return mistakes === 0 ? 0.95 : 0.8;
}

interface Token {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

function tokens(text: string): readonly Token[] {
  return [...text.normalize('NFC').matchAll(/[a-zà-öø-ÿ0-9]+/gi)].map((found) => ({
    word: plain(found[0].toLowerCase()),
    start: found.index,
    end: found.index + found[0].length,
  }));
}

function plain(word: string): string {
  return /^[a-z0-9]+$/.test(word) ? word : word.normalize('NFD').replace(/\p{M}/gu, '');
}

function findJapanese(text: string, { japanese }: NameIndex): readonly FoundEntity[] {
  const said = foldKana(text);
  return japanese.flatMap(({ value, name }): FoundEntity[] => {
    const start = indexOfName(said, name);
    return start < 0 ? [] : [{ type: 'product', value, start, end: start + name.length, confidence: 0.95 }];
  });
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
