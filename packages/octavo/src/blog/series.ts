import { collectTags } from './tags.ts';
import { tagNames } from '../addresses/slug.ts';

/** A series: the posts whose `series` has the same slug. */
export interface Series<Post> {
  slug: string;
  /** As written in its oldest post. */
  name: string;
  /** In reading order, the oldest first. */
  posts: Post[];
}

/** Returns the series of posts (newest first) by slug, sorted by name. */
export function collectSeries<Post extends { series?: string | undefined; date: { time: number } }>(
  posts: readonly Post[],
  language: string,
): Map<string, Series<Post>> {
  const named = posts.map((post) => ({
    post,
    tags: tagNames(post.series === undefined ? [] : [post.series]),
  }));
  const inReadingOrder = (parts: readonly { post: Post }[]) =>
    parts.map(({ post }) => post).sort((a, b) => a.date.time - b.date.time);
  return new Map(
    [...collectTags(named, language)].map(([slug, { name, posts: parts }]) => [
      slug,
      { slug, name, posts: inReadingOrder(parts) },
    ]),
  );
}
