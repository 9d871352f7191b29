import type { Locale } from '../../../dialogs/protocol/locale.ts';

const JAPANESE = /[\u3040-\u30ff\u3400-\u9fff々〇]/;
const COMMON_ENGLISH = new Set(
  (
    'the a an i you we it my your is are was do does did can could would will have has had what where when why how who which to in on of for with and or but not no yes ' +
    "please this that there hello hi hey thanks thank want need help order package parcel i'm don't it's can't what's where's english speak me"
  ).split(' '),
);

/**
 * The language of the words. Kana or kanji mean Japanese; in a Japanese conversation Latin letters count as English only where they
 * make a sentence: "AB123456", "OK" or a product's name do not change the language.
 */
export function detectLanguage(text: string, conversation: Locale): Locale {
  if (JAPANESE.test(text)) return 'ja';
  if (conversation !== 'ja') return conversation;
  const words = text.toLowerCase().match(/[a-z][a-z']+/g) ?? [];
  const common = words.filter((word) => COMMON_ENGLISH.has(word)).length;
  return words.length >= 2 && common >= Math.max(1, words.length / 4) ? 'en' : conversation;
}
