import { createHash } from 'node:crypto';
import type { FeedAddress } from '../addresses/feed-addresses.ts';
import type { AnyPostData, Post } from './blog.ts';
import type { ListPage } from './pagination.ts';

/** Returns a key of plain data. */
export function pageKey(...shown: unknown[]): string {
  return createHash('sha256').update(JSON.stringify(shown)).digest('base64url').slice(0, 22);
}

type AnyPost = Post<AnyPostData>;

/** The blog that pages show, with posts of any front matter. */
export interface ShownBlog<Shown> {
  posts: readonly Shown[];
  tags: ReadonlyMap<string, { name: string }>;
  author: { digest: string } | undefined;
  related: (post: Shown) => Shown[];
}

/**
 * Returns the functions that make the cache keys of pages: a page is made again when its key
 * changes. The engine, the settings and the locked packages are in every key already
 * (build/generation.ts); these have what a page shows of the content. MDX imports modules, so that
 * its pages have no key and are always made. `mediaVersions` returns data that changes with the
 * pictures, videos and sounds of a post.
 */
export function pageKeys<Shown extends AnyPost>(mediaVersions: (post: Shown) => unknown) {
  const versions = new WeakMap<Shown, string>();

  /** Returns what changes with a post's file, its media, and the names of its tags and authors. */
  function versionOf(post: Shown): string | undefined {
    const { digest, path, tags, authors, minutes } = post;
    if (path.endsWith('.mdx')) return undefined;
    const known = versions.get(post);
    if (known !== undefined) return known;
    const version = pageKey(
      digest,
      tags.map(({ slug, name }) => [slug, name]),
      authors.map((author) => author.digest),
      mediaVersions(post),
      minutes,
      stateOf(post),
    );
    versions.set(post, version);
    return version;
  }

  return {
    /** Returns the key of an article's page; `undefined` where it is always made. */
    articleKey(post: Shown, { author, related }: ShownBlog<Shown>): string | undefined {
      const version = versionOf(post);
      if (version === undefined) return undefined;
      const { part, newer, older } = post;
      const series = part && [part.number, part.series.slug, part.series.name];
      const others = [newer, older, ...related(post)].map((other) => other && linkOf(other));
      return pageKey(version, author?.digest, series, part?.series.posts.map(linkOf), others);
    },

    /** Returns the key of a post's Markdown; `undefined` where it is always made. */
    twinKey: versionOf,

    /** Returns the key of a page of a list; `shown` is what it shows beside posts. */
    listKey({ number, total, items }: ListPage<Shown>, ...shown: unknown[]): string {
      const entries = items.map((post) => [
        linkOf(post),
        post.summary,
        post.minutes,
        stateOf(post),
      ]);
      return pageKey(number, total, entries, shown);
    },

    /** Returns the key of a feed of posts; `undefined` where it is always made. */
    feedKey(
      address: FeedAddress,
      posts: readonly Shown[],
      blog: ShownBlog<Shown>,
    ): string | undefined {
      const shown = posts.map(versionOf);
      if (shown.includes(undefined)) return undefined;
      const name = address.tag && blog.tags.get(address.tag)?.name;
      return pageKey(address, blog.posts.length, name, blog.author?.digest, shown);
    },
  };
}

/** The label of a draft or a scheduled post, in a preview. */
function stateOf({ draft, published }: AnyPost): unknown[] {
  return [draft, published];
}

/** What a link to a post shows. */
function linkOf({ url, title, date }: AnyPost): unknown[] {
  return [url, title, date];
}
