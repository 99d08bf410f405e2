import { slugify, tagNames, type TagName } from '../addresses/slug.ts';

/** A tag: all names with the same slug. */
export interface Tag<Post> extends TagName {
  /** In the order of the given posts. */
  posts: Post[];
}

/** A series: the posts whose `series` has the same slug, in reading order, the oldest first. */
export interface Series<Post> extends Tag<Post> {
  /** What it is about, by the settings. */
  description?: string | undefined;
}

/**
 * Returns the tags of posts (newest first) by slug, sorted by name in the order of a language. The
 * name of a tag is that in its oldest post.
 */
export function collectTags<Post extends { tags: readonly TagName[] }>(
  posts: readonly Post[],
  language: string,
): Map<string, Tag<Post>> {
  return collect(posts, ({ tags }) => tags, language);
}

/** Returns the series of posts (newest first) in the same way, with descriptions by their names. */
export function collectSeries<Post extends { series?: string | undefined; date: { time: number } }>(
  posts: readonly Post[],
  language: string,
  descriptions: Readonly<Record<string, string>> = {},
): Map<string, Series<Post>> {
  const namesOf = ({ series }: Post) => tagNames(series ? [series] : []);
  const all: Map<string, Series<Post>> = collect(posts, namesOf, language);
  for (const one of all.values()) one.posts.sort((a, b) => a.date.time - b.date.time);
  for (const [name, description] of Object.entries(descriptions)) {
    const one = all.get(slugify(name));
    if (one) one.description = description;
  }
  return all;
}

function collect<Post>(
  posts: readonly Post[],
  namesOf: (post: Post) => readonly TagName[],
  language: string,
): Map<string, Tag<Post>> {
  const tags = new Map<string, Tag<Post>>();
  for (const post of posts)
    for (const { slug, name } of namesOf(post)) {
      const tag: Tag<Post> = tags.get(slug) ?? { slug, name, posts: [] };
      tag.name = name;
      tag.posts.push(post);
      tags.set(slug, tag);
    }
  const { compare } = new Intl.Collator(language, { numeric: true });
  return new Map(
    [...tags].sort(([a, { name }], [b, other]) => compare(name, other.name) || (a < b ? -1 : 1)),
  );
}
