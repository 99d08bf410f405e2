import { collectionOf, fileIds, translationKey, type PageData } from '../content/content-file.ts';
import type { Context } from '../settings/context.ts';
import { languagesOf } from '../settings/languages.ts';
import { linkBacklinks } from './backlinks.ts';
import { blogOf, type AnyPostData, type Blog, type Entries, type Page, type Post } from './blog.ts';
import { versionsAmong } from './versions.ts';
import type { Entry } from './entry.ts';

/** Returns the blog of each language of the settings, of entries of all languages. */
export function blogsOf<Posts extends AnyPostData, Pages extends PageData>(
  { posts, pages, authors, replies }: Entries<Posts, Pages>,
  context: Pick<Context, 'settings' | 'mode' | 'now'>,
): Blog<Posts, Pages>[] {
  const { settings } = context;
  /** Returns the entries of a language, with ids without it. */
  const inLanguage = <Data>(entries: readonly Entry<Data>[], language: string) =>
    entries.flatMap((entry) => {
      const { code, name: id } = fileIds(entry.path, settings);
      return code === language ? { ...entry, id } : [];
    });
  const defaultAuthors = inLanguage(authors, settings.defaultCode);
  const blogs = languagesOf(settings).map((site) => {
    const own = inLanguage(authors, site.code);
    const others = defaultAuthors.filter(({ id }) => own.every((author) => author.id !== id));
    const ofLanguage = {
      posts: inLanguage(posts, site.code),
      pages: inLanguage(pages, site.code),
      // An author without a file in the language is that of the blog.
      authors: site.code === settings.defaultCode ? own : [...own, ...others],
      ...(replies && { replies }),
    };
    return blogOf(ofLanguage, { ...context, settings: site });
  });
  linkTranslations(
    blogs.map(({ site, posts, unlisted, pages }) => [site.code, [...posts, ...unlisted, ...pages]]),
  );
  if (settings.backlinks) linkBacklinks(blogs);
  if (blogs.length === 1) return blogs;
  const versions = versionsAmong(blogs);
  const listed = settings.listOtherLanguages ? blogs.map((blog) => withOthers(blog, blogs)) : [];
  for (const [index, blog] of blogs.entries()) {
    blog.versions = (path) => versions(path, blog.site.code);
    blog.listed = listed[index] ?? blog.mainPosts;
  }
  return blogs;
}

/** Returns the posts of a blog with those that are not in its language, in the first one that has them. */
function withOthers<Posts extends AnyPostData, Pages extends PageData>(
  blog: Blog<Posts, Pages>,
  blogs: readonly Blog<Posts, Pages>[],
): Post<Posts>[] {
  const codes = blogs.map(({ site }) => site.code);
  const others = blogs.flatMap(({ site, mainPosts }) => {
    const before = [blog.site.code, ...codes.slice(0, codes.indexOf(site.code))];
    return site.code === blog.site.code
      ? []
      : mainPosts
          .filter(({ translations }) => before.every((code) => !translations.has(code)))
          .map((post) => ({ ...post, lang: post.lang ?? site.language }));
  });
  return [...blog.mainPosts, ...others].sort((a, b) => b.date.time - a.date.time);
}

/** Links the translations among entries of all languages: those of a collection with the same key. */
function linkTranslations(
  languages: readonly [code: string, entries: readonly (Post<AnyPostData> | Page)[]][],
): void {
  const all = languages.flatMap(([code, entries]) => entries.map((entry) => ({ code, entry })));
  const keyOf = (entry: (typeof all)[number]['entry']) =>
    translationKey({ collection: collectionOf(entry.path), name: entry.id, data: entry });
  const groups = Map.groupBy(all, ({ entry }) => keyOf(entry));
  for (const { code: own, entry } of all)
    for (const { code, entry: other } of groups.get(keyOf(entry))!)
      if (code !== own) entry.translations.set(code, other);
}
