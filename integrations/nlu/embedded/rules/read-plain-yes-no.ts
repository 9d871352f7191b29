import type { Locale } from '../../../../dialogs/protocol/locale.ts';
import { readEnglishYesNo } from './read-english-yes-no.ts';
import { readJapaneseYesNo } from './read-japanese-yes-no.ts';
import type { YesNo, YesNoReading } from './yes-no.ts';

const SIGNS: readonly (readonly [RegExp, YesNo])[] = [
  [/^(?:👍|👌|🙆|✅|⭕|🆗|💯|🙏|😊|✔)(?:\p{Emoji}|\u200d|\ufe0f)*$/u, 'yes'],
  [/^(?:👎|🙅|❌|🚫|✖|⛔)(?:\p{Emoji}|\u200d|\ufe0f)*$/u, 'no'],
  [/^(?:🤷|🤔)(?:\p{Emoji}|\u200d|\ufe0f|♀|♂)*$/u, 'maybe'],
];

/**
 * What the words answer to a yes/no question, by rules alone: in words that have been written down as an answer, or after such words.
 * Undefined where they answer none.
 * @param text normalised words
 */
export function readPlainYesNo(text: string, locale: Locale): YesNoReading | undefined {
  const trimmed = text.trim();
  for (const [sign, answer] of SIGNS) if (sign.test(trimmed)) return { answer, rest: '' };
  if (locale === 'en') return readEnglishYesNo(trimmed);
  return readJapaneseYesNo(trimmed) ?? (/^[\x20-\x7e]+$/.test(trimmed) ? readEnglishYesNo(trimmed) : undefined);
}
