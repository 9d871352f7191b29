import type { FoundEntity } from '../../reading.ts';
import type { EntityFinder } from './entity-finder.ts';
import { spokenCharacters } from './spoken-characters.ts';

const TYPED = /[\w.+'-]{1,64}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,6}[a-z]{2,24}/gi;
/** "jane dot doe at example dot com": read word by word, so that what stands before the name can be left out. */
const AT = /\s+(?:at|@)\s+|\s*(?:アットマーク|あっとまーく|アット|あっと|＠|@)\s*/gi;
const DOT =
  /\s+(?:dot|period|point)\s+|\s*(?:ドット|どっと|点|てん|ピリオド)\s*|\s+\.\s*|\.\s+(?=(?:com|net|org|jp|co|io|edu|info|ne|or)\b)/gi;
const JOIN: readonly (readonly [RegExp, string])[] = [
  [/\s*(?:underscore|under score|アンダーバー|アンダースコア)\s*/gi, '_'],
  [/\s*(?:dash|hyphen|minus|ハイフン|マイナス)\s*/gi, '-'],
  [/\s+plus\s+|\s*プラス\s*/gi, '+'],
];
const JAPANESE_ENDINGS: readonly (readonly [RegExp, string])[] = [
  [/(?:ジーメール|ジメール|gメール|Gメール)/gi, 'gmail'],
  [/ヤフー/g, 'yahoo'],
  [/アウトルック/g, 'outlook'],
  [/アイクラウド/g, 'icloud'],
  [/コム/g, 'com'],
  [/シーオー|コー(?=\s*(?:\.|$))/g, 'co'],
  [/ジェーピー|ジェイピー/g, 'jp'],
  [/ネット/g, 'net'],
];

/** Email addresses, typed or spoken with "at" and "dot". Values are lower case. */
export const findEmails: EntityFinder = (text, { locale }) => {
  const typed = [...text.matchAll(TYPED)].map((found) =>
    made(found[0], found.index, found.index + found[0].length, 0.99),
  );
  return typed.length > 0 ? typed : spoken(text, locale === 'ja');
};

function spoken(text: string, japanese: boolean): readonly FoundEntity[] {
  if (text.length > 200 || !MAY_BE_SPOKEN.test(text)) return [];
  let said = japanese ? lettersBeforeAt(text) : text;
  if (japanese) for (const [word, letters] of JAPANESE_ENDINGS) said = said.replace(word, letters);
  said = said
    .replace(/[([]\s?(at|dot)\s?[)\]]/gi, ' $1 ')
    .replace(ONE_WORD, (_, words: string) => words.replace(LEAD, '').replaceAll(' ', ''))
    .replace(DOT, '.')
    .replace(AT, '@');
  for (const [word, sign] of JOIN) said = said.replace(word, sign);
  said = said
    .replace(/(?:[a-z0-9] ){2,}[a-z0-9](?=[@.]|$)/gi, (letters) => letters.replaceAll(' ', ''))
    .replace(/(?<=[a-z]) (?=\d{1,4}@)/gi, '');
  const found = new RegExp(TYPED.source, 'i').exec(said);
  if (!found) return [];
  return [made(found[0], startOf(text, found[0]), endOf(text, found[0]), 0.9)];
}

/** Without one of these there is no "at" to be heard. */
const MAY_BE_SPOKEN = /\bat\b|@|アット|あっと/i;
/** "peggy sue all one word at": what is written together. */
const ONE_WORD = /((?:[a-z0-9]+ ){1,6}?)(?:all )?(?:as |in )?one word(?=,? at\b| ?@)/gi;
const LEAD = /^.*\b(?:is|it's|its|email|mail|address|to|at)\b /i;

/** 「ティーエーアールオー アットマーク」: letters by their names. */
function lettersBeforeAt(text: string): string {
  const at = /\s*(?:アットマーク|あっとまーく|アット|あっと|@)/.exec(text);
  const run = at && spokenCharacters(text, 'ja').find(({ end, spoken: letters }) => letters && end === at.index);
  if (!run) return text;
  return text.slice(0, run.start) + run.characters.toLowerCase() + text.slice(run.end);
}

/** The first word of the address as it was said; of one that was spelled, where the spelling begins is not known. */
function startOf(text: string, address: string): number {
  const word = address.split(/[@._+-]/)[0]?.toLowerCase() ?? '';
  return Math.max(0, text.toLowerCase().indexOf(word));
}

/** What follows the last word of the address is no part of it. */
function endOf(text: string, address: string): number {
  const last = address.split('.').at(-1)?.toLowerCase() ?? '';
  const at = text.toLowerCase().lastIndexOf(last);
  return at < 0 ? text.length : at + last.length;
}

function made(address: string, start: number, end: number, confidence: number): FoundEntity {
  const value = address.toLowerCase().replace(/^['.+-]+/, '');
  return { type: 'email', value, start, end, confidence };
}
