import type { FoundEntity } from '../../reading.ts';
import type { EntityFinder } from './entity-finder.ts';
import { type CharacterRun, spokenCharacters } from './spoken-characters.ts';

/** Two letters and six digits, with the spaces and dashes that people put in. */
const TYPED = /(?<![A-Za-z0-9])([A-Za-z]{2})([\s\-_./:#‐-―]*)((?:[\dOo][\s\-_.‐-―]{0,2}){5}[\dOoIl])(?![A-Za-z0-9])/g;
const WORDS = new Set('is no it on at to by of in my or an as am so me be do if up us we id im nr hi ok'.split(' '));
/** What may be said of an order number when only a part of it came through. */
const PARTIAL =
  /(?<![A-Za-z0-9@])(?:(?:[A-Za-z]{1,2}[\s\-_]{0,2}|[A-Za-z]{3,4}[-_]?|[A-Z]{3,4}\s))?\d(?:[\s\-_]{0,2}\d){1,11}(?![A-Za-z0-9])/;
const OTHER_NUMBER =
  /\b(?:to|in|near|zip|zip code|postcode) \d{5}(?!\d)|〒|\d{1,4}[/年.]\d{1,2}[/月.]\d{1,2}|\d{4}-\d{2}-\d{2}|\+\d|0\d{1,3}[-\s]\d{2,4}[-\s]\d{3,4}|[$¥€£]\s*\d|\d\s*(?:円|ドル|時|分|日|月|days?|weeks?|hours?|am|pm|dollars?|yen|minutes?)|@/i;

/** "2025", "it was in 2025": a year, and no part of an order number. */
const YEAR = /^\D*(?<![\d-])(?:19|20)\d{2}(?![\d-])\D*$/;

/**
 * An order number: two letters and six digits, typed in any form or spoken. When it is asked for, an incomplete one is returned as it
 * was given ("AB1234"), so that the dialog can say what is missing.
 */
export const findOrderNumbers: EntityFinder = (text, { locale, asked }) => {
  const typed = [...text.matchAll(TYPED)].flatMap((found) => typedNumber(found));
  const spoken = spokenCharacters(text, locale).flatMap((run) => spokenNumber(run, asked, typed));
  const whole = [...typed, ...spoken].sort((a, b) => a.start - b.start);
  if (whole.length > 0 || !asked) return whole;
  return incomplete(text, spokenCharacters(text, locale));
};

function typedNumber(found: RegExpExecArray): readonly FoundEntity[] {
  const [all, letters = '', gap = '', rest = ''] = found;
  // "is 123456": a word and a number, not two letters of one.
  if (gap !== '' && WORDS.has(letters.toLowerCase()) && letters !== letters.toUpperCase()) return [];
  if (/^(?:no|id|nr)$/i.test(letters) && /[.:#]/.test(gap)) return [];
  const digits = asDigits(rest.replace(/[^\dOoIl]/g, ''));
  const real = rest.replace(/\D/g, '').length;
  if (digits.length !== 6 || real < 4) return [];
  return [
    {
      type: 'order_number',
      value: letters.toUpperCase() + digits,
      start: found.index,
      end: found.index + all.length,
      confidence: 0.99,
    },
  ];
}

function spokenNumber(run: CharacterRun, asked: boolean, typed: readonly FoundEntity[]): readonly FoundEntity[] {
  if (typed.some((entity) => entity.start < run.end && run.start < entity.end)) return [];
  const found =
    /([A-Z]{2})([\dOIL]{6})$/.exec(run.characters) ?? /^([A-Z]{2})([\dOIL]{6})(?![\dOIL])/.exec(run.characters);
  if (!found) return [];
  const [, letters = '', rest = ''] = found;
  if (rest.replace(/\D/g, '').length < 4) return [];
  const spare = run.characters.length - 8;
  if (spare > 2) return [];
  return [
    {
      type: 'order_number',
      value: letters + asDigits(rest),
      start: run.start,
      end: run.end,
      confidence: asked ? 0.95 : 0.85,
    },
  ];
}

function incomplete(text: string, runs: readonly CharacterRun[]): readonly FoundEntity[] {
  if (OTHER_NUMBER.test(text) || YEAR.test(text)) return [];
  const longest = runs
    .filter((run) => /\d/.test(run.characters))
    .sort((a, b) => b.characters.length - a.characters.length)[0];
  const found = PARTIAL.exec(text);
  const typed = found?.[0].replace(/[^A-Za-z0-9]/g, '').toUpperCase() ?? '';
  const byRun = longest !== undefined && longest.characters.length > typed.length;
  const characters = byRun ? longest.characters : typed;
  const digits = characters.replace(/\D/g, '').length;
  // Ten and more bare digits are a phone or something else.
  if (digits < 2 || characters.length < 3 || characters.length > 14 || /^\d{10,}$/.test(characters)) return [];
  const value = tidy(characters);
  const skipped = byRun ? 0 : (found?.[0].toUpperCase().search(value[0] ?? '') ?? 0);
  const start = byRun ? longest.start : (found?.index ?? 0) + Math.max(0, skipped);
  const end = byRun ? longest.end : (found?.index ?? 0) + (found?.[0].length ?? 0);
  return [{ type: 'order_number', value, start, end, confidence: 0.4 }];
}

/** Words before the number that ran into it: "is 12345" is 12345. */
function tidy(characters: string): string {
  const letters = /^[A-Z]+/.exec(characters)?.[0].toLowerCase() ?? '';
  return WORDS.has(letters) || letters === 'a' || letters === 'i' ? characters.slice(letters.length) : characters;
}

function asDigits(text: string): string {
  return text.replace(/o/gi, '0').replace(/[il]/gi, '1');
}
