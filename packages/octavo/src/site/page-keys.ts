// The cache keys of pages: a page is made again when its key changes. The engine, the settings and the
// locked packages are in every key already (build/site-build.ts); these have what a page shows of the
// content. MDX imports modules, so that its pages have no key and are always made.
import type { FeedAddress } from '../addresses/feed-addresses.ts';
import type { PostList } from '../blog/feed-list.ts';
import type { ListPage } from '../blog/pagination.ts';
import { digestOf } from '../digest-of.ts';
import { mediaVersion } from '../markdown/pictures/picture-files.ts';
import type { Blog, Post } from './get-blog.ts';

/** Returns a key of plain data. */
export function pageKey(...shown: unknown[]): string {
  return digestOf(...shown).slice(0, 22);
}

/** What the footer of a page shows of the blog. */
type FooterFacts = Pick<Blog, 'author' | 'years'>;

/** Returns the key of an article's page. */
export function articleKey(post: Post, blog: Blog): string | undefined {
  const { part, newer, older } = post;
  const linked = [...blog.related(post), null, ...blog.backlinks(post)];
  const others = [newer, older, ...linked].map((other) => other && linkOf(other));
  const series = [partOf(part), part?.series.posts.map(linkOf)];
  const key = twinKey(post);
  const translations = [...post.translations.values()].map(({ url, base, listed, updated }) => {
    return [url, base, listed, updated];
  });
  const replies = [post.replies, post.reactions];
  const shown = [series, others, replies, translations, versionsOf(post.url, blog)];
  return key && pageKey(key, footerOf(blog), blog.author?.digest, shown);
}

/**
 * Returns the key of a post's Markdown: it changes with the post's file, its media, and the names of
 * its tags and authors.
 */
export function twinKey(post: Post): string | undefined {
  const { digest, path, tags, authors, cover, text, minutes } = post;
  if (path.endsWith('.mdx')) return undefined;
  const names = tags.map(({ slug, name }) => [slug, name]);
  const media = [cover?.image.src, text.pictures.map(mediaVersion)];
  const digests = [digest, ...authors.map((author) => author.digest)];
  return pageKey(digests, names, media, minutes, stateOf(post));
}

/** Returns the key of a page of a list; `shown` is what it shows beside posts. */
export function listKey(
  { number, total, items }: ListPage<Post>,
  blog: FooterFacts,
  ...shown: unknown[]
): string | undefined {
  // Notes are shown whole.
  const notes = items.filter(({ kind }) => kind === 'note').map(twinKey);
  if (notes.includes(undefined)) return undefined;
  const entries = items.map((post) => {
    const { summaryHtml, minutes, tags, part } = post;
    const names = tags.map(({ slug, name }) => [slug, name]);
    return [linkOf(post), summaryHtml, minutes, names, partOf(part), stateOf(post)];
  });
  return pageKey(number, total, footerOf(blog), entries, notes, shown);
}

/** Returns the key of a feed of posts. */
export function feedKey(
  { path, archive, list }: FeedAddress<PostList<Post>>,
  posts: readonly Post[],
  blog: Blog,
) {
  const keys = posts.map(twinKey);
  if (keys.includes(undefined)) return undefined;
  const subject = [path, archive, list?.kind, list?.name, list?.url];
  return pageKey(subject, blog.mainPosts.length, blog.author?.digest, keys);
}

/** Returns what a page shows of its versions in other languages. */
export function versionsOf(path: string, { versions }: Pick<Blog, 'versions'>): unknown[] {
  return versions(path).map(({ path, isListed }) => [path, isListed]);
}

/** The label of a draft or a scheduled post, in a preview. */
function stateOf({ draft, published }: Post): unknown[] {
  return [draft, published];
}

/** What a page shows of the series of a post. */
function partOf(part: Post['part']): unknown[] | undefined {
  return part && [part.number, part.series.posts.length, part.series.slug, part.series.name];
}

function footerOf({ author, years }: FooterFacts): unknown[] {
  return [author?.name, years];
}

/** What a link to a post shows. */
function linkOf({ url, base, titleHtml, date, lang, link, via }: Post): unknown[] {
  return [url, base, titleHtml, date, lang, link, via];
}
