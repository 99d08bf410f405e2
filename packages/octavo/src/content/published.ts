import { Temporal } from 'temporal-polyfill';
import type { Context } from '../settings/context.ts';
import type { SourceFile } from './content-file.ts';
import type { PostDate } from './dates.ts';
import { dateSchema } from './schema.ts';

/** The front matter keys of a post or page that decide whether it is published; a page has no date. */
export interface Publishable {
  draft: boolean;
  date?: PostDate | undefined;
}

/**
 * True for posts and pages that are no drafts and have no date in the future; `now` is in
 * milliseconds since 1970. Only `dev` and previews show others.
 */
export function isPublished(data: Publishable, now: number): boolean {
  return releaseTime(data) <= now;
}

/** True for published posts that are on lists, in feeds and in the sitemap. */
export function isListed(data: Publishable & { unlisted: boolean }, now: number): boolean {
  return isPublished(data, now) && !data.unlisted;
}

/** True for posts and pages that have a page: the published, and in `dev` and previews all. */
export function isShown(data: Publishable, { mode, now }: Pick<Context, 'mode' | 'now'>): boolean {
  return mode !== 'build' || isPublished(data, now);
}

/** True for a file that has no page yet, even if its front matter has errors. */
export function isHidden(
  { data, frontMatter }: Pick<SourceFile, 'data' | 'frontMatter'>,
  context: Context,
): boolean {
  if (data) return !isShown(data as Publishable, context);
  const date = dateSchema(context.settings.timeZone).safeParse(frontMatter.lineOf('date')).data;
  return !isShown({ draft: frontMatter.lineOf('draft') === true, date }, context);
}

/** Returns the files in order, those without a page last: they take no URL from another file. */
export function publishedFirst<File extends SourceFile>(files: Iterable<File>, context: Context) {
  return [...files].sort((a, b) => Number(isHidden(a, context)) - Number(isHidden(b, context)));
}

/** True for posts that will be published on their date. */
export function isScheduled(data: Publishable, now: number): boolean {
  return !data.draft && !isPublished(data, now);
}

/**
 * Returns the time of publication in milliseconds since 1970: a post's date, -Infinity for a
 * page, Infinity for a draft.
 */
export function releaseTime({ draft, date }: Publishable): number {
  if (draft) return Infinity;
  return date?.time ?? -Infinity;
}

/** Formats a date as in front matter, in a time zone: `2027-01-06`, `2027-01-06 10:30`. */
export function writtenDate({ day, time, datetime }: PostDate, timeZone: string): string {
  if (day === datetime) return day;
  const moment = Temporal.Instant.fromEpochMilliseconds(time).toZonedDateTimeISO(timeZone);
  const smallestUnit = moment.second === 0 ? 'minute' : 'second';
  return `${day} ${moment.toPlainTime().toString({ smallestUnit })}`;
}
