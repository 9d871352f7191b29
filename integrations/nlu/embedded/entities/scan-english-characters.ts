import { ENGLISH_NUMBERS } from './english-numbers.ts';
import type { ScannedToken } from './scanned-token.ts';

/** Digits as they are said, and as they are heard. */
const DIGITS: Readonly<Record<string, string>> = {
  ...digitsOf(0, 9, 1),
  oh: '0',
  o: '0',
  nought: '0',
  naught: '0',
  nil: '0',
  zilch: '0',
  won: '1',
  tree: '3',
  fife: '5',
  ate: '8',
  niner: '9',
};
/** 10 to 19, said as two digits; twenty to ninety, said as one that another follows. */
const TEENS = digitsOf(10, 19, 1);
const TENS: Readonly<Record<string, string>> = { ...digitsOf(20, 90, 10), fourty: '4' };
const NATO: Readonly<Record<string, string>> = {
  alpha: 'A',
  alfa: 'A',
  bravo: 'B',
  charlie: 'C',
  delta: 'D',
  echo: 'E',
  foxtrot: 'F',
  golf: 'G',
  hotel: 'H',
  india: 'I',
  juliet: 'J',
  juliett: 'J',
  kilo: 'K',
  lima: 'L',
  mike: 'M',
  november: 'N',
  oscar: 'O',
  papa: 'P',
  quebec: 'Q',
  romeo: 'R',
  sierra: 'S',
  tango: 'T',
  uniform: 'U',
  victor: 'V',
  whiskey: 'W',
  whisky: 'W',
  xray: 'X',
  'x-ray': 'X',
  yankee: 'Y',
  zulu: 'Z',
};
const LETTER_NAMES: Readonly<Record<string, string>> = {
  ay: 'A',
  bee: 'B',
  cee: 'C',
  sea: 'C',
  dee: 'D',
  ee: 'E',
  eff: 'F',
  gee: 'G',
  aitch: 'H',
  haitch: 'H',
  eye: 'I',
  jay: 'J',
  kay: 'K',
  el: 'L',
  ell: 'L',
  em: 'M',
  en: 'N',
  pee: 'P',
  cue: 'Q',
  queue: 'Q',
  ar: 'R',
  ess: 'S',
  tee: 'T',
  vee: 'V',
  ex: 'X',
  why: 'Y',
  wye: 'Y',
  zee: 'Z',
  zed: 'Z',
  'double-u': 'W',
};
const TIMES: Readonly<Record<string, number>> = { double: 2, triple: 3, treble: 3, quadruple: 4 };
/** Words that may stand inside a run without being part of it. */
const BETWEEN = new Set([
  'dash',
  'hyphen',
  'space',
  'and',
  'then',
  'um',
  'uh',
  'er',
  'followed',
  'by',
  'capital',
  'letter',
  'number',
  'digit',
  'minus',
  'the',
]);
/** Two letters that are words, not the beginning of a number. */
const SHORT_WORDS = new Set(
  'is it my no so to on in at be or of an as am me we he do go up us if by hi ok oh id pm im re vs tv pc mr ms dr st th nd rd um uh er hm ah ye ya yo eh'.split(
    ' ',
  ),
);

