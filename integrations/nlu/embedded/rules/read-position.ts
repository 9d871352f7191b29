import { ENGLISH_NUMBERS } from '../entities/english-numbers.ts';

/** Lists are never longer than what can be kept in mind: places up to the tenth have words. */
const COUNTED = Object.keys(ENGLISH_NUMBERS).filter(
  (word) => (ENGLISH_NUMBERS[word] ?? 0) >= 1 && (ENGLISH_NUMBERS[word] ?? 0) <= 10,
);
const IRREGULAR: Readonly<Record<string, string>> = {
  one: 'first',
  two: 'second',
  three: 'third',
  five: 'fifth',
  eight: 'eighth',
  nine: 'ninth',
};
const ordinalOf = (word: string) => IRREGULAR[word] ?? `${word}th`;
const PLACE_EN: ReadonlyMap<string, number> = new Map(
  COUNTED.flatMap(
    (word) =>
      [
        [word, ENGLISH_NUMBERS[word] ?? 0],
        [ordinalOf(word), ENGLISH_NUMBERS[word] ?? 0],
      ] as const,
  ),
);
const NUMBER_JA: Readonly<Record<string, number>> = {
  一: 1,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  十: 10,
  ひと: 1,
  ふた: 2,
  みっ: 3,
  よっ: 4,
  いつ: 5,
  いち: 1,
  に: 2,
  さん: 3,
  よん: 4,
  ご: 5,
  ろく: 6,
  なな: 7,
  はち: 8,
  きゅう: 9,
};
const AROUND_EN =
  "(?:(?:yes|yeah|ok|okay|um+|uh+|er+|hm+|well|so|please|i think|i guess|i'd say|maybe|it's|it is|that's|i'd like|i'll take|i want|i choose|i pick|i mean|i meant|let's go with|go with|go for|give me|take|choose|pick|select|probably|no|not that one|not this one|sorry) )*";
const AFTER_EN =
  '(?: (?:one|option|choice|item|order|entry|of (?:them|those|these)|on (?:the|that|this) list|in (?:the|that|this) list|please|thanks|thank you|then|i think|i guess|product|device|plan|device please))*';
const COUNT = `(${COUNTED.join('|')}|\\d{1,2})`;
const ORDINAL = `(${COUNTED.map(ordinalOf).join('|')}|\\d{1,2}(?:st|nd|rd|th))`;
const BY_NUMBER_EN = new RegExp(
  `^${AROUND_EN}(?:the )?(?:(?:number|no|nr|num|option|choice|item|#) ?)?#? ?${COUNT}${AFTER_EN}$`,
);
const BY_ORDINAL_EN = new RegExp(`^${AROUND_EN}(?:the |my )?(?:very )?${ORDINAL}${AFTER_EN}$`);
const FROM_END_EN = new RegExp(
  `^${AROUND_EN}(?:the |my )?(?:very )?(last but one|(?:one )?before (?:the )?last|second (?:to|from the) last|next to last|last|final|bottom|latter|lowest)(?: mentioned)?${AFTER_EN}$`,
);
const TOP_EN = new RegExp(`^${AROUND_EN}(?:the )?(?:very )?(?:top|former|upper|top ?most|uppermost)${AFTER_EN}$`);
const MIDDLE_EN = new RegExp(`^${AROUND_EN}(?:the )?(?:middle|one in the middle|center)${AFTER_EN}$`);

const AROUND_JA =
  '(?:はい|ええと?|えっと|えーと|じゃあ?|では|それでは|やっぱり|うーん|たぶん|多分|あの|上から|うえから|選択肢|オプション|その|項目|[、 ])*';
const AFTER_JA =
  '(?:の(?:ほう|方|やつ|もの|商品|注文|選択肢|プラン|製品|日|デバイス|機種|項目)?)?(?:が(?:いい|良い)|を(?:お願い|選び|希望|選択)|で(?:お願い|いい|良い|す)|に(?:し|する|し)|を|で)?(?:です|ます|します|いたします|する|ました|たい|ください|お願いします|おねがいします)*(?:ね|よ|かな)?';
const DIGIT_JA =
  '(\\d{1,2}|[一二三四五六七八九十]|ひと|ふた|みっ|よっ|いつ|いち|に|さん|よん|ご|ろく|なな|はち|きゅう)';
const BY_NUMBER_JA = new RegExp(
  `^${AROUND_JA}(?:第)?${DIGIT_JA}(?:番目?|ばんめ?|つ(?:目|め)|個目|個め|こめ|件目|点目|つ)${AFTER_JA}$`,
);
const BARE_JA = new RegExp(
  `^${AROUND_JA}(?:番号(?:は)?)?(\\d{1,2}|[一二三四五六七八九十]|いち|さん|よん|ろく|なな|はち|きゅう)${AFTER_JA}$`,
);
const TOP_JA = new RegExp(
  `^${AROUND_JA}(?:一番|いちばん|1番)?(?:最初|さいしょ|上|うえ|前者|はじめ|初め|トップ|先頭)${AFTER_JA}$`,
);
const FROM_END_JA = new RegExp(
  `^${AROUND_JA}(?:一番|いちばん|1番)?((?:最後|さいご|うしろ|後ろ|下|した)から(?:(?:2|二|に)(?:番目|ばんめ|つ目|つめ|個目)|ふたつ(?:目|め))|最後|さいご|下|した|後者|末尾|ラスト)${AFTER_JA}$`,
);
const MIDDLE_JA = new RegExp(`^${AROUND_JA}(?:真ん中|まんなか|中央|中|なか)${AFTER_JA}$`);

/**
 * The place in a list that the words point at, from 0, or undefined.
 * @example readPosition('the second one please', 3) // 1
 * @example readPosition('最後の', 3) // 2
 */
export function readPosition(text: string, length: number): number | undefined {
  const english = text
    .replace(/[^\p{L}\p{N}'# ]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const japanese = text.replace(/[。.!！?？…~〜()（）]+/g, '').trim();
  const place = fromEnglish(english, length) ?? fromJapanese(japanese, length);
  return place !== undefined && place >= 0 && place < length ? place : undefined;
}

function fromEnglish(text: string, length: number): number | undefined {
  const number = BY_NUMBER_EN.exec(text)?.[1];
  if (number) return (PLACE_EN.get(number) ?? Number(number)) - 1;
  const end = FROM_END_EN.exec(text)?.[1];
  if (end) return /but|before|second|next/.test(end) ? length - 2 : length - 1;
  const ordinal = BY_ORDINAL_EN.exec(text)?.[1];
  if (ordinal) return (PLACE_EN.get(ordinal) ?? Number.parseInt(ordinal, 10)) - 1;
  if (TOP_EN.test(text)) return 0;
  return MIDDLE_EN.test(text) && length % 2 === 1 ? (length - 1) / 2 : undefined;
}

function fromJapanese(text: string, length: number): number | undefined {
  const number = (BY_NUMBER_JA.exec(text) ?? BARE_JA.exec(text))?.[1];
  if (number) return (NUMBER_JA[number] ?? Number(number)) - 1;
  const end = FROM_END_JA.exec(text)?.[1];
  if (end) return /から/.test(end) ? length - 2 : length - 1;
  if (TOP_JA.test(text)) return 0;
  return MIDDLE_JA.test(text) && length % 2 === 1 ? (length - 1) / 2 : undefined;
}
