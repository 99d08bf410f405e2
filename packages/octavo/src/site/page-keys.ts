import { createHash } from 'node:crypto';
import type { FeedAddress } from '../addresses/feed-addresses.ts';
import type { ListPage } from '../blog/pagination.ts';
import { mediaVersion } from '../markdown/pictures/picture-files.ts';
import type { Blog, Post } from './get-blog.ts';

/*
 * The keys of pages: a page is made again when its key is another. The engine, the settings and
 * the locked packages are in every key already (build/generation.ts); what is said here is what
 * a page shows of the content. What imports modules, MDX, has no key, and is always made.
 */

/** Returns a key of plain data. */
export function pageKey(...shown: unknown[]): string {
  return createHash('sha256').update(JSON.stringify(shown)).digest('base64url').slice(0, 22);
}

/** Returns the key of an article's page; `undefined` where it is always made. */
export function articleKey(post: Post, { author, related }: Blog): string | undefined {
  const version = versionOf(post);
  if (version === undefined) return undefined;
  const { part, newer, older } = post;
  const series = part && [part.number, part.series.slug, part.series.name];
  const others = [newer, older, ...related(post)].map((other) => other && linkOf(other));
  return pageKey(version, author?.digest, series, part?.series.posts.map(linkOf), others);
}

/** Returns the key of a post's Markdown; `undefined` where it is always made. */
export function twinKey(post: Post): string | undefined {
  return versionOf(post);
}

/** Returns the key of a page of a list, of which `shown` is what it shows beside posts. */
export function listKey(page: ListPage<Post>, ...shown: unknown[]): string {
  const { number, total, items } = page;
  const entries = items.map((post) => [linkOf(post), post.summary, post.minutes, stateOf(post)]);
  return pageKey(number, total, entries, shown);
}

/** Returns the key of a feed of posts; `undefined` where it is always made. */
export function feedKey(
  address: FeedAddress,
  posts: readonly Post[],
  { author, tags, posts: all }: Blog,
): string | undefined {
  const versions = posts.map(versionOf);
  if (versions.includes(undefined)) return undefined;
  const name = address.tag && tags.get(address.tag)?.name;
  return pageKey(address, all.length, name, author?.digest, versions);
}

/** What a post's mark says, in a preview. */
function stateOf(post: Post): unknown[] {
  return [post.draft, post.published];
}

/** What a link to a post shows. */
function linkOf({ url, title, date }: Post): unknown[] {
  return [url, title, date];
}

const versions = new WeakMap<Post, string>();

/** Returns what changes with a post's own file, its pictures, and the names of its tags and authors. */
function versionOf(post: Post): string | undefined {
  const { digest, path, tags, authors, cover, minutes, text } = post;
  if (path.endsWith('.mdx')) return undefined;
  const known = versions.get(post);
  if (known !== undefined) return known;
  const version = pageKey(
    digest,
    tags.map(({ slug, name }) => [slug, name]),
    authors.map((author) => author.digest),
    cover?.image.src,
    text.pictures.map(mediaVersion),
    minutes,
    stateOf(post),
  );
  versions.set(post, version);
  return version;
}
