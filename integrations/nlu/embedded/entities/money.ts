import type { FoundEntity } from '../../reading.ts';
import type { EntityFinder } from './entity-finder.ts';
import { readEnglishNumber, readKanjiNumber } from './read-number.ts';

const SIGNS: Readonly<Record<string, string>> = { $: 'USD', '¥': 'JPY', '\\': 'JPY', '€': 'EUR', '£': 'GBP' };
const BEFORE = /(US\$|[$¥€£\\])\s*(\d[\d,]*(?:\.\d{1,2})?)\s*(万|k\b)?/gi;
const AFTER =
  /(\d[\d,]*(?:\.\d{1,2})?|[〇一二三四五六七八九十百千万億\d,]+)\s*(円|ドル|ユーロ|ポンド|yen|dollars?|bucks|euros?|pounds?|usd|jpy|eur|gbp)(?![a-z])/gi;
const WORDS =
  /\b((?:(?:a|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|and)[ -]?)+)\s*(dollars?|bucks|yen|euros?|pounds?)\b/gi;

/** Amounts with their currency: `{amount, currency}`, the amount in the main unit. */
export const findMoney: EntityFinder = (text) => {
  const found: FoundEntity[] = [];
  const add = (amount: number | undefined, currency: string, start: number, length: number) => {
    if (amount === undefined || !Number.isFinite(amount)) return;
    if (found.some((other) => other.start < start + length && start < other.end)) return;
    found.push({ type: 'money', value: { amount, currency }, start, end: start + length, confidence: 0.95 });
  };
  for (const match of text.matchAll(BEFORE)) {
    const times = match[3] === '万' ? 10_000 : match[3] ? 1000 : 1;
    add(
      Number((match[2] ?? '').replace(/,/g, '')) * times,
      SIGNS[match[1]?.at(-1) ?? ''] ?? 'USD',
      match.index,
      match[0].length,
    );
  }
  for (const match of text.matchAll(AFTER))
    add(readKanjiNumber(match[1] ?? ''), currencyOf(match[2] ?? ''), match.index, match[0].length);
  for (const match of text.matchAll(WORDS))
    add(readEnglishNumber(match[1] ?? ''), currencyOf(match[2] ?? ''), match.index, match[0].length);
  return found;
};

function currencyOf(word: string): string {
  if (/円|yen|jpy/i.test(word)) return 'JPY';
  if (/ユーロ|eur/i.test(word)) return 'EUR';
  return /ポンド|pound|gbp/i.test(word) ? 'GBP' : 'USD';
}
