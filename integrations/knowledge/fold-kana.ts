/** Katakana as hiragana, long marks and small differences gone, so that ルーター, ルータ and るーたー meet. */
export function foldKana(text: string): string {
  return text
    .replace(/[ァ-ヶ]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0x60))
    .replace(/[ー〜~・]/g, '');
}
