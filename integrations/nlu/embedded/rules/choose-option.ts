import { distance } from 'fastest-levenshtein';
import type { Locale } from '../../../../dialogs/protocol/locale.ts';
import type { OpenQuestion } from '../../../../dialogs/protocol/understanding.ts';
import type { Json } from '../../../../dialogs/protocol/value.ts';
import { isRefused } from './is-refused.ts';
import { readPosition } from './read-position.ts';

type Option = OpenQuestion['options'][number];

export interface Chosen {
  readonly value: Json;
  /** 1: said in so many words · below 0.7: only alike. */
  readonly confidence: number;
}

/**
 * The offered answer that the words choose: by label or synonym, by place ("the second one", 「2番目」, "last"), or by words that
 * stand in one label only ("the espresso one"). Undefined when none or several fit.
 * @param text normalised words
 */
export function chooseOption(
  text: string,
  options: readonly Option[],
  locale: Locale,
  ownNumbers = false,
): Chosen | undefined {
  if (options.length === 0) return undefined;
  const said = bareWords(text);
  const whole = plainWords(text);
  // 「直りましたよ」 is 「直りました」.
  const forms = new Set([said, whole, whole.replace(/(?<=[ぁ-ん])(?:よ|ね|わ|で|ぞ|な)+$/, '')]);
  const exact = options.filter((option) => wordsOf(option).some((words) => forms.has(words)));
  if (exact.length === 1 && exact[0]) return { value: exact[0].value, confidence: 1 };
  const place = ownNumbers ? undefined : readPosition(text, options.length);
  if (place !== undefined) return { value: options[place]?.value ?? null, confidence: 0.95 };
  const open = options.filter((option) => !wordsOf(option).some((words) => isRefused(words, whole)));
  return contained(said, open, locale) ?? alike(said, open, locale);
}

/** "None of them", 「どれでもない」: the offered answers were heard and none fits. */
export function choosesNone(text: string): boolean {
  return (
    /^(?:no |sorry |it's |it is |um )*(?:none(?: of (?:them|these|those|the above|it))?|neither(?: of (?:them|these|those))?|not (?:any )?(?:of )?(?:these|those|them)(?: ones)?|not on (?:the|this) list|(?:something|anything) else|other|another(?: one)?|a different one|no[nt]e? of these)(?: (?:please|thanks|really|fits?|match(?:es)?|one|either))*[.! ]*$/.test(
      text,
    ) ||
    /^(?:いいえ|いえ|いや)?[、 ]?(?:(?:この中|そのなか|その中|ここ|リスト|一覧)に(?:は)?)?(?:どれ|どちら|いずれ|どっち)?(?:で)?(?:も)?(?:ない|ありません|違います|違う|ちがいます|当てはまらない|あてはまりません|当てはまりません|入っていません|見当たりません|その他|それ以外|ほか|他の(?:もの|注文|商品)?|別の(?:もの|注文|商品|機種)?)(?:です|んです)?[。 ]*$/.test(
      text,
    )
  );
}

/** One label stands in the words, or the words in one label. */
function contained(said: string, options: readonly Option[], locale: Locale): Chosen | undefined {
  const shortest = locale === 'ja' ? 2 : 3;
  let best: { option: Option; length: number } | undefined;
  let tie = false;
  for (const option of options) {
    for (const words of wordsOf(option)) {
      if (words.length < shortest || !standsIn(words, said, locale) || isPartOfWord(words, said)) continue;
      if (best && best.option !== option && best.length === words.length) tie = true;
      if (!best || words.length > best.length) [best, tie] = [{ option, length: words.length }, false];
    }
  }
  // A label inside a long sentence is talk about it, not a choice of it.
  if (best && !tie && said.length <= best.length * 4 + 24) {
    return { value: best.option.value, confidence: best.length * 2 >= said.length ? 0.95 : 0.8 };
  }
  const inside = options.filter(
    (option) => said.length >= shortest && wordsOf(option).some((words) => standsIn(said, words, locale)),
  );
  return inside.length === 1 && inside[0] ? { value: inside[0].value, confidence: 0.9 } : undefined;
}

/** Words with typing mistakes, or words that stand in one label only. */
function alike(said: string, options: readonly Option[], locale: Locale): Chosen | undefined {
  const scored = options
    .map((option) => ({ option, score: Math.max(0, ...wordsOf(option).map((words) => likeness(said, words, locale))) }))
    .sort((a, b) => b.score - a.score);
  const [first, second] = scored;
  if (!first || first.score < 0.55 || first.score - (second?.score ?? 0) < 0.15) return undefined;
  return { value: first.option.value, confidence: Math.min(0.85, first.score) };
}

