import { type CalendarDay, compareDays, isoDay } from './calendar-day.ts';

/** This year's date, or the next one where that is gone; `past`: or the last one where it is still to come. */
export function nearYear(
  today: CalendarDay,
  month: number | undefined,
  day: number | undefined,
  past: boolean,
): CalendarDay | undefined {
  if (!month || !day || month > 12 || day > 31) return undefined;
  const here = { year: today.year, month, day };
  const order = compareDays(here, today);
  const near = past && order > 0 ? today.year - 1 : !past && order < 0 ? today.year + 1 : today.year;
  return isoDay({ ...here, year: near }) === undefined ? here : { ...here, year: near };
}
