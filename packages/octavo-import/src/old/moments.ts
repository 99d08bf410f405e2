import type { OldDate } from './dates.ts';
import { isZone } from './time-zone.ts';

/** Returns dates as a calendar in one zone has them: `2024-01-06T10:30:00`. */
interface Moments {
  (date: OldDate | undefined): string;
  /** The zone of the blog; without one, systems take that of the machine, which is UTC on hosts. */
  zone: string;
}

/** Returns what tells the calendar date of a post, of which its URL is made. */
export function momentsIn(zone: string | undefined): Moments {
  const known = zone !== undefined && isZone(zone) ? zone : 'UTC';
  const format = new Intl.DateTimeFormat('sv-SE', {
    ...{ timeZone: known, dateStyle: 'short', timeStyle: 'medium' },
  });
  const moment = (date: OldDate | undefined) => {
    if (!date) return '1970-01-01';
    return date.written.includes(':') ? format.format(date.time).replace(' ', 'T') : date.written;
  };
  return Object.assign(moment, { zone: known });
}
