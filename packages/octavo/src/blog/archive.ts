/** The posts of a year. */
export interface ArchiveYear<Post> {
  /** `2024`. */
  year: string;
  count: number;
  /** Newest first. */
  months: { month: string; posts: Post[] }[];
}

/** Returns posts (newest first) by year. */
export function groupByYear<Post extends { date: { day: string } }>(posts: readonly Post[]) {
  const years = Map.groupBy(posts, ({ date }) => date.day.slice(0, 4));
  return [...years].map(([year, ofYear]) => ({ year, posts: ofYear }));
}

/** Returns posts (newest first) by year and by month; a month is `2024-01`. */
export function groupByMonth<Post extends { date: { day: string } }>(
  posts: readonly Post[],
): ArchiveYear<Post>[] {
  return groupByYear(posts).map(({ year, posts: ofYear }) => ({
    year,
    count: ofYear.length,
    months: [...Map.groupBy(ofYear, ({ date }) => date.day.slice(0, 7))].map(
      ([month, ofMonth]) => ({ month, posts: ofMonth }),
    ),
  }));
}
