import type { Locale } from '../../../dialogs/protocol/locale.ts';
import { textOf } from '../chat/texts.ts';

export function formatTime(at: string, locale: Locale): string {
  const date = new Date(at);
  return Number.isNaN(date.getTime())
    ? ''
    : new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit' }).format(date);
}

/** "Today", "Yesterday" or the date, for the line between days. */
export function formatDay(at: string, locale: Locale, now = new Date()): string {
  const date = new Date(at);
  const day = date.toDateString();
  if (day === now.toDateString()) return textOf(locale, 'today');
  now.setDate(now.getDate() - 1);
  if (day === now.toDateString()) return textOf(locale, 'yesterday');
  return new Intl.DateTimeFormat(locale, { month: 'long', day: 'numeric', weekday: 'short' }).format(date);
}

/** A point of a timeline: an instant or a date becomes words; words stay. */
export function formatPoint(at: string, locale: Locale): string {
  const iso = /^\d{4}-\d\d-\d\d(T)?/.exec(at);
  const date = new Date(iso?.[1] ? at : `${at}T00:00`);
  if (!iso || Number.isNaN(date.getTime())) return at;
  const day = { month: 'short', day: 'numeric', weekday: 'short' } as const;
  return new Intl.DateTimeFormat(locale, iso[1] ? { ...day, hour: 'numeric', minute: '2-digit' } : day).format(date);
}
