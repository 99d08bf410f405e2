import type { PostDate } from '../content/dates.ts';

interface Dated {
  data: { title: string; date: Pick<PostDate, 'time'> };
  /** Orders posts with the same date and title. */
  id: string;
}

/** Sorts posts, newest first; equal dates by title, in the order of the language. */
export function newestFirst<Post extends Dated>(posts: readonly Post[], language: string): Post[] {
  const { compare } = new Intl.Collator(language, { numeric: true });
  return posts.toSorted(
    ({ data: a, id }, { data: b, id: other }) =>
      b.date.time - a.date.time || compare(a.title, b.title) || (id < other ? -1 : 1),
  );
}

/** Moves pinned posts to the start. */
export function pinnedFirst<Post extends { pinned: boolean }>(posts: readonly Post[]): Post[] {
  return [...posts.filter(({ pinned }) => pinned), ...posts.filter(({ pinned }) => !pinned)];
}
