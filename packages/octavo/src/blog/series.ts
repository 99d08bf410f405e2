import { collectTags } from './tags.ts';
import { tagNames } from '../content/tag-names.ts';

/** A series: all posts whose names of it have the same slug. */
export interface Series<Post> {
  slug: string;
  /** As the oldest of its posts writes it. */
  name: string;
  /** In the order of reading: by date, the oldest first. */
  posts: Post[];
}

/** Returns the series of posts, given newest first, by slug, in the order of their names. */
export function collectSeries<Post extends { series?: string | undefined; date: { time: number } }>(
  posts: readonly Post[],
  language: string,
): Map<string, Series<Post>> {
  const named = posts.map((post) => ({
    post,
    tags: tagNames(post.series === undefined ? [] : [post.series]),
  }));
  const inOrderOfReading = (parts: readonly { post: Post }[]) =>
    parts.map(({ post }) => post).sort((a, b) => a.date.time - b.date.time);
  return new Map(
    [...collectTags(named, language)].map(([slug, { name, posts: parts }]) => [
      slug,
      { slug, name, posts: inOrderOfReading(parts) },
    ]),
  );
}
