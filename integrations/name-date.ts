import type { Locale } from '../dialogs/protocol/locale.ts';

/** A calendar date as people say it: `Tuesday, November 24` · `11月24日火曜日`. */
export function nameDate(date: string, locale: Locale): string {
  const format = new Intl.DateTimeFormat(locale === 'ja' ? 'ja-JP' : 'en-US', {
    weekday: 'long',
    month: 'long',
    day: 'numeric',
    timeZone: 'UTC',
  });
  return format.format(new Date(`${date}T00:00:00Z`));
}
