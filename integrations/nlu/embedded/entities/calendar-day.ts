/** A calendar date, months 1 to 12. */
export interface CalendarDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** The date that it is now in a zone; in UTC where the zone is unknown. */
export function todayIn(now: string, zone: string): CalendarDay {
  const { year, month, day } = wallClock(instantOf(now), zone);
  return { year, month, day };
}

/** Moves a date by days and months; days beyond the month's end become its last day. */
export function moveDay(from: CalendarDay, days: number, months = 0): CalendarDay {
  const first = new Date(Date.UTC(from.year, from.month - 1 + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  const moved = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth(), Math.min(from.day, last) + days));
  return { year: moved.getUTCFullYear(), month: moved.getUTCMonth() + 1, day: moved.getUTCDate() };
}

/** 0 = Sunday. */
export function weekdayOf({ year, month, day }: CalendarDay): number {
  return new Date(Date.UTC(year, month - 1, day)).getUTCDay();
}

/** `2026-11-24`, or undefined for a date that no calendar has. */
export function isoDay({ year, month, day }: CalendarDay): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  const real = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return real && year >= 1900 && year < 2200 ? date.toISOString().slice(0, 10) : undefined;
}

/** Negative when the first is earlier. */
export function compareDays(one: CalendarDay, other: CalendarDay): number {
  return Date.UTC(one.year, one.month - 1, one.day) - Date.UTC(other.year, other.month - 1, other.day);
}

/** The UTC instant at which clocks in the zone show this date and time. */
export function instantIn(day: CalendarDay, hour: number, minute: number, zone: string): string {
  const asUtc = Date.UTC(day.year, day.month - 1, day.day, hour, minute);
  const first = asUtc - zoneOffset(asUtc, zone) * 60_000;
  return new Date(asUtc - zoneOffset(first, zone) * 60_000).toISOString();
}

/** Minutes that the zone is ahead of UTC at this instant. */
export function zoneOffset(at: number, zone: string): number {
  const { year, month, day, hour, minute } = wallClock(at, zone);
  return Math.round((Date.UTC(year, month - 1, day, hour, minute) - Math.floor(at / 60_000) * 60_000) / 60_000);
}

export function instantOf(now: string): number {
  const at = Date.parse(now);
  return Number.isNaN(at) ? 0 : at;
}

type Clock = CalendarDay & { readonly hour: number; readonly minute: number };

/** What was asked for last: one message asks for the same minute many times. */
let lastAsked: { readonly zone: string; readonly minute: number; readonly clock: Clock } | undefined;

/** What clocks in the zone show. */
export function wallClock(at: number, zone: string): Clock {
  const minute = Math.floor(at / 60_000);
  if (lastAsked?.zone === zone && lastAsked.minute === minute) return lastAsked.clock;
  const clock = readClock(at, zone);
  lastAsked = { zone, minute, clock };
  return clock;
}

function readClock(at: number, zone: string): Clock {
  const parts = new Map(
    formatter(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const part = (name: Intl.DateTimeFormatPartTypes) => parts.get(name) ?? 0;
  return {
    year: part('year'),
    month: part('month'),
    day: part('day'),
    hour: part('hour') % 24,
    minute: part('minute'),
  };
}

/** Customers' zones come from outside: what is kept may not grow without end. */
const MOST_ZONES = 500;
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(zone: string): Intl.DateTimeFormat {
  const kept = formatters.get(zone);
  if (kept) return kept;
  const made = makeFormatter(zone) ?? makeFormatter('UTC') ?? new Intl.DateTimeFormat('en-US');
  if (formatters.size >= MOST_ZONES) formatters.clear();
  formatters.set(zone, made);
  return made;
}

function makeFormatter(zone: string): Intl.DateTimeFormat | undefined {
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      hourCycle: 'h23',
    });
  } catch {
    return undefined; // not a zone that this runtime knows
  }
}
