/** The posts of a year. */
export interface ArchiveYear<Post> {
  /** `2024`. */
  year: string;
  count: number;
  /** Newest first. */
  months: { month: string; posts: Post[] }[];
}

/** Returns posts (newest first) by year and by month; a month is `2024-01`. */
export function groupByMonth<Post extends { date: { day: string } }>(
  posts: readonly Post[],
): ArchiveYear<Post>[] {
  const years = Map.groupBy(posts, ({ date }) => date.day.slice(0, 4));
  return [...years].map(([year, ofYear]) => ({
    year,
    count: ofYear.length,
    months: [...Map.groupBy(ofYear, ({ date }) => date.day.slice(0, 7))].map(
      ([month, ofMonth]) => ({
        month,
        posts: ofMonth,
      }),
    ),
  }));
}
