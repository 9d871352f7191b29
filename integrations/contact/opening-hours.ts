import { addDays, dateIn } from '../calendar.ts';

/** When people can be reached, on the clock of the place where the customer is. */
export interface OpeningHours {
  /** 0 = Sunday. */
  readonly days: readonly number[];
  /** Whole hours of the day: from 9 until before 18. */
  readonly from: number;
  readonly until: number;
}

const HOUR = 3_600_000;
const SOON_DAYS = 14;

/** The instant of a whole hour on a day in a zone. A clock change moves it with the wall clock. */
export function hourIn(zone: string, date: string, hour: number): Date {
  const wanted = Date.parse(`${date}T00:00:00Z`) + hour * HOUR;
  const guess = new Date(wanted - offsetIn(zone, new Date(wanted)));
  return new Date(wanted - offsetIn(zone, guess));
}

/** How far the zone's clock is ahead of UTC at an instant, in milliseconds. */
function offsetIn(zone: string, instant: Date): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  }).formatToParts(instant);
  const of = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  const shown = Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'));
  return shown - Math.floor(instant.getTime() / 60_000) * 60_000;
}

const isWorkday = (hours: OpeningHours, date: string) => hours.days.includes(new Date(`${date}T00:00:00Z`).getUTCDay());

/** Every opening of the next two weeks that has not ended yet, oldest first. */
export function openingsFrom(
  hours: OpeningHours,
  zone: string,
  now: Date,
): readonly { readonly from: Date; readonly to: Date }[] {
  const today = dateIn(zone, now);
  return Array.from({ length: SOON_DAYS }, (_, index) => addDays(today, index))
    .filter((date) => isWorkday(hours, date))
    .map((date) => ({ from: hourIn(zone, date, hours.from), to: hourIn(zone, date, hours.until) }))
    .filter(({ to }) => to > now);
}

/** Whole hours at which somebody can call, the next ones first, at least an hour from now. */
export function callbackHours(
  hours: OpeningHours,
  zone: string,
  now: Date,
  count: number,
): readonly { readonly from: Date; readonly to: Date }[] {
  const earliest = now.getTime() + HOUR;
  return openingsFrom(hours, zone, now)
    .flatMap(({ from, to }) =>
      Array.from({ length: (to.getTime() - from.getTime()) / HOUR }, (_, index) => ({
        from: new Date(from.getTime() + index * HOUR),
        to: new Date(from.getTime() + (index + 1) * HOUR),
      })),
    )
    .filter(({ from }) => from.getTime() >= earliest)
    .slice(0, count);
}
