import { conceptsOf } from './concepts.ts';
import { contentWords } from './content-words.ts';
import { foldKana } from './fold-kana.ts';
import { plainText } from './plain-text.ts';

const CJK_RUN = /[\p{Script=Han}]{2,}|[\p{Script=Katakana}ー]{2,}/gu;

/**
 * The terms by which texts are searched: their words and meanings, and for kanji and katakana also pairs of letters, since no two people
 * cut 動作不良 in the same place.
 */
export function tokenize(text: string): readonly string[] {
  const plain = plainText(text);
  return [...new Set([...contentWords(plain), ...letterPairs(plain), ...conceptsOf(plain)])];
}

function letterPairs(text: string): readonly string[] {
  return [...text.matchAll(CJK_RUN)].flatMap(([run]) => {
    const letters = [...foldKana(run)];
    return letters.slice(1).map((letter, at) => `${letters[at]}${letter}`);
  });
}