/** Runs of spoken or typed characters in English text. */
export function scanEnglishCharacters(text: string): readonly (readonly ScannedToken[])[] {
  const words = [...text.matchAll(/x-ray|double-u|[\p{L}']+|\d+|[^\s\p{L}\d]/giu)].map((found) => ({
    word: found[0],
    start: found.index,
  }));
  const runs: ScannedToken[][] = [];
  let run: ScannedToken[] = [];
  const close = () => {
    if (run.length > 0) runs.push(run);
    run = [];
  };
  for (let at = 0; at < words.length; ) {
    const taken = take(words, at);
    if (taken) {
      run.push(taken.token);
      at += taken.words;
      continue;
    }
    const word = words[at]?.word.toLowerCase() ?? '';
    const glue = run.length > 0 && (BETWEEN.has(word) || /^[-,._/#:\u2010-\u2015]$/.test(word));
    if (!glue) close();
    at++;
  }
  close();
  return runs.map(withoutArticle).filter((each) => each.length > 0);
}

type Word = { readonly word: string; readonly start: number };

function take(words: readonly Word[], at: number): { token: ScannedToken; words: number } | undefined {
  const here = words[at];
  if (!here) return undefined;
  const word = here.word.toLowerCase();
  const made = (characters: string, count: number, spoken: boolean) => {
    const last = words[at + count - 1] ?? here;
    return { token: { characters, start: here.start, end: last.start + last.word.length, spoken }, words: count };
  };
  const times = TIMES[word];
  if (times) {
    if (word === 'double' && /^(?:u|you)$/i.test(words[at + 1]?.word ?? '')) return made('W', 2, true);
    const next = take(words, at + 1);
    return next && next.token.characters.length === 1
      ? made(next.token.characters.repeat(times), 1 + next.words, true)
      : undefined;
  }
  if (/^\d+$/.test(word)) return made(word, 1, false);
  const single = /^[a-z]$/.test(word) ? word.toUpperCase() : (NATO[word] ?? undefined);
  const explained = explanation(words, at);
  if (explained && (single || LETTER_NAMES[word])) return made(single ?? LETTER_NAMES[word] ?? '', explained, true);
  if (single && word !== 'o') return made(single, 1, word.length > 1);
  if (DIGITS[word]) return made(word === 'o' ? 'O' : (DIGITS[word] ?? ''), 1, true);
  if (TEENS[word]) return made(TEENS[word] ?? '', 1, true);
  if (TENS[word]) return tens(words, at, made);
  if (/^hundred$/.test(word)) return made('00', 1, true);
  if (/^thousand$/.test(word)) return made('000', 1, true);
  if (LETTER_NAMES[word]) return made(LETTER_NAMES[word] ?? '', 1, true);
  if (/^[a-z]{2}$/.test(word) && (!SHORT_WORDS.has(word) || here.word === here.word.toUpperCase()))
    return made(word.toUpperCase(), 1, false);
  return undefined;
}

/** "thirty four" is 34, "thirty" alone is 30. */
function tens<T>(
  words: readonly Word[],
  at: number,
  made: (characters: string, count: number, spoken: boolean) => T,
): T {
  const ten = TENS[words[at]?.word.toLowerCase() ?? ''] ?? '';
  const skipped = words[at + 1]?.word === '-' ? 2 : 1;
  const unit = words[at + skipped]?.word.toLowerCase() ?? '';
  const digit = DIGITS[unit];
  return digit && digit !== '0' ? made(ten + digit, skipped + 1, true) : made(`${ten}0`, 1, true);
}

/** "A as in alpha", "B for Bob", "C like Charlie", "A, apple": how many words the letter and its explanation take. */
function explanation(words: readonly Word[], at: number): number | undefined {
  let next = at + 1;
  if (words[next]?.word === ',') next++;
  const [first, second] = [words[next]?.word.toLowerCase(), words[next + 1]?.word.toLowerCase()];
  const letter = words[at]?.word[0]?.toLowerCase() ?? '';
  const fits = (word: string | undefined) => word !== undefined && word.length > 1 && word.startsWith(letter);
  if (first === 'as' && second === 'in' && words[next + 2]) return next + 3 - at;
  if ((first === 'for' || first === 'like' || first === 'as') && fits(second)) return next + 2 - at;
  return undefined;
}

/** "I have a BC 123456": a leading "a" or "I" before two letters is a word. */
function withoutArticle(run: readonly ScannedToken[]): readonly ScannedToken[] {
  let from = 0;
  while (from < run.length) {
    const letters = leadingLetters(run.slice(from));
    if (letters <= 2 || !/^[AI]$/.test(run[from]?.characters ?? '')) break;
    from++;
  }
  return run.slice(from);
}

function leadingLetters(run: readonly ScannedToken[]): number {
  return /^[A-Z]*/.exec(run.map((token) => token.characters).join(''))?.[0].length ?? 0;
}

/** The words for the numbers from one to another, with what is written for them: the number by its unit. */
function digitsOf(from: number, to: number, unit: number): Readonly<Record<string, string>> {
  const within = Object.entries(ENGLISH_NUMBERS).filter(([, number]) => number >= from && number <= to);
  return Object.fromEntries(within.map(([word, number]) => [word, String(number / unit)]));
}
