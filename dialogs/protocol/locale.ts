/** Languages that the bot speaks. Adding one here makes the checker ask for its texts everywhere. */
export const LOCALES = ['en', 'ja'] as const;
export type Locale = (typeof LOCALES)[number];

/** The language of a BCP 47 tag such as `ja-JP`, or undefined where we don't speak it. */
export function localeOf(tag: string | undefined): Locale | undefined {
  const language = tag?.toLowerCase().split(/[-_]/)[0];
  return LOCALES.find((locale) => locale === language);
}
