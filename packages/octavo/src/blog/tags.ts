import { slugify } from './slug.ts';

/** The name of a tag on a post. */
export interface TagName {
  slug: string;
  name: string;
}

/** A tag: all names that have the same slug. */
export interface Tag<Post> extends TagName {
  /** In the order that the posts were given in. */
  posts: Post[];
}

/** Returns the tags that one post names, each once, as it first writes them. */
export function tagNames(names: readonly string[]): TagName[] {
  const bySlug = new Map<string, string>();
  for (const name of names) {
    const slug = slugify(name);
    if (!bySlug.has(slug)) bySlug.set(slug, name);
  }
  return [...bySlug].map(([slug, name]) => ({ slug, name }));
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