/** Share of the said content words that stand in the label, spelling forgiven; for Japanese shared pairs of characters. */
function likeness(said: string, label: string, locale: Locale): number {
  if (locale === 'ja' && /[^\x20-\x7e]/.test(said)) return isPartOfWord(label, said) ? 0 : dice(said, label);
  const mine = said.split(' ').filter((word) => word.length > 1 && !SMALL.has(word));
  const theirs = label.split(' ');
  if (mine.length === 0) return 0;
  const found = mine.filter((word) => theirs.some((other) => sameWord(word, other)));
  const weight = (words: readonly string[]) => words.reduce((sum, word) => sum + word.length, 0);
  return weight(found) / weight(mine);
}

function sameWord(one: string, other: string): boolean {
  if (one === other) return true;
  const length = Math.min(one.length, other.length);
  if (length < 4) return false;
  if (length >= 5 && (one.startsWith(other) || other.startsWith(one))) return true;
  return distance(one, other) <= (length <= 5 ? 1 : 2);
}

function dice(one: string, other: string): number {
  const pairs = (text: string) =>
    new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2)));
  const [a, b] = [pairs(one), pairs(other)];
  if (a.size === 0 || b.size === 0) return 0;
  let shared = 0;
  for (const pair of a) if (b.has(pair)) shared++;
  // Measured by the shorter one: people say a part of a label.
  return ((2 * shared) / (a.size + b.size)) * 0.5 + (shared / Math.min(a.size, b.size)) * 0.5;
}

/** 「はい」 in 「航空券はいくら」 is no yes: two kana mean themselves only where words begin. */
function isPartOfWord(label: string, said: string): boolean {
  return /^\p{Script=Hiragana}{2}$/u.test(label) && !` ${said}`.includes(` ${label}`);
}

function standsIn(part: string, text: string, locale: Locale): boolean {
  if (locale === 'ja' && /[^\x20-\x7e]/.test(part)) return text.includes(part);
  return ` ${text} `.includes(` ${part} `);
}

function wordsOf(option: Option): readonly string[] {
  const value =
    typeof option.value === 'string' || typeof option.value === 'number'
      ? [String(option.value).replaceAll('_', ' ')]
      : [];
  return [option.label, ...option.synonyms, ...value].map(plainWords).filter((words) => words !== '');
}

function plainWords(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}'ー%$¥円 ]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

const SMALL = new Set(
  "the a an one ones is it it's that's this that my i i'd like i'll take want please of for with to in on and or go choose pick prefer let's me yes yeah ok okay option number no from was think would be do have".split(
    ' ',
  ),
);

/** Without what people put around a choice: "I'd like the … one please", 「…でお願いします」. */
function bareWords(text: string): string {
  return plainWords(text)
    .replace(
      /^(?:(?:yes|yeah|ok|okay|well|um|uh|i think|i guess|maybe|hmm|so|oh|please|then) )*(?:(?:i'd (?:like|prefer|go with|say|rather have)|i(?:'ll| will| would)? (?:like|take|have|want|choose|pick|prefer|go (?:with|for)|need|meant?)|let's (?:go with|do|take|say)|go (?:with|for)|give me|make it|it's|it is|that's|that would be|that'd be|the one (?:with|for|from)|choose|pick|select|take|my|with) )*(?:to )?(?:the |a |an |my )?/,
      '',
    )
    .replace(
      /(?: (?:one|option|please|thanks|thank you|then|i think|i guess|for me|would be (?:good|great|fine|nice)|is (?:good|fine|better|easier|best)|works|sounds good|if possible))+$/,
      '',
    )

    .replace(/^(?:お|おお|あ|あっ|わ|わあ|え|えっ|うん|ああ)(?= )/, '')
    .trim()
    .replace(/^(?:はい|ええと?|えっと|えーと|じゃあ?|では|それでは|やっぱり|うーん|まあ|たぶん|多分)+ ?/, '')
    .replace(
      / ?(?:の?(?:ほう|方|やつ|もの))?(?:が(?:いい|良い|よい|希望|欲しい|ほしい)|を(?:お願い|選び|選択|希望|ください)|で(?:お願い|いい|良い|結構|大丈夫)?|に(?:し|する|決め)|を)?(?:です|ます|します|いたします|する|ました|たい|ください)*(?:ね|よ|か|かな)?$/,
      '',
    )
    .trim();
}
