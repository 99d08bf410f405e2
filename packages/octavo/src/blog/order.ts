import type { PostDate } from '../content/dates.ts';

interface Dated {
  title: string;
  date: Pick<PostDate, 'time'>;
  /** Tells two posts of one date and title apart: the same everywhere. */
  id: string;
}

/** Returns the posts with the newest first; equal dates by title, as the language sorts. */
export function newestFirst<Post extends Dated>(posts: readonly Post[], language: string): Post[] {
  const { compare } = new Intl.Collator(language, { numeric: true });
  return [...posts].sort(
    (a, b) => b.date.time - a.date.time || compare(a.title, b.title) || (a.id < b.id ? -1 : 1),
  );
}

/** Returns the posts with pinned ones first, otherwise as they were. */
export function pinnedFirst<Post extends { pinned: boolean }>(posts: readonly Post[]): Post[] {
  return [...posts.filter(({ pinned }) => pinned), ...posts.filter(({ pinned }) => !pinned)];
}
