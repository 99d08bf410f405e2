import type { Content } from '../content/content-file.ts';
import { isScheduled, writtenDate } from '../content/published.ts';
import type { Context } from '../settings/context.ts';

/** A post that will be published on its date. */
export interface ScheduledPost {
  /** Relative to the project's folder. */
  file: string;
  title: string;
  /** In the site's time zone: `2027-01-06`, `2027-01-06 10:30`. */
  date: string;
  /** The same moment in ISO 8601, in UTC. */
  moment: string;
}

/** Returns the posts with a date in the future, the earliest first. */
export function scheduledPosts(
  { posts }: Content,
  { settings: { timeZone }, now }: Context,
): ScheduledPost[] {
  return posts
    .filter(({ data }) => isScheduled(data, now))
    .sort((a, b) => a.data.date.time - b.data.date.time || (a.path < b.path ? -1 : 1))
    .map(({ path, data: { title, date } }) => ({
      file: path,
      title,
      date: writtenDate(date, timeZone),
      moment: new Date(date.time).toISOString(),
    }));
}
