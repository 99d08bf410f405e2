import { isEngineFile } from './engine-addresses.ts';
import { FEED_FORMATS, LIST_KINDS, type FeedFormat, type FeedList } from './feed-formats.ts';
import { foldersOf } from './path-key.ts';
import { paths } from './urls.ts';

/** A feed of the site: its file and its posts. */
export interface FeedAddress<List = FeedList> {
  /** Without the base path: `/rss.xml`. */
  path: string;
  format: FeedFormat;
  /** Absent for a feed of all posts. */
  list?: List;
  /** The number of an archive page, counted from the oldest posts; absent for the feed itself. */
  archive?: number;
}

interface FeedSettings {
  notes?: object | undefined;
  feeds: { items: number; alsoAt: Record<FeedFormat, string[]> };
}

/** Returns all feeds of a site with a number of listed posts, and lists of them. */
export function feedAddresses<List extends FeedList>(
  site: FeedSettings,
  { posts, lists }: { posts: number; lists: readonly List[] },
): FeedAddress<List>[] {
  const length = archivePages(posts, site.feeds.items);
  const pages = Array.from({ length }, (_, index) => index + 1);
  const own = FEED_FORMATS.flatMap((format): FeedAddress<List>[] => [
    { path: paths[format], format },
    ...pages.map((archive) => ({ path: paths.feedArchive(format, archive), format, archive })),
  ]);
  const ofLists = lists.flatMap((list): FeedAddress<List>[] => {
    if (list.kind === 'notes')
      return FEED_FORMATS.map((format) => ({ path: paths.notesFeed(format), format, list }));
    const path = paths.listRss(list);
    return path === undefined ? [] : [{ path, format: 'rss', list }];
  });
  return [...own, ...ofLists, ...alsoAt(site, lists)];
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
 * Returns the errors in the paths of `feeds.alsoAt` that depend on the lists of a blog, its other
 * feeds and the files in `public/`.
 */
export function feedPathErrors(
  site: FeedSettings,
  lists: readonly FeedList[],
  isPublic: (path: string) => boolean,
): string[] {
  const feeds = new Set(site.notes ? FEED_FORMATS.map(paths.notesFeed) : []);
  const ownerOf = (path: string) => {
    if (isEngineFile(path)) return 'a built-in file';
    if (isPublic(path)) return `public${path}`;
    const files = [path, ...foldersOf(path)];
    return files.some((one) => feeds.has(one) || isEngineFile(one)) ? 'another feed' : undefined;
  };
  // Sorted, so that /a comes before /a/b.xml, which it prevents.
  const extra = alsoAt(site, lists).map(({ path }) => path);
  return extra.sort().flatMap((path) => {
    const owner = ownerOf(path);
    feeds.add(path);
    return owner
      ? [`feeds.alsoAt: ${path} is already the URL of ${owner}; choose another path`]
      : [];
  });
}

/**
 * Returns the feeds of `feeds.alsoAt`; a path with a placeholder gives one for each of its lists. That of
 * a folder is its `index.html`: readers recognize a feed that is served as HTML by its first element
 * (https://mimesniff.spec.whatwg.org/#sniffing-a-mislabeled-feed).
 */
export function alsoAt<List extends FeedList>(
  { feeds }: FeedSettings,
  lists: readonly List[],
): FeedAddress<List>[] {
  return FEED_FORMATS.flatMap((format) =>
    feeds.alsoAt[format].flatMap((written): FeedAddress<List> | FeedAddress<List>[] => {
      const path = written.replace(/\/$/, '/index.html');
      const kind = LIST_KINDS.find((one) => path.includes(`:${one}`));
      if (kind === undefined) return { path, format };
      const ofKind = lists.filter((list) => list.kind === kind);
      return ofKind.map((list) => {
        return { path: path.replace(`:${kind}`, () => list.slug), format, list };
      });
    }),
  );
}
