import type { FoundEntity } from '../../reading.ts';
import type { EntityFinder } from './entity-finder.ts';
import { KANA_NUMBER, readKanaNumber } from './read-kana-number.ts';
import { readEnglishNumber, readKanjiNumber } from './read-number.ts';

const CODES: Readonly<Record<string, string>> = { $: 'USD', '¥': 'JPY', '\\': 'JPY', '€': 'EUR', '£': 'GBP' };
/** `$79.80`, `USD 80`, `¥1.5万`. */
const BEFORE = /(US\$|\b(?:USD|JPY|EUR|GBP)\s|[$¥€£\\])\s*(\d[\d,]*(?:\.\d{1,2})?)\s*(万|k\b|million\b)?/gi;
const UNIT_EN = 'dollars?|bucks?|yen|euros?|pounds?|quid|usd|jpy|eur|gbp';
/** 「1.5万円」「2万5千円」「三千円」, `3k yen`, `49 dollars and 99 cents`. */
const AFTER = new RegExp(
  `(?<![\\d.,])([\\d〇一二三四五六七八九十百千万億](?:[\\d〇一二三四五六七八九十百千万億,.]*[\\d〇一二三四五六七八九十百千万億])?)\\s*(k|hundred|thousand|million)?\\s*(円|えん|ドル|ユーロ|ポンド|(?:${UNIT_EN})(?![a-z]))(?:(?: and)? (\\d{1,2}) cents?\\b)?`,
  'gi',
);
const NUMBER_WORD =
  'a|half|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fourty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|couple|dozen';
const WORDS = new RegExp(
  `\\b((?:${NUMBER_WORD})(?:(?:[ -]|(?<=couple|dozen|hundred|thousand) of )(?:and )?(?:${NUMBER_WORD}))*)(?: of)? (dollars?|bucks?|yen|euros?|pounds?|quid)\\b(?:(?: and)? ([a-z]+(?:[ -][a-z]+)?) cents?\\b)?`,
  'gi',
);
const KANA = new RegExp(`(?<![ぁ-ん])(${KANA_NUMBER})えん`, 'g');
const TIMES: Readonly<Record<string, number>> = {
  万: 10_000,
  k: 1000,
  hundred: 100,
  thousand: 1000,
  million: 1_000_000,
};

/** Amounts with their currency: `{amount, currency}`, the amount in the main unit. */
export const findMoney: EntityFinder = (text, { locale }) => {
  const found: FoundEntity[] = [];
  const add = (amount: number | undefined, currency: string, { index: start, 0: { length } }: RegExpExecArray) => {
    if (amount === undefined || !Number.isFinite(amount)) return;
    if (found.some((other) => other.start < start + length && start < other.end)) return;
    const value = { amount: Math.round(amount * 100) / 100, currency };
    found.push({ type: 'money', value, start, end: start + length, confidence: 0.95 });
  };
  for (const match of text.matchAll(BEFORE)) {
    const sign = match[1]?.trim().toUpperCase() ?? '';
    const amount = Number((match[2] ?? '').replace(/,/g, '')) * timesOf(match[3]);
    add(amount, CODES[sign.at(-1) ?? ''] ?? sign, match);
  }
  for (const match of text.matchAll(AFTER))
    add(
      withCents(readKanjiNumber(match[1] ?? ''), timesOf(match[2]), Number(match[4] ?? 0)),
      currencyOf(match[3]),
      match,
    );
  if (/[a-z]{3}/i.test(text)) {
    for (const match of text.matchAll(WORDS))
      add(withCents(readEnglishNumber(match[1] ?? ''), 1, centsOf(match[3])), currencyOf(match[2]), match);
  }
  if (locale === 'ja' && text.includes('えん'))
    for (const match of text.matchAll(KANA)) add(readKanaNumber(match[1] ?? ''), 'JPY', match);
  return found;
};

const timesOf = (word: string | undefined) => TIMES[word?.toLowerCase() ?? ''] ?? 1;

const centsOf = (words: string | undefined) => (words === undefined ? 0 : (readEnglishNumber(words) ?? 0));

function withCents(amount: number | undefined, times: number, cents: number): number | undefined {
  return amount === undefined ? undefined : amount * times + cents / 100;
}

function currencyOf(word: string | undefined): string {
  if (/円|えん|yen|jpy/i.test(word ?? '')) return 'JPY';
  if (/ユーロ|eur/i.test(word ?? '')) return 'EUR';
  return /ポンド|pound|quid|gbp/i.test(word ?? '') ? 'GBP' : 'USD';
}
