import { dayOf } from 'octavo/internal/content/dates';
import type { OldDate } from './dates.ts';

/**
 * Returns the time zone in which most posts are of the day that the old blog showed: each date in
 * its own zone. The one that is configured holds; else UTC, the machine's zone and the offsets of
 * the dates are tried.
 */
export function chooseTimeZone(
  dates: readonly OldDate[],
  configured: string | undefined,
  machine: string,
): string {
  if (configured !== undefined && isZone(configured)) return configured;
  const counts = new Map<string, number>();
  for (const { written } of dates) {
    const [offset] = /[+-]\d{2}:\d{2}$/.exec(written) ?? [];
    if (offset !== undefined) counts.set(offset, (counts.get(offset) ?? 0) + 1);
  }
  const offsets = [...counts].sort(([, few], [, many]) => many - few).map(([offset]) => offset);
  const wrong = (zone: string) => dates.filter((date) => !isSameDay(date, zone)).length;
  const candidates = ['UTC', machine, ...offsets.slice(0, 4)].filter(isZone);
  const scored = candidates.map((zone) => ({ zone, wrong: wrong(zone) }));
  return scored.reduce((best, one) => (one.wrong < best.wrong ? one : best)).zone;
}

/** True where a date is of the same day in a zone as in its own. */
export function isSameDay({ written, time, calendar }: OldDate, zone: string): boolean {
  if (!written.includes(':')) return true;
  const { year, month, day } = calendar;
  return dayOf(time, zone) === new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
}

/** True for a time zone that is known. */
export function isZone(zone: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }));
  } catch {
    return false;
  }
}
