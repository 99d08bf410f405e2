import { formatMonth, formatYear } from '../content/dates.ts';

/** Returns posts (newest first) by year. */
export function groupByYear<Post extends { date: { day: string } }>(
  posts: readonly Post[],
  language: string,
) {
  const years = Map.groupBy(posts, ({ date }) => formatYear(date.day, language));
  return [...years].map(([year, ofYear]) => ({ year, posts: ofYear }));
}

/** Returns posts (newest first) by year and by month, in the calendar of a language: `2024`, `January`. */
export function groupByMonth<Post extends { date: { day: string } }>(
  posts: readonly Post[],
  language: string,
) {
  return groupByYear(posts, language).map(({ year, posts: ofYear }) => ({
    year,
    count: ofYear.length,
    months: [...Map.groupBy(ofYear, ({ date }) => formatMonth(date.day, language))].map(
      ([month, ofMonth]) => ({ month, posts: ofMonth }),
    ),
  }));
}
