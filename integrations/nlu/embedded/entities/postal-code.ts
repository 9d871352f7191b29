import type { FoundEntity } from '../../reading.ts';
import type { EntityFinder } from './entity-finder.ts';
import { spokenCharacters } from './spoken-characters.ts';

const JAPANESE =
  /(?:〒\s*)(\d{3})[\s\-‐-―ー−のノ]{0,2}(\d{4})(?!\d)|(?<![\d\-ー])(\d{3})[-‐-―ー−](\d{4})(?![\d\-ー])|(?<![\d-])(\d{7})(?![\d-])/g;
const AMERICAN = /(?<![\w-])(\d{5})(?:[-\s](\d{4}))?(?![\w-])/g;
const NAMED = /zip|postal|post ?code|postcode|郵便番号|ゆうびん|〒/i;
/** "Austin, TX 78704". */
const STATE =
  /(?:,|\b\p{L}+) (?:A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY]),? $/u;
const BESIDE_ORDER = /\b[A-Za-z]{2}[\s-]?\d{6}(?!\d)/;
/** Letters and digits in one: a number of ours, not a postcode. */
const GLUED = /[A-Za-z]{1,3}\d{3}/;
const LOOSE = /(?<!\d)\d(?:[\s-]?\d){2,8}(?!\d)/;
const NOT_A_CODE =
  /[$¥€£]\s*\d|\d\s*(?:円|ドル|dollars?|yen|days?|weeks?|times?|年|月|日)|#\s*\d|\b[A-Za-z]{1,3}[\s-]?\d{4,}/;

/**
 * Postcodes of Japan (`100-0001`) and the United States (`94107`, `94107-1234`), typed or spoken. Elsewhere than as an answer they
 * need a sign or a word beside them. An incomplete one is given back as it is when it is asked for.
 */
export const findPostalCodes: EntityFinder = (text, { locale, asked }) => {
  // Beside an order number, five digits are what proves it.
  const named = NAMED.test(text) || BESIDE_ORDER.test(text);
  const japanese = [...text.matchAll(JAPANESE)].flatMap((found) => fromJapan(found, asked || named, locale === 'ja'));
  if (japanese.length > 0) return japanese;
  const american = [...text.matchAll(AMERICAN)].map((found) =>
    fromAmerica(found, asked || named || STATE.test(text.slice(0, found.index))),
  );
  if (american.length > 0) return american;
  const spoken =
    GLUED.test(text) || /\b(?:hundred|thousand)\b/i.test(text) ? [] : fromSpeech(text, locale, asked || named);
  if (spoken.length > 0 || !asked || NOT_A_CODE.test(text)) return spoken;
  const loose = LOOSE.exec(text);
  return loose ? [made(loose[0].replace(/\D/g, ''), loose.index, loose[0].length, 0.4)] : [];
};

function fromJapan(found: RegExpExecArray, expected: boolean, japanese: boolean): readonly FoundEntity[] {
  const [all, a, b, c, d, seven] = found;
  const digits = seven ?? `${a ?? c ?? ''}${b ?? d ?? ''}`;
  // Seven bare digits are a postcode only where one is talked of.
  if (seven !== undefined && !expected) return [];
  const sure = expected || a !== undefined;
  return [
    made(`${digits.slice(0, 3)}-${digits.slice(3)}`, found.index, all.length, sure ? 0.97 : japanese ? 0.7 : 0.4),
  ];
}

function fromAmerica(found: RegExpExecArray, expected: boolean): FoundEntity {
  const [all, five = '', four] = found;
  return made(four ? `${five}-${four}` : five, found.index, all.length, expected ? 0.97 : 0.4);
}

function fromSpeech(text: string, locale: 'en' | 'ja', expected: boolean): readonly FoundEntity[] {
  if (!expected) return [];
  return spokenCharacters(text, locale).flatMap((run) => {
    const digits = run.characters
      .replace(/^[A-Z]+|[A-Z]+$/g, '')
      .replace(/[OI]/g, (letter) => (letter === 'O' ? '0' : '1'));
    if (!/^\d+$/.test(digits)) return [];
    const length = run.end - run.start;
    if (digits.length === 7) return [made(`${digits.slice(0, 3)}-${digits.slice(3)}`, run.start, length, 0.9)];
    if (digits.length === 5) return [made(digits, run.start, length, 0.9)];
    if (digits.length === 9) return [made(`${digits.slice(0, 5)}-${digits.slice(5)}`, run.start, length, 0.85)];
    return [];
  });
}

function made(value: string, start: number, length: number, confidence: number): FoundEntity {
  return { type: 'postal_code', value, start, end: start + length, confidence };
}
