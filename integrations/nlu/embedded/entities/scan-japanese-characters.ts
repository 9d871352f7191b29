import type { ScannedToken } from './scanned-token.ts';

/** Readings in katakana; hiragana is turned into katakana before. Longest first decides. */
const READINGS: Readonly<Record<string, string>> = {
  エー: 'A',
  エイ: 'A',
  ビー: 'B',
  シー: 'C',
  スィー: 'C',
  ディー: 'D',
  デー: 'D',
  イー: 'E',
  エフ: 'F',
  ジー: 'G',
  ギー: 'G',
  エイチ: 'H',
  エッチ: 'H',
  アイ: 'I',
  ジェー: 'J',
  ジェイ: 'J',
  ジェ: 'J',
  ケー: 'K',
  ケイ: 'K',
  エル: 'L',
  エム: 'M',
  エヌ: 'N',
  エン: 'N',
  オー: 'O',
  オウ: 'O',
  ピー: 'P',
  キュー: 'Q',
  アール: 'R',
  エス: 'S',
  ティー: 'T',
  テー: 'T',
  ユー: 'U',
  ブイ: 'V',
  ヴィー: 'V',
  ビィー: 'V',
  ヴイ: 'V',
  ダブリュー: 'W',
  ダブリュ: 'W',
  ダブルユー: 'W',
  エックス: 'X',
  ワイ: 'Y',
  ゼット: 'Z',
  ゼッド: 'Z',
  ズィー: 'Z',
  ゼッ: 'Z',
  イチ: '1',
  イッ: '1',
  ニ: '2',
  ニイ: '2',
  ニー: '2',
  サン: '3',
  ヨン: '4',
  シ: '4',
  ゴ: '5',
  ゴー: '5',
  ロク: '6',
  ロッ: '6',
  ナナ: '7',
  シチ: '7',
  ハチ: '8',
  ハッ: '8',
  キュウ: '9',
  ク: '9',
  ゼロ: '0',
  レイ: '0',
  レー: '0',
  マル: '0',
  ワン: '1',
  ツー: '2',
  スリー: '3',
  フォー: '4',
  ファイブ: '5',
  シックス: '6',
  セブン: '7',
  エイト: '8',
  ナイン: '9',
  一: '1',
  壱: '1',
  二: '2',
  弐: '2',
  三: '3',
  参: '3',
  四: '4',
  五: '5',
  六: '6',
  七: '7',
  八: '8',
  九: '9',
  零: '0',
  〇: '0',
  '○': '0',
  '◯': '0',
};
/** Most characters of a message begin none of them. */
const BEGINS_READING = new Set(Object.keys(READINGS).map((reading) => reading[0]));
const LONGEST = Math.max(...Object.keys(READINGS).map((reading) => reading.length));
const BETWEEN =
  /^(?:[、,，。.\s・/\-‐-―ー~〜:：#]|ノ|ハイフン|マイナス|スペース|ダッシュ|エート|エット|ンー|ト、|カラ、|デ、|ガ、)/;
/** 「アルファのA」「アップルのエー」: what a letter is like. */
const LIKENESS =
  /^[ァ-ヴー]{2,8}ノ(?=[A-Za-z]|エー|ビー|シー|ディー|イー|エフ|ジー|エイチ|アイ|ジェー|ケー|エル|エム|エヌ|オー|ピー|キュー|アール|エス|ティー|ユー|ブイ|ダブリュー|エックス|ワイ|ゼット)/;

/** Runs of spoken or typed characters in Japanese text. */
export function scanJapaneseCharacters(text: string): readonly (readonly ScannedToken[])[] {
  const kata = text.replace(/[ぁ-ゖ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) + 0x60));
  const runs: ScannedToken[][] = [];
  let run: ScannedToken[] = [];
  const close = () => {
    if (run.length > 0) runs.push(run);
    run = [];
  };
  for (let at = 0; at < kata.length; ) {
    const likeness = /[ァ-ヴー]/.test(kata[at] ?? '') ? LIKENESS.exec(kata.slice(at, at + 16)) : null;
    const token = likeness ? undefined : tokenAt(kata, at);
    if (token && !isParticle(kata, token, run.at(-1))) {
      run.push(token);
      at = token.end;
      continue;
    }
    const glue = likeness ?? (run.length > 0 ? BETWEEN.exec(kata.slice(at, at + 8)) : null);
    if (!glue) close();
    at += glue ? glue[0].length : 1;
  }
  close();
  return runs;
}

/** 「660142しか」「3に」: one kana right behind typed digits begins another word. */
function isParticle(kata: string, token: ScannedToken, before: ScannedToken | undefined): boolean {
  const behindDigits = before?.end === token.start && /^\d+$/.test(before.characters) && !before.spoken;
  return behindDigits && token.end - token.start === 1 && /[シニゴク]/.test(kata[token.start] ?? '');
}

function tokenAt(kata: string, at: number): ScannedToken | undefined {
  const first = kata[at] ?? '';
  const typed = /[A-Za-z\d]/.test(first)
    ? /^(?:\d+|[A-Za-z]{1,2}(?![A-Za-z])|[A-Za-z](?=[A-Za-z]?\d))/.exec(kata.slice(at, at + 40))
    : null;
  if (typed && !(at > 0 && /[A-Za-z]/.test(kata[at - 1] ?? '') && /[A-Za-z]/.test(typed[0]))) {
    return { characters: typed[0].toUpperCase(), start: at, end: at + typed[0].length, spoken: false };
  }
  if (!BEGINS_READING.has(first)) return undefined;
  for (let length = Math.min(LONGEST, kata.length - at); length > 0; length--) {
    const characters = READINGS[kata.slice(at, at + length)];
    if (characters === undefined) continue;
    // A drawn-out vowel belongs to it: 「ごー」「にー」.
    const drawn = length === 1 && kata[at + 1] === 'ー' ? 1 : 0;
    return { characters, start: at, end: at + length + drawn, spoken: true };
  }
  return undefined;
}
