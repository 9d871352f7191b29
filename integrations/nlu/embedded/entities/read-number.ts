import { ENGLISH_NUMBERS } from './english-numbers.ts';

/** Counted like numbers, though they are other words. */
const UNITS: Readonly<Record<string, number>> = {
  ...ENGLISH_NUMBERS,
  nought: 0,
  none: 0,
  a: 1,
  an: 1,
  fourty: 40,
  half: 0.5,
  couple: 2,
  dozen: 12,
  once: 1,
  twice: 2,
};
const SCALES: Readonly<Record<string, number>> = { hundred: 100, thousand: 1000, million: 1_000_000, k: 1000 };
const KANJI: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  一: 1,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  壱: 1,
  弐: 2,
  参: 3,
};
const SMALL: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
const LARGE: Readonly<Record<string, number>> = { 万: 10_000, 億: 100_000_000 };

/** One sign of a number in kanji or digits, as the source of a pattern. */
export const KANJI_OR_DIGITS = '[\\d〇一二三四五六七八九十]';

/** A number written in English words ("twenty-three", "two hundred and five"), or undefined. */
export function readEnglishNumber(text: string): number | undefined {
  const words = text
    .toLowerCase()
    .replace(/-/g, ' ')
    .split(/\s+/)
    .filter((word) => word !== '' && word !== 'and');
  let total = 0;
  let part = 0;
  let any = false;
  for (const [index, word] of words.entries()) {
    if (/^an?$/.test(word) && /^(?:couple|dozen|half)$/.test(words[index + 1] ?? '')) continue;
    const scale = SCALES[word];
    if (UNITS[word] !== undefined) part += UNITS[word];
    else if (scale === 100) part = (part || 1) * 100;
    else if (scale) {
      total += (part || 1) * scale;
      part = 0;
    } else return undefined;
    any = true;
  }
  return any ? total + part : undefined;
}

/** A number in kanji or mixed with digits: 「千二百三十四」「二〇二六」「3万5千」「12」, or undefined. */
export function readKanjiNumber(text: string): number | undefined {
  const plain = text.replace(/[,，]/g, '');
  if (!/^[\d〇零一二三四五六七八九壱弐参十百千万億.]+$/.test(plain) || plain === '') return undefined;
  if (/^\d+(?:\.\d+)?$/.test(plain)) return Number(plain);
  if (/^[〇零一二三四五六七八九\d]+$/.test(plain))
    return Number(plain.replace(/[〇零一二三四五六七八九]/g, (sign) => String(KANJI[sign])));
  let [total, section, digits] = [0, 0, ''];
  const take = () => {
    const value = digits === '' ? undefined : Number(digits);
    digits = '';
    return value;
  };
  for (const sign of plain) {
    if (SMALL[sign]) section += (take() ?? 1) * SMALL[sign];
    else if (LARGE[sign]) {
      total += (section + (take() ?? (section === 0 ? 1 : 0))) * LARGE[sign];
      section = 0;
    } else digits += KANJI[sign] ?? sign;
  }
  const value = total + section + (take() ?? 0);
  return Number.isFinite(value) ? value : undefined;
}
