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
  readonly japanese: readonly JapaneseName[];
  /** What was found in the words that were looked through last. */
  readonly latest: Map<string, readonly FoundEntity[]>;
}

/**
 * `plain`: in katakana without long marks, of a name long enough to be told by that alone. `alone`: a short name in katakana, which must
 * stand alone: 「ハコ」 is not in 「ハコネ」.
 */
interface JapaneseName {
  readonly value: string;
  readonly name: string;
  readonly alone: boolean;
  readonly plain?: string;
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
  const key = `${locale} ${text}`;
  const known = index.latest.get(key);
  if (known) return known;
  const latin = /[a-z]/i.test(text) ? findLatin(text, index) : [];
  const all = locale === 'ja' ? [...latin, ...findJapanese(text, index)] : latin;
  const found = all.length === 0 ? all : longestFirst(all);
  if (index.latest.size >= LATEST) index.latest.clear();
  index.latest.set(key, found);
  return found;
}

/** Several readers look through the same words of a turn, one after the other. */
const LATEST = 16;

const indexes = new WeakMap<readonly GazetteerEntry[], NameIndex>();

function indexOf(products: readonly GazetteerEntry[]): NameIndex {
  const kept = indexes.get(products);
  if (kept) return kept;
  const latin = new Map<string, Name[]>();
  const japanese: JapaneseName[] = [];
  for (const { value, words: names } of products) {
    for (const name of [...names.en, ...names.ja, value.replaceAll('_', ' ')]) {
      const parts = tokens(name).map(({ word }) => word);
      const first = parts[0]?.[0];
      if (!first || /[\u3040-\u9fff]/.test(name)) continue;
      // "ricecooker": two words written as one.
      const spellings = parts.length === 2 ? [parts, [parts.join('')]] : [parts];
      latin.set(first, [...(latin.get(first) ?? []), ...spellings.map((words) => ({ value, words }))]);
    }
    for (const name of names.ja.map(foldName)) {
      if (name.length < 2 || /^[\x20-\x7e]+$/.test(name)) continue;
      // 「スピーカ」: the last long mark is often left out.
      if (/ー$/.test(name) && name.length > SHORTEST_PLAIN) japanese.push(japaneseName(value, name.slice(0, -1)));
      const short = plainKana(name).text;
      japanese.push({ ...japaneseName(value, name), ...(short.length >= SHORTEST_PLAIN ? { plain: short } : {}) });
    }
  }
  const index = { latin, japanese, latest: new Map<string, readonly FoundEntity[]>() };
  indexes.set(products, index);
  return index;
}

const japaneseName = (value: string, name: string): JapaneseName => ({
  ...{ value, name },
  alone: name.length <= LONGEST_ALONE && /^[ァ-ヴー]+$/.test(name),
});

function findLatin(text: string, index: NameIndex): readonly FoundEntity[] {
  const said = tokens(text);
  const together = joined(said, text);
  return together.length < said.length
    ? [...findWords(said, index), ...findWords(together, index)]
    : findWords(said, index);
}

/** "A/C", "head phones": two words that may be one. */
function joined(said: readonly Token[], text: string): readonly Token[] {
  const together: Token[] = [];
  for (let at = 0; at < said.length; at++) {
    const [one, other] = [said[at], said[at + 1]];
    if (!one) continue;
    const gap = other ? text.slice(one.end, other.start) : '';
    const letters = gap === '/' && one.word.length === 1 && other?.word.length === 1;
    if (other && (letters || (gap === ' ' && COMPOUND_END.test(other.word)))) {
      together.push({ word: one.word + other.word, start: one.start, end: other.end });
      at++;
    } else together.push(one);
  }
  return together;
}

/** Ends of names that people write apart. */
const COMPOUND_END = /^(?:phones?|cams?|vacs?|set|con)$/;

function findWords(said: readonly Token[], { latin }: NameIndex): readonly FoundEntity[] {
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

/** Names shorter than this are other words too, once long marks are left out: 「クーラー」, 「倉」. */
const SHORTEST_PLAIN = 4;

function findJapanese(text: string, { japanese }: NameIndex): readonly FoundEntity[] {
  const said = foldKana(text);
  const kata = katakana(said);
  const short = plainKana(said);
  const found: FoundEntity[] = [];
  for (const one of japanese) {
    const { value, name, plain: bare } = one;
    const start = indexOfName(name.length < SHORTEST_PLAIN ? said : kata, one);
    const at = start < 0 && bare ? short.text.indexOf(bare) : -1;
    if (start >= 0) found.push({ type: 'product', value, start, end: start + name.length, confidence: 0.95 });
    else if (bare && at >= 0) {
      const end = (short.places[at + bare.length - 1] ?? 0) + 1;
      const drawn = said[end] === 'ー' ? 1 : 0;
      found.push({ type: 'product', value, start: short.places[at] ?? 0, end: end + drawn, confidence: 0.85 });
    }
  }
  return found;
}

/** 「ヘッドフォン」 is also written 「ヘッドフオン」, and 「ヘットホン」 typed for 「ヘッドホン」. */
const LARGE_KANA: Readonly<Record<string, string>> = {
  ァ: 'ア',
  ィ: 'イ',
  ゥ: 'ウ',
  ェ: 'エ',
  ォ: 'オ',
  ッ: 'ツ',
  ャ: 'ヤ',
  ュ: 'ユ',
  ョ: 'ヨ',
};

const katakana = (text: string) => text.replace(/[ぁ-ゖ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) + 0x60));

/** Hiragana as katakana, without voice marks, long marks and gaps, with the place of each sign that is left: 「こーひーめーかー」 is 「コヒメカ」. */
function plainKana(text: string): { readonly text: string; readonly places: readonly number[] } {
  const places: number[] = [];
  let result = '';
  for (let at = 0; at < text.length; at++) {
    const sign = text[at] ?? '';
    const bare = bareKana(sign);
    if (bare === '') continue;
    places.push(at);
    result += bare;
  }
  return { text: result, places };
}

const bareSigns = new Map<string, string>();

/** One sign of `plainKana`; empty for what is left out. There are few signs, and they come again and again. */
function bareKana(sign: string): string {
  const known = bareSigns.get(sign);
  if (known !== undefined) return known;
  const kata = katakana(sign);
  const bare = /[ー\s-]/.test(sign) ? '' : (LARGE_KANA[kata] ?? kata.normalize('NFD')[0] ?? kata);
  if (bareSigns.size < SIGNS) bareSigns.set(sign, bare);
  return bare;
}

/** More than a shop's customers ever write. */
const SIGNS = 10_000;

/** Signs of a name that other words may have in them. */
const LONGEST_ALONE = 3;

function indexOfName(said: string, { name, alone }: JapaneseName): number {
  for (let at = said.indexOf(name); at >= 0; at = said.indexOf(name, at + 1)) {
    const around = (said[at - 1] ?? ' ') + (said[at + name.length] ?? ' ');
    if (!alone || !/[ァ-ヴー]/.test(around)) return at;
  }
  return -1;
}

/** As `foldKana`; longer names are compared in katakana. */
function foldName(name: string): string {
  const folded = foldKana(name);
  return folded.length < SHORTEST_PLAIN ? folded : katakana(folded);
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
