import { readKanjiNumber } from './read-number.ts';

const KANJI: Readonly<Record<string, string>> = {
  ゼロ: '〇',
  れい: '〇',
  いち: '一',
  いっ: '一',
  に: '二',
  さん: '三',
  よん: '四',
  よ: '四',
  し: '四',
  ご: '五',
  ろく: '六',
  ろっ: '六',
  なな: '七',
  しち: '七',
  はち: '八',
  はっ: '八',
  きゅう: '九',
  く: '九',
  じゅう: '十',
  じゅっ: '十',
  ひゃく: '百',
  びゃく: '百',
  ぴゃく: '百',
  せん: '千',
  ぜん: '千',
  まん: '万',
};
const WORDS = Object.keys(KANJI).sort((a, b) => b.length - a.length);

/** A number written as it is read, as the source of a pattern: 「じゅうに」「さんぜんごひゃく」. */
export const KANA_NUMBER = `(?:${WORDS.join('|')})+`;
const WORD = new RegExp(WORDS.join('|'), 'g');

/** A number in hiragana (`readKanaNumber('にせんさんびゃく')` is 2300), or undefined. */
export function readKanaNumber(text: string): number | undefined {
  return readKanjiNumber(text.replace(WORD, (word) => KANJI[word] ?? word));
}
