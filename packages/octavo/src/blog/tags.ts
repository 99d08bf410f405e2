import type { TagName } from '../content/tag-names.ts';

/** A tag: all names that have the same slug. */
export interface Tag<Post> extends TagName {
  /** In the order that the posts were given in. */
  posts: Post[];
}

/**
 * Returns the tags of posts, given newest first, by slug. A tag is named as the oldest of its
 * posts writes it; tags are in the order in which a language sorts their names.
 */
export function collectTags<Post extends { tags: readonly TagName[] }>(
  posts: readonly Post[],
  language: string,
): Map<string, Tag<Post>> {
  const tags = new Map<string, Tag<Post>>();
  for (const post of posts) {
    for (const { slug, name } of post.tags) {
      const tag: Tag<Post> = tags.get(slug) ?? { slug, name, posts: [] };
      tag.name = name;
      tag.posts.push(post);
      tags.set(slug, tag);
    }
  }
  const { compare } = new Intl.Collator(language, { numeric: true });
  return new Map(
    [...tags].sort(([a, { name }], [b, other]) => compare(name, other.name) || (a < b ? -1 : 1)),
  );
}
