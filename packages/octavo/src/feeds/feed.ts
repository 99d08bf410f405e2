import type { PostList } from '../blog/feed-list.ts';
import { archivePage, archivePages, type FeedAddress } from '../addresses/feed-addresses.ts';
import { latest } from '../content/dates.ts';
import type { Blog, Post } from '../site/get-blog.ts';
import type { Settings } from '../settings/settings.ts';
import { absolute, paths } from '../addresses/urls.ts';
import { stringsFor } from '../strings/strings.ts';
import { feedAuthor } from './feed-author.ts';
import { firstAddress } from './id.ts';
import type { FeedItem } from './items.ts';

/** A feed, for every format. All URLs are absolute. */
export type Feed = ReturnType<typeof feedOf>;

/** A feed with the posts of its list. */
export type ListedFeed = FeedAddress<PostList<Post>>;

/** Returns the posts of a feed at an address, newest first. */
export function feedPosts(
  { list, archive }: ListedFeed,
  { mainPosts }: Pick<Blog, 'mainPosts'>,
  { feeds: { items: size } }: Settings,
): Post[] {
  const posts = list?.posts ?? mainPosts;
  return archive === undefined ? posts.slice(0, size) : archivePage(posts, size, archive);
}

/** Returns the feed at an address, of the items of its posts. */
export function feedOf(address: ListedFeed, blog: Blog, items: FeedItem[], site: Settings) {
  const { format, archive } = address;
  const { id, title, description, home } = subjectOf(address, site);
  const pages = address.list ? 0 : archivePages(blog.mainPosts.length, site.feeds.items);
  const page = (number: number) =>
    number >= 1 && number <= pages ? absolute(paths.feedArchive(format, number), site) : undefined;
  const current = absolute(subscription(address), site);
  return {
    /** Stays the same for as long as it is the same feed, in any format, on any page. */
    id: firstAddress(id, site),
    title,
    description,
    language: site.language,
    /** The page of which it is the feed. */
    home: absolute(home, site),
    /** The site's author. */
    author: blog.author && feedAuthor(blog.author, site),
    /** Where this document is to be fetched. */
    self: archive === undefined ? current : absolute(paths.feedArchive(format, archive), site),
    /** The URL to subscribe to. */
    current,
    /** Whether this is a page of the archive. */
    archived: archive !== undefined,
    /** The page of the archive before this, with older items. */
    previous: page((archive ?? pages + 1) - 1),
    /** The page of the archive behind this, with newer items. */
    next: archive === undefined ? undefined : page(archive + 1),
    /** The last change of an item; absent where there is none. */
    updated: latest(items.map(({ published, updated = published }) => updated)),
    items,
    site,
  };
}

/**
 * Returns the path at which a feed is best subscribed to: that of the engine, which stays what it
 * is while an old blog's address may go. Lists have one in RSS alone.
 */
function subscription({ path, format, list }: ListedFeed): string {
  if (list === undefined) return paths[format];
  return (format === 'rss' ? paths.listRss(list) : undefined) ?? path;
}

/** Returns the texts of a feed; `id` is the path that stands for it, `home` that of its page. */
function subjectOf({ list }: ListedFeed, site: Settings) {
  const { title, description } = site;
  if (!list) return { id: paths.index(), title, description, home: paths.index() };
  const { name, url: home } = list;
  const ofList = { title: `${name} – ${title}`, home };
  if (list.kind === 'folder') return { ...ofList, id: `/${list.slug}/`, description };
  if (list.kind === 'notes')
    return { ...ofList, id: home, description: stringsFor(site).notesOf(title) };
  const { postsWithTag, seriesOf, postsBy } = stringsFor(site);
  const describe = { tag: postsWithTag, series: seriesOf, author: postsBy }[list.kind];
  return { ...ofList, id: home, description: describe(name) };
}
