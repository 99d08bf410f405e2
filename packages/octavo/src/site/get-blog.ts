import { getCollection, getEntry, render, type CollectionEntry } from 'astro:content';
import { context } from 'virtual:octavo/context';
import { collectionOf, fileIds } from '../content/content-file.ts';
import { readReplies } from '../content/replies.ts';
import { TextCache } from '../content/text-cache.ts';
import type { Settings } from '../settings/settings.ts';
import type * as model from '../blog/blog.ts';
import { blogsOf } from '../blog/blogs.ts';
import { entryOf, type Entry } from '../blog/entry.ts';
import { storedEntries } from './entries.ts';
import { languageAt } from './language-of.ts';

type PostData = CollectionEntry<'posts'>['data'];
type PageData = CollectionEntry<'pages'>['data'];

/** A post, with the front matter keys that the owner added. */
export type Post = model.Post<PostData>;
/** A page, with the front matter keys that the owner added. */
export type Page = model.Page<PageData>;
export type Author = model.Author;
export type Blog = model.Blog<PostData, PageData>;

let blogs: Promise<Blog[]> | undefined;
let version: number | undefined;

/** Returns the blog of each language, read once until content changes. */
export function getBlogs(): Promise<Blog[]> {
  const current = storedEntries.read();
  if (current !== version) blogs = undefined;
  version = current;
  return (blogs ??= readBlogs());
}

/** Returns the blog of a language, by default of that of the site. */
export async function getBlog({ code }: Pick<Settings, 'code'> = context.settings): Promise<Blog> {
  return (await getBlogs()).find(({ site }) => site.code === code)!;
}

/** Returns the blog of a route's language, by the options of its `getStaticPaths`. */
export function blogOfRoute({ routePattern }: { routePattern: string }): Promise<Blog> {
  return getBlog(languageAt(routePattern).site);
}

/** Returns the body of a post, page or author as a component, `Content`. */
export async function renderBody({ path }: Pick<Entry<unknown>, 'path'>) {
  const { id } = fileIds(path, context.settings);
  const entry = (await getEntry(collectionOf(path) as 'posts', id))!;
  return render({ ...entry, rendered: { html: cache().html(String(entry.digest)) } });
}

/** Returns the HTML of a post written in Markdown. */
export function htmlOfPost({ digest }: Post): string {
  return cache().html(digest);
}

async function readBlogs(): Promise<Blog[]> {
  const [posts, notes, pages, authors] = await Promise.all([
    getCollection('posts'),
    // A note is a post; the types are those of the blog in this repository, which has none.
    context.settings.notes ? getCollection('notes' as 'posts') : [],
    getCollection('pages'),
    getCollection('authors'),
  ]);
  const texts = cache().metadata();
  const entries = {
    posts: [...posts, ...notes].map((entry) => entryOf(entry, texts)),
    pages: pages.map((entry) => entryOf(entry, texts)),
    authors: authors.map((entry) => entryOf(entry, texts)),
    replies: readReplies(context).byPost,
  };
  return blogsOf<PostData, PageData>(entries, context);
}

let textCache: TextCache | undefined;

/** Returns the cache, opened once: each page reads its HTML from it. */
function cache(): TextCache {
  return (textCache ??= new TextCache(context.root, { inDevelopment: context.mode === 'dev' }));
}
