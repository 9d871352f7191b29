import { stripCarrier } from './rules/strip-carrier.ts';

/** Longer messages are read up to here: nobody's wish comes first after this many characters, and time stays bounded. */
const LONGEST = 1200;

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is removed here
const INVISIBLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g;

/** "wheres", "whats": typed without the apostrophe. */
const BARE_IS = /\b(where|what|who|how|that|there)s\b/g;
/** "wont", "doesnt". */
const BARE_CONTRACTION = /\b(do|does|did|is|are|was|were|have|has|had|wo|ca|could|would|should)nt\b/g;

/**
 * The words as entities read them: NFKC (full-width letters and digits, half-width kana), one kind of apostrophe and quote, no
 * invisible characters, single spaces, nothing that only calls the bot. Case is kept, since it tells names.
 */
export function cleanText(text: string): string {
  const clean = text
    .slice(0, LONGEST)
    .replace(/\p{Cs}/gu, ' ')
    .normalize('NFKC')
    .slice(0, LONGEST)
    .replace(/\p{Cs}/gu, ' ')
    .replace(INVISIBLE, '')
    .replace(/[\u2018\u2019\u02bc\u00b4`\u2032]/g, "'")
    .replace(/[\u201c\u201d]/g, '"')
    .replace(/\s+/g, ' ')
    .trim();
  return stripCarrier(clean);
}

/**
 * The words as rules and features read them: `cleanText`, then lower case and without drawn-out letters ("sooo", 「えーーー」).
 * @example normaliseText('Ｗｈｅｒｅ’s  my ORDERRRR') // "where's my orderr"
 */
export function normaliseText(text: string): string {
  if (latest?.text === text) return latest.normal;
  const normal = normalise(text);
  latest = { text, normal };
  return normal;
}

// Several readers ask for the same words, one after the other.
let latest: { readonly text: string; readonly normal: string } | undefined;

function normalise(text: string): string {
  return cleanText(text)
    .toLowerCase()
    .replace(BARE_CONTRACTION, "$1n't")
    .replace(BARE_IS, "$1's")
    .replace(/(\p{L})\1{2,}/gu, '$1$1')
    .replace(/[ー〜~]{2,}/g, 'ー')
    .replace(/([!?。、.,…])[!?。、.,…]+/g, '$1');
}
