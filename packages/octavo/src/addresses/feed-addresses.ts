import { isEngineFile } from './engine-addresses.ts';
import { FEED_FORMATS, TAG, type FeedFormat } from './feed-formats.ts';
import { foldersOf } from './path-key.ts';
import { paths } from './urls.ts';

/** A feed of the site: its file and its posts. */
export interface FeedAddress {
  /** Without the base path: `/rss.xml`. */
  path: string;
  format: FeedFormat;
  /** The slug of its tag; absent for a feed of all posts. */
  tag?: string;
  /** The number of an archive page, counted from the oldest posts; absent for the feed itself. */
  archive?: number;
}

interface FeedSettings {
  feeds: { items: number; alsoAt: Record<FeedFormat, string[]> };
}

/** Returns all feeds of a site with a number of listed posts, and the slugs of their tags. */
export function feedAddresses(
  site: FeedSettings,
  { posts, tags }: { posts: number; tags: readonly string[] },
): FeedAddress[] {
  const pages = Array.from(
    { length: archivePages(posts, site.feeds.items) },
    (_, page) => page + 1,
  );
  const own = FEED_FORMATS.flatMap((format): FeedAddress[] => [
    { path: paths[format], format },
    ...pages.map((archive) => ({ path: paths.feedArchive(format, archive), format, archive })),
  ]);
  const ofTags = tags.map((tag): FeedAddress => ({ path: paths.tagRss(tag), format: 'rss', tag }));
  return [...own, ...ofTags, ...alsoAt(site, tags)];
}

/**
 * Returns the number of archive pages of a feed. Each is full, so that no page changes when newer
 * posts appear; the feed itself has the posts that are on none.
 */
export function archivePages(posts: number, size: number): number {
  return Math.max(0, Math.ceil(posts / size) - 1);
}

/** Returns the posts of an archive page; `posts` and the result are newest first. */
export function archivePage<Post>(posts: readonly Post[], size: number, page: number): Post[] {
  return posts.slice(posts.length - page * size, posts.length - (page - 1) * size);
}

/**
 * Returns the errors in the paths of `feeds.alsoAt` that depend on the tags of a blog, its other
 * feeds and the files in `public/`.
 */
export function feedPathErrors(
  site: FeedSettings,
  tags: readonly string[],
  isPublic: (path: string) => boolean,
): string[] {
  const feeds = new Set<string>();
  const ownerOf = (path: string) => {
    if (isEngineFile(path)) return 'a built-in file';
    if (isPublic(path)) return `public${path}`;
    const files = [path, ...foldersOf(path)];
    return files.some((one) => feeds.has(one) || isEngineFile(one)) ? 'another feed' : undefined;
  };
  // Sorted, so that /a comes before /a/b.xml, which it prevents.
  const extra = alsoAt(site, tags).map(({ path }) => path);
  return extra.sort().flatMap((path) => {
    const owner = ownerOf(path);
    feeds.add(path);
    return owner
      ? [`feeds.alsoAt: ${path} is already the URL of ${owner}; choose another path`]
      : [];
  });
}

/** Returns the feeds of `feeds.alsoAt`; a path with `:tag` gives one for each tag. */
export function alsoAt({ feeds }: FeedSettings, tags: readonly string[]): FeedAddress[] {
  return FEED_FORMATS.flatMap((format) =>
    feeds.alsoAt[format].flatMap((path): FeedAddress | FeedAddress[] =>
      path.includes(TAG)
        ? tags.map((tag) => ({ path: path.replace(TAG, () => tag), format, tag }))
        : { path, format },
    ),
  );
}
