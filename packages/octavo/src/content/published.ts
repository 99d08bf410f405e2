import { Temporal } from 'temporal-polyfill';
import type { Context } from '../settings/context.ts';
import type { PostDate } from './dates.ts';

/** The front matter keys of a post or page that decide whether it is published; a page has no date. */
export interface Publishable {
  draft: boolean;
  date?: PostDate | undefined;
}

/**
 * True for posts and pages that are published at a moment, in milliseconds since 1970, listed or
 * not: no drafts, no date in the future. Others are shown only by `dev` and in previews.
 */
export function isPublished(data: Publishable, now: number): boolean {
  return releaseTime(data) <= now;
}

/** True for what is published and on lists, in feeds and in the sitemap. */
export function isListed(data: Publishable & { unlisted: boolean }, now: number): boolean {
  return isPublished(data, now) && !data.unlisted;
}

/** True for what has a page: what is published, and in `dev` and previews everything. */
export function isShown(data: Publishable, { mode, now }: Pick<Context, 'mode' | 'now'>): boolean {
  return mode !== 'build' || isPublished(data, now);
}

/** True for what will be published on its date. */
export function isScheduled(data: Publishable, now: number): boolean {
  return !data.draft && !isPublished(data, now);
}

/**
 * Returns when something is published, in milliseconds since 1970: a post at the start of its
 * date, a page always, a draft never.
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
