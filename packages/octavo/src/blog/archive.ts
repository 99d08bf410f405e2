import { formatMonth, formatYear } from '../content/dates.ts';

/** The posts of a year, in the calendar of the blog's language. */
export interface ArchiveYear<Post> {
  /** `2024`. */
  year: string;
  count: number;
  /** Newest first; a month is `January`. */
  months: { month: string; posts: Post[] }[];
}

/** Returns posts (newest first) by year. */
export function groupByYear<Post extends { date: { day: string } }>(
  posts: readonly Post[],
  language: string,
) {
  const years = Map.groupBy(posts, ({ date }) => formatYear(date.day, language));
  return [...years].map(([year, ofYear]) => ({ year, posts: ofYear }));
}

/** Returns posts (newest first) by year and by month. */
export function groupByMonth<Post extends { date: { day: string } }>(
  posts: readonly Post[],
  language: string,
): ArchiveYear<Post>[] {
  return groupByYear(posts, language).map(({ year, posts: ofYear }) => ({
    year,
    count: ofYear.length,
    months: [...Map.groupBy(ofYear, ({ date }) => formatMonth(date.day, language))].map(
      ([month, ofMonth]) => ({ month, posts: ofMonth }),
    ),
  }));
}
