import { Temporal } from 'temporal-polyfill';
import type { PostDate } from './dates.ts';
import { now } from './now.ts';

/** What says when a post or page is published; a page has no date. */
export interface Publishable {
  draft: boolean;
  date?: PostDate | undefined;
}

/**
 * True for what everybody sees now, on a list or not: no draft, and nothing whose date is to come.
 * What is not is nowhere in the site but in `dev` and in previews.
 */
export function isPublished(data: Publishable): boolean {
  return releaseTime(data) <= now();
}

/** True for what will be published when its date has come, without anybody doing more. */
export function isScheduled(data: Publishable): boolean {
  return !data.draft && !isPublished(data);
}

/**
 * Returns when something is published, in milliseconds since 1970: a post when its date begins, a
 * page always, a draft never.
 */
export function releaseTime({ draft, date }: Publishable): number {
  if (draft) return Infinity;
  return date?.time ?? -Infinity;
}

/** Returns a date as authors write it, in a time zone: `2027-01-06`, `2027-01-06 10:30`. */
export function writtenDate({ day, time, datetime }: PostDate, timeZone: string): string {
  if (day === datetime) return day;
  const moment = Temporal.Instant.fromEpochMilliseconds(time).toZonedDateTimeISO(timeZone);
  const smallestUnit = moment.second === 0 ? 'minute' : 'second';
  return `${day} ${moment.toPlainTime().toString({ smallestUnit })}`;
}
