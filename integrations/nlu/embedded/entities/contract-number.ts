import type { FoundEntity } from '../../reading.ts';
import type { EntityFinder } from './entity-finder.ts';
import { spokenCharacters } from './spoken-characters.ts';

/** `PL-123456`, `CN20261234`, `PL 123 456`: letters, a dash or not, six to ten digits. */
const LETTERED = /(?<![A-Za-z0-9])([A-Za-z]{2,4})([\s-]{0,2})(\d(?:[\s-]?\d){5,9})(?![A-Za-z0-9])/g;
const BARE = /(?<![\w-])\d{6,12}(?![\w-])/g;
/** Two letters and six digits: an order number has the same form. */
const LIKE_ORDER = /^[A-Z]{2}\d{6}$/;
/** Words for a contract right before a number make it one. */
const NAMED =
  /(?:contract|plan|policy|agreement|契約|プラン|証券)(?:\s*(?:number|no\.?|id|#|番号))?(?:\s*(?:is|should be|は|が|:|：))?[\s#、]*$/i;

const WORDS = /^(?:is|no|id|the|it|my|plan|to|on|at|by|in|be|or|of|for|was|and|nr|num|code|call|from)$/i;

/**
 * Contract and plan numbers, typed or spoken. Where an order number has the same form, and where there are no letters, only as the
 * answer or beside a word for a contract.
 */
export const findContractNumbers: EntityFinder = (text, { locale, asked }) => {
  const named = (start: number) => NAMED.test(text.slice(Math.max(0, start - 40), start));
  const typed = [...text.matchAll(LETTERED)].flatMap(
    ({ 0: all, 1: letters = '', 2: gap = '', 3: digits = '', index }) => {
      // "be 150-0002": a word and a number.
      const word = gap !== '' && letters !== letters.toUpperCase() && !named(index);
      if (WORDS.test(letters) || (word && !asked)) return [];
      const value = `${letters}${digits.replace(/\D/g, '')}`.toUpperCase();
      const sure = asked || named(index);
      return sure || !LIKE_ORDER.test(value) ? [made(value, index, index + all.length, sure ? 0.99 : 0.7)] : [];
    },
  );
  if (typed.length > 0) return typed;
  const bare = [...text.matchAll(BARE)].flatMap(({ 0: value, index }) =>
    asked || named(index) ? [made(value, index, index + value.length, named(index) ? 0.8 : 0.6)] : [],
  );
  if (bare.length > 0 || (!asked && !/contract|plan|policy|agreement|契約|プラン|証券/i.test(text))) return bare;
  return spokenCharacters(text, locale).flatMap(({ characters, start, end }) => {
    const number = /[A-Z]{2,4}[\dO]{6,10}$/.exec(characters)?.[0];
    if (!number || !(asked || named(start))) return [];
    return [made(number.replace(/(?<=[A-Z]{2}.*)O/g, '0'), start, end, 0.99)];
  });
};

function made(value: string, start: number, end: number, confidence: number): FoundEntity {
  return { type: 'contract_number', value, start, end, confidence };
}
