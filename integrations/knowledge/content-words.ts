import { foldKana } from './fold-kana.ts';

const ENGLISH_STOP = new Set(
  (
    'a an the and or but if so of to in on at for with from by as is are was were be been am do does did doing done has have had having i me my we our you your it its this that ' +
    "these those they them there here what which who how why when where can could will would should may might must not no n't s t re ve ll d m please just some any about into out up " +
    'get got getting go going want need like know tell help thing one also too very really only still ever us'
  ).split(' '),
);
const JAPANESE_STOP = new Set(
  (
    'の に は を た が で て と し れ さ ある いる も する から な こと として い や れる など なっ ない この ため その あっ よう また もの という あり まで られ なる へ か だ これ によって により おり より ' +
    'による ず なり られる において ば なかっ なく しかし について せ だっ その後 できる それ う ので なお のみ でき き つ における および いう さらに でも ら たり ます です ました ません ください 下さい ましょ でしょ ' +
    'ん ね よ けど けれど って どう どこ いつ 何 なに 教え おしえ 知り たい ほしい 欲しい お ご 方法 場合 とき 時 どの どれ くらい ぐらい です か まし ませ い 私 自分 うち もう まだ すぐ ちょっと とても'
  ).split(' '),
);

const japanese = new Intl.Segmenter('ja', { granularity: 'word' });
const HAS_JAPANESE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/**
 * The words of a text that say what it is about, without those that every sentence has: English ones without their endings, Japanese ones
 * as segments. `plain` is normalised and in lower case.
 */
export function contentWords(plain: string): readonly string[] {
  return [...new Set([...(HAS_JAPANESE.test(plain) ? japaneseWords(plain) : []), ...englishWords(plain)])];
}

function englishWords(text: string): readonly string[] {
  const words = text.match(/[a-z0-9]+(?:'[a-z]+)?/g) ?? [];
  return words
    .filter((word) => !/n't$/.test(word))
    .map((word) => word.replace(/'(s|t|re|ve|ll|d|m)$/, ''))
    .filter((word) => !ENGLISH_STOP.has(word))
    .map(stem)
    .filter((word) => word.length > 1 || /\d/.test(word));
}

/** A light stemmer: what it does wrong it does wrong on both sides. */
function stem(word: string): string {
  if (word.length <= 3 || /\d/.test(word)) return word;
  const bare = word
    .replace(/ies$/, 'y')
    .replace(/(ss|sh|ch|x|z)es$/, '$1')
    .replace(/([^su])s$/, '$1')
    .replace(/(ing|ed|er|ly|ion|ment)$/, (ending, _group, at: number) => (at >= 3 ? '' : ending));
  return bare.replace(/([bdfgklmnprt])\1$/, '$1').replace(/(?<=..)e$/, '');
}

function japaneseWords(text: string): readonly string[] {
  return [...japanese.segment(text)]
    .filter(({ segment, isWordLike }) => isWordLike && HAS_JAPANESE.test(segment) && !JAPANESE_STOP.has(segment))
    .map(({ segment }) => foldKana(segment))
    .filter((word) => word.length > 1 || /\p{Script=Han}/u.test(word));
}
