import type { AnyPostData, Blog, Post } from './blog.ts';

/**
 * Gives each blog the posts that link to its posts, newest first: those in other languages too, unless they
 * are translations of the post or of another one that links to it.
 */
export function linkBacklinks<Posts extends AnyPostData, Pages>(
  blogs: readonly Blog<Posts, Pages>[],
): void {
  const linking = new Map<string, { post: Post<Posts>; blog: Blog<Posts, Pages> }[]>();
  for (const blog of blogs)
    for (const post of blog.posts)
      for (const path of post.text.links)
        linking.set(path, [...(linking.get(path) ?? []), { post, blog }]);
  for (const blog of blogs)
    blog.backlinks = ({ path }) => {
      const all = linking.get(path) ?? [];
      const own = all.flatMap((one) => (one.blog === blog ? one.post.path : []));
      const isShown = ({ translations }: Post<Posts>) =>
        translations.values().every((other) => ![path, ...own].includes(other.path));
      return all
        .filter((one) => one.blog === blog || isShown(one.post))
        .map(({ post, blog: of }) =>
          of === blog ? post : { ...post, lang: post.lang ?? of.site.language },
        )
        .sort((a, b) => b.date.time - a.date.time);
    };
}
