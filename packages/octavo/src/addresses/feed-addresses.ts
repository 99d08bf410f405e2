import { isEngineFile } from './engine-addresses.ts';
import { FEED_FORMATS, TAG, type FeedFormat } from './feed-formats.ts';
import { paths } from './urls.ts';

/** A file of the built site that is a feed, and what it is a feed of. */
export interface FeedAddress {
  /** Without the base path: `/rss.xml`. */
  path: string;
  format: FeedFormat;
  /** The slug of the tag that it is about; absent where it is about all posts. */
  tag?: string;
  /** The page of the archive, counted from the oldest posts; absent in what one subscribes to. */
  archive?: number;
}

/** What a site has feeds of. */
interface Contents {
  /** How many posts are listed. */
  posts: number;
  /** The slugs of their tags. */
  tags: readonly string[];
}

/** The settings that say which feeds there are. */
interface FeedSettings {
  feeds: { items: number; alsoAt: Record<FeedFormat, string[]> };
}

/** Returns every address of a site at which there is a feed. */
export function feedAddresses(site: FeedSettings, contents: Contents): FeedAddress[] {
  const { posts, tags } = contents;
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
 * Returns how many pages the archive of a feed has. Each is full, so that none changes when
 * newer posts appear; with the newest posts of the feed itself they hold all.
 */
export function archivePages(posts: number, size: number): number {
  return Math.max(0, Math.ceil(posts / size) - 1);
}

/** Returns the posts of a page of the archive, newest first, out of all, newest first. */
export function archivePage<Post>(posts: readonly Post[], size: number, page: number): Post[] {
  return posts.slice(posts.length - page * size, posts.length - (page - 1) * size);
}

/**
 * Returns the errors in the paths of the setting `feeds.alsoAt` beside the tags of a blog, its other
 * feeds and the files in `public/`.
 */
export function feedAddressMistakes(
  site: FeedSettings,
  tags: readonly string[],
  isPublic: (path: string) => boolean,
): string[] {
  const feeds = new Set<string>();
  const ownerOf = (path: string) => {
    if (isEngineFile(path)) return 'of a file of Octavo itself';
    if (isPublic(path)) return `of public${path}`;
    const inTheWay = [path, ...foldersOf(path)];
    return inTheWay.some((one) => feeds.has(one) || isEngineFile(one))
      ? 'of another feed'
      : undefined;
  };
  // Sorted, a file comes before what would be below it.
  const asked = alsoAt(site, tags).map(({ path }) => path);
  return asked.sort().flatMap((path) => {
    const owner = ownerOf(path);
    feeds.add(path);
    return owner ? [`feeds.alsoAt: ${path} is the address ${owner} too; choose one of them`] : [];
  });
}

/** Returns the addresses that the settings ask for, of each tag where they hold `:tag`. */
export function alsoAt({ feeds }: FeedSettings, tags: readonly string[]): FeedAddress[] {
  return FEED_FORMATS.flatMap((format) =>
    feeds.alsoAt[format].flatMap((path): FeedAddress | FeedAddress[] =>
      path.includes(TAG)
        ? tags.map((tag) => ({ path: path.replace(TAG, () => tag), format, tag }))
        : { path, format },
    ),
  );
}

/** `/a/b/c.xml` → `/a`, `/a/b`: what a file at one of them would be in the way of. */
function foldersOf(path: string): string[] {
  const parts = path.split('/').slice(1, -1);
  return parts.map((_, index) => `/${parts.slice(0, index + 1).join('/')}`);
}
