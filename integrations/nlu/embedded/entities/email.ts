import type { FoundEntity } from '../../reading.ts';
import type { EntityFinder } from './entity-finder.ts';

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
  if (text.length > 200) return [];
  let said = text;
  if (japanese) for (const [word, letters] of JAPANESE_ENDINGS) said = said.replace(word, letters);
  said = said.replace(DOT, '.').replace(AT, '@');
  for (const [word, sign] of JOIN) said = said.replace(word, sign);
  said = said.replace(/(?:[a-z0-9] ){2,}[a-z0-9](?=[@.]|$)/gi, (letters) => letters.replaceAll(' ', ''));
  const found = new RegExp(TYPED.source, 'i').exec(said);
  if (!found) return [];
  const start = text.toLowerCase().indexOf(found[0].split(/[@._+-]/)[0]?.toLowerCase() ?? '');
  return [made(found[0], Math.max(0, start), text.length, 0.9)];
}

function made(address: string, start: number, end: number, confidence: number): FoundEntity {
  const value = address.toLowerCase().replace(/^['.+-]+/, '');
  return { type: 'email', value, start, end, confidence };
}
