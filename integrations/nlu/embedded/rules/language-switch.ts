import type { Locale } from '../../../../dialogs/protocol/locale.ts';

const SPEAKING =
  '(?:speak|talk|use|write|reply|answer|respond|continue|chat|communicate|switch to|change to|go on|translate)';
const TO: readonly { readonly locale: Locale; readonly words: RegExp }[] = [
  {
    locale: 'ja',
    words: new RegExp(
      [
        `\\b${SPEAKING}(?: \\w+){0,3} (?:in |to |into )?(?:japanese|nihongo)\\b`,
        '\\bin (?:japanese|nihongo)\\b(?=[ ,.!?]*(?:please|instead|thanks|pls|$))',
        '^(?:(?:can|could|may) (?:i|we|you) )?(?:please )?(?:japanese|nihongo|nihongo de)(?: language)?(?: please| pls)?[.!?]*$',
        '\\b(?:do you (?:speak|know|understand)|you speak|change (?:the )?language to|language) japanese\\b',
        '日本語(?:で|に(?:して|切り替え|変え|変更|戻)|は?(?:話せ|はなせ|使え|いけ|わかり|分かり|でき|対応)|を(?:使|話)|表示|お願い|おねがい|希望|モード|じゃ)',
        '^(?:やっぱり|すみません)?[、 ]*(?:日本語|にほんご|ジャパニーズ)(?:で|が(?:いい|良い)(?:です)?|です)?[。!？? ]*$|にほんごで',
      ].join('|'),
    ),
  },
  {
    locale: 'en',
    words: new RegExp(
      [
        `\\b${SPEAKING}(?: \\w+){0,3} (?:in |to |into )?english\\b`,
        '\\bin english\\b(?=[ ,.!?]*(?:please|instead|thanks|pls|$))',
        '^(?:(?:can|could|may) (?:i|we|you) )?(?:please )?english(?: language| version)?(?: please| pls)?[.!?]*$',
        "\\b(?:do you (?:speak|know|understand)|you speak|change (?:the )?language to|language) english\\b|\\bno japanese\\b|\\bdon't (?:speak|understand|read) japanese\\b",
        '(?:英語|えいご|イングリッシュ|english)(?:で|に(?:して|切り替え|変え|変更|戻)|は?(?:話せ|はなせ|使え|いけ|でき|対応)|を(?:使|話)|表示|お願い|希望|モード)',
        '^(?:やっぱり|すみません)?[、 ]*(?:英語|えいご)(?:で|が(?:いい|良い)(?:です)?|です)?[。!？? ]*$',
      ].join('|'),
    ),
  },
];
const ABOUT_SOMETHING_ELSE =
  /\b(?:manual|instructions?|guide|menu|label|keyboard|subtitles?|version of|display|app)\b|説明書|マニュアル|取扱|メニュー|表示言語|画面|キーボード|ラベル/;

/** Words around the wish that say nothing else. */
const ONLY_POLITE =
  /^(?:can|could|would|may|shall|do|i|we|you|let's|please|to|like|i'd|sorry|hi|hello|want|[\s,.!?、。]|すみません|やっぱり)*$/;
const POLITE_AFTER =
  /^(?:[\s,.!?、。]|(?:please|pls|instead|thanks|thank you|possible|ok|okay)\b|して|話して|はなして|お願い(?:します|できますか)?|おねがいします|ください|下さい|いい(?:です)?か?|対応して|大丈夫|ますか|ね|もらえますか|もらえる|いただけますか)+/;

/**
 * Which language the customer asks to speak, and the words without that wish; undefined where none is asked for. A manual in Japanese
 * is not such a wish.
 */
export function asksForLanguage(text: string): { readonly locale: Locale; readonly rest: string } | undefined {
  if (ABOUT_SOMETHING_ELSE.test(text)) return undefined;
  for (const { locale, words } of TO) {
    const found = words.exec(text);
    if (!found) continue;
    const before = text.slice(0, found.index).replace(ONLY_POLITE, '');
    const after = text.slice(found.index + found[0].length).replace(POLITE_AFTER, '');
    return { locale, rest: `${before} ${after}`.trim() };
  }
  return undefined;
}
