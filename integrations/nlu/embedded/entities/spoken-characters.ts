import type { Locale } from '../../../../dialogs/protocol/locale.ts';
import { scanEnglishCharacters } from './scan-english-characters.ts';
import { scanJapaneseCharacters } from './scan-japanese-characters.ts';

/** Letters and digits that stand or are spoken one after the other, with their place in the text. */
export interface CharacterRun {
  /** Upper-case letters and digits: `AB123456`. */
  readonly characters: string;
  readonly start: number;
  readonly end: number;
  /** Were words read as characters ("double two", "bravo", 「ろく」)? */
  readonly spoken: boolean;
}

/**
 * Runs of characters as they are typed or spoken.
 * @example spokenCharacters('it is A as in alpha, B, one two, double three, four five', 'en') // AB123345
 * @example spokenCharacters('エー、ビー、いちにさん、よんごーろく', 'ja') // AB123456
 */
export function spokenCharacters(text: string, locale: Locale): readonly CharacterRun[] {
  if (latest?.text === text && latest.locale === locale) return latest.runs;
  const runs = scanCharacters(text, locale);
  latest = { text, locale, runs };
  return runs;
}

// Order numbers, phone numbers and postcodes are looked for in the same words, one after the other.
let latest: { readonly text: string; readonly locale: Locale; readonly runs: readonly CharacterRun[] } | undefined;

function scanCharacters(text: string, locale: Locale): readonly CharacterRun[] {
  const runs = locale === 'ja' ? scanJapaneseCharacters(text) : scanEnglishCharacters(text);
  return runs.map((tokens) => ({
    characters: tokens.map((token) => token.characters).join(''),
    start: tokens[0]?.start ?? 0,
    end: tokens.at(-1)?.end ?? 0,
    spoken: tokens.some((token) => token.spoken),
  }));
}
