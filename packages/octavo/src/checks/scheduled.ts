import type { Library } from '../content/read-content.ts';
import { isScheduled, writtenDate } from '../content/published.ts';
import type { Settings } from '../settings/settings.ts';

/** A post that will be published when its date has come. */
export interface ScheduledPost {
  /** Relative to the project's folder. */
  file: string;
  title: string;
  /** In the site's time zone: `2027-01-06`, `2027-01-06 10:30`. */
  date: string;
  /** The same moment as ISO 8601 has it, in UTC. */
  moment: string;
}

/** Returns the posts whose date is to come, the next first. */
export function scheduledPosts({ posts }: Library, { timeZone }: Settings): ScheduledPost[] {
  return posts
    .filter(({ data }) => isScheduled(data))
    .sort((a, b) => a.data.date.time - b.data.date.time || (a.path < b.path ? -1 : 1))
    .map(({ path, data: { title, date } }) => ({
      file: path,
      title,
      date: writtenDate(date, timeZone),
      moment: new Date(date.time).toISOString(),
    }));
}
