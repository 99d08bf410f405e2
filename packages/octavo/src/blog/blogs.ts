import { fileIds, type PageData } from '../content/content-file.ts';
import type { Context } from '../settings/context.ts';
import { languagesOf } from '../settings/languages.ts';
import { blogOf, type AnyPostData, type Blog, type Entries, type Page, type Post } from './blog.ts';
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
  linkTranslations(blogs.map((blog) => [blog.site.code, [...blog.posts, ...blog.unlisted]]));
  linkTranslations(blogs.map((blog) => [blog.site.code, blog.pages]));
  return blogs;
}

/** Links the translations among posts or pages of all languages: those with the same key. */
function linkTranslations(
  languages: readonly [code: string, entries: readonly (Post<AnyPostData> | Page)[]][],
): void {
  const all = languages.flatMap(([code, entries]) => entries.map((entry) => ({ code, entry })));
  const groups = Map.groupBy(all, ({ entry }) => entry.translationKey ?? entry.id);
  for (const { code: own, entry } of all)
    for (const { code, entry: other } of groups.get(entry.translationKey ?? entry.id)!)
      if (code !== own) entry.translations.set(code, other);
}
