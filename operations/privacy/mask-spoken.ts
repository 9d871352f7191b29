/** Digits as they are said in English: "double five" is two of these words, and at least two digits. */
const DIGIT_EN =
  '(?:zero|oh|o|nought|naught|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|double|triple|treble)';
/** Digits as they are read in Japanese, or written in kanji. */
const DIGIT_JA =
  '(?:いち|いっ|にー|にい|に|さん|よん|し|ごー|ごお|ご|ろく|ろっ|なな|しち|はち|はっ|きゅう|く|ゼロ|ぜろ|れい|レイ|まる|マル|イチ|ニー|ニ|サン|ヨン|シ|ゴー|ゴ|ロク|ナナ|シチ|ハチ|キュウ|ク|[〇零一二三四五六七八九])';
const runEn = (fewest: number) =>
  `\\b${DIGIT_EN}(?:[\\s,.-]+(?:(?:dash|hyphen|and|then)\\s+)?${DIGIT_EN}){${fewest - 1},}\\b`;
const runJa = (fewest: number) => `${DIGIT_JA}(?:(?:[\\s、,・ーの-]|ハイフン)*${DIGIT_JA}){${fewest - 1},}`;

/** An order number has six digits: so many, and more, are a phone or a card. */
const LONG = new RegExp(`${runEn(7)}|${runJa(7)}`, 'gi');
/** As long as the shortest postcode: where something personal was told in this very turn. */
const SHORT = new RegExp(`${runEn(5)}|${runJa(5)}`, 'gi');
const AFTER_POSTCODE = new RegExp(
  `(?<=\\b(?:zip|postal|post) ?(?:code)?\\b[^\\d.!?]{0,16})${runEn(5)}|(?<=郵便番号[はがの、\\s]{0,4})${runJa(5)}`,
  'gi',
);

const WORD_EN = "[a-z0-9][\\w.'+-]*";
/** Up to four words that are written as one, letters one by one, or words with "dot" and "dash" between them. */
const BEFORE_AT = `(?:(?:[a-z0-9]+ ){1,4}(?:all )?one word|(?:[a-z0-9] ){1,24}[a-z0-9]|${WORD_EN}(?: (?:dot|period|underscore|dash|hyphen|plus|minus) ${WORD_EN}| \\d{1,4}){0,8})`;
const EMAIL_EN = new RegExp(
  `(?<![\\w.])${BEFORE_AT} (?:at|@|\\(at\\)) (?!(?:the|a|my|this|that|your|our)\\b)${WORD_EN}(?: (?:dash|hyphen) ${WORD_EN}){0,3}(?: ?(?:dot|\\(dot\\)) (?!(?:on|in|is|and|the|of)\\b)[a-z]{2,24}){1,4}\\b`,
  'gi',
);
const EMAIL_JA =
  /(?:[A-Za-z0-9_.+-]|[ァ-ヴー]|どっと|\s(?=[A-Za-z0-9ァ-ヴーどあ@])){1,80}(?:アットマーク|あっとまーく|アット|あっと)\s*(?:[A-Za-z0-9.-]|[ァ-ヴー]|\s(?=[A-Za-z0-9ァ-ヴど])|どっと){1,80}/g;
const MAY_BE_SPOKEN =
  /\b(?:zero|oh|one|two|three|four|five|six|seven|eight|nine|double|triple|dot)\b|いち|ぜろ|ゼロ|イチ|さん|サン|まる|マル|[〇一二三四五六七八九]{2}|アット|あっと|\(dot\)/i;

/**
 * Masks mail addresses, phone numbers and postcodes that are said in words. Numbers with up to six digits stay, as those of orders
 * have, but for postcodes named as such; `toldPersonal`: the turn told something personal, so shorter ones go too.
 * @example maskSpoken('jane dot doe at example dot com') // '[EMAIL]'
 */
export function maskSpoken(text: string, toldPersonal = false): string {
  if (!MAY_BE_SPOKEN.test(text)) return text;
  return text
    .replace(EMAIL_EN, '[EMAIL]')
    .replace(EMAIL_JA, (address) =>
      /ドット|どっと|\./.test(address.replace(/^.*?(?:アット|あっと)/, '')) ? '[EMAIL]' : address,
    )
    .replace(AFTER_POSTCODE, '[POSTCODE]')
    .replace(LONG, '[PHONE]')
    .replace(SHORT, (digits) => (toldPersonal ? '[NUMBER]' : digits));
}
