import type { Locale } from '../../../dialogs/protocol/locale.ts';

/** A part of the words, in UTF-16 units of the text. */
export interface Clause {
  readonly start: number;
  readonly end: number;
}

/** "Come and get it", "go and look", "try and mend it" are one thing each. */
const BREAK_EN =
  /[.!?;\n]+\s+|(?<!\b(?:com(?:e|es|ing)|go|goes|going|try|trying))(?:,\s+|\s+)(?:and|also|plus|then|oh)(?:\s+(?:also|then|by the way|while (?:you're|we're|i'm) at it|one more thing|another thing|on top of that|in addition|after that|oh|as well|could you|can you|can i|i (?:also|want|need|would|wanna|have|'d)|my|the|please|how|what|when|where|is|do|does|tell|what's|where's|check|cancel|renew|send|change|give|let|it's))?\s+(?=\S)|,\s+(?=(?:can|could|how|what|when|where|is|do|does|i|please|my|also|but)\b)|\s+by the way,?\s+|\s+(?:but|btw)\s+/gi;
/** 「あと1年」 is one more year, and no other request. */
const BREAK_JA =
  /[。！？!?\n]+|[、,]\s*(?:あと(?:は)?|それと|それから|あわせて|合わせて|ついでに|また|そして|さらに|加えて|もう一つ|もうひとつ|それに|次に|その後|で、)[、,]?\s*|(?:のと|と|し)[、,]\s*(?=\S)|(?:て|で|たい(?:の|ん)(?:です)?(?:が|けど)|ので|けど|けれど|ですが|ますが|ませんが|だし|るし|ないし)[、,]\s*|(?:あと(?![\d一二三四五六七八九十百半何少])|それと|それから|ついでに|もう一つ)[、,]?\s*/g;
const SHORTEST: Readonly<Record<Locale, number>> = { en: 6, ja: 4 };
const MOST = 6;

/**
 * Where a sentence may hold several requests: at sentence ends, conjunctions and commas that open a new clause. It only proposes;
 * whether the parts are requests of their own is decided by what they mean.
 * @returns the parts, or nothing where there is only one
 */
export function splitRequests(text: string, locale: Locale): readonly Clause[] {
  const clauses: Clause[] = [];
  let start = 0;
  const add = (end: number) => {
    if (text.slice(start, end).trim().length >= SHORTEST[locale]) clauses.push({ start, end });
  };
  for (const found of text.matchAll(locale === 'ja' ? BREAK_JA : BREAK_EN)) {
    const before = text.slice(start, found.index).trim();
    if (before.length < SHORTEST[locale]) continue;
    const opening = locale === 'en' ? openingLength(found[0]) : 0;
    const end =
      locale === 'ja' && /^(?:て|で|たい|ので|けど|し|のと)/.test(found[0])
        ? found.index + found[0].replace(/[、,]\s*$/, '').length
        : found.index;
    add(end);
    start = found.index + found[0].length - opening;
  }
  if (start === 0) return [];
  add(text.length);
  return clauses.length >= 2 ? clauses.slice(0, MOST) : [];
}

/** Words of the break that belong to the following clause: "and how …" opens with "how". */
function openingLength(broken: string): number {
  const found =
    /\s(?:could you|can you|can i|i (?:also|want|need|would|wanna|have|'d)|my|the|please|how|what|when|where|is|do|does|tell|what's|where's|check|cancel|renew|send|change|give|let|it's)\s+$/i.exec(
      broken,
    );
  return found ? found[0].trimStart().length : 0;
}
