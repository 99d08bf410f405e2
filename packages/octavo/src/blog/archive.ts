import { formatMonth, formatYear } from '../content/dates.ts';

interface Dated {
  date: { day: string };
}

/** The posts of a year, by month. */
export type ArchiveYear<Post extends Dated> = ReturnType<typeof groupByMonth<Post>>[number];

/** Returns posts (newest first) by year. */
export function groupByYear<Post extends Dated>(posts: readonly Post[], language: string) {
  const years = Map.groupBy(posts, ({ date }) => formatYear(date.day, language));
  return [...years].map(([year, ofYear]) => ({ year, posts: ofYear }));
}

/** Returns posts (newest first) by year and by month, in the calendar of a language: `2024`, `January`. */
export function groupByMonth<Post extends Dated>(posts: readonly Post[], language: string) {
  return groupByYear(posts, language).map(({ year, posts: ofYear }) => ({
    year,
    count: ofYear.length,
    months: [...Map.groupBy(ofYear, ({ date }) => formatMonth(date.day, language))].map(
      ([month, ofMonth]) => ({ month, posts: ofMonth }),
    ),
  }));
}
