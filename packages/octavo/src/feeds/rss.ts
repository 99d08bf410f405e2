import { getRssString } from '@astrojs/rss';
import { absolute, paths } from '../addresses/urls.ts';
import { rfc822, rfc3339 } from '../content/dates.ts';
import { escapeHtml } from '../html/escape-html.ts';
import type { Feed } from './feed.ts';
import type { FeedItem } from './items.ts';
import { archiveLinks, elementsOf, HISTORY, withoutControls } from './xml.ts';
import { rootOf } from '../settings/languages.ts';

/** Returns a feed in RSS 2.0 (https://www.rssboard.org/rss-specification). */
export async function rssFeed(feed: Feed): Promise<string> {
  const xml = await getRssString({
    title: feed.title,
    description: feed.description,
    site: feed.home,
    xmlns: {
      atom: 'http://www.w3.org/2005/Atom',
      dc: 'http://purl.org/dc/elements/1.1/',
      ...(feed.archived && { fh: HISTORY }),
    },
    customData: channel(feed),
    items: feed.items.map((item) => ({
      // RSS allows items without a title.
      title: item.hasTitle ? item.title : undefined,
      link: feed.site.feeds.linkPosts === 'linked' ? (item.link ?? item.url) : item.url,
      // A description is HTML to readers, a summary is plain text.
      description: escapeHtml(item.summary || item.title),
      categories: item.tags,
      content: item.html,
      // Most readers know one for each item.
      enclosure: item.enclosures[0],
      customData: facts(item, feed.site),
    })),
  });
  return withoutControls(xml);
}

/** Returns the elements of a channel beside title, description and link. */
function channel(feed: Feed): string {
  const { title, home, language, updated, archived, site } = feed;
  return elementsOf({
    language,
    image: { url: absolute(paths.icon, rootOf(site)), title: literal(title), link: home },
    lastBuildDate: updated && rfc822(updated, site.timeZone),
    'atom:link': archiveLinks(feed, 'application/rss+xml'),
    'fh:archive': archived ? '' : undefined,
  });
}

/** Returns the elements of an item that @astrojs/rss does not write, or writes in UTC. */
function facts(
  { id, url, published, updated, authors }: FeedItem,
  { language, timeZone }: Feed['site'],
): string {
  const names = new Intl.ListFormat(language).format(authors.map(({ name }) => name));
  return elementsOf({
    guid: { '@isPermaLink': id === url, ...literal(id) },
    pubDate: rfc822(published, timeZone),
    'atom:updated': updated && rfc3339(updated, timeZone),
    // Some readers show only the last of several.
    'dc:creator': literal(names),
  });
}

/**
 * Returns a text that @astrojs/rss writes unchanged: it reads `007` as the number 7, but each section
 * of character data by itself.
 */
function literal(text: string): object {
  return Number.isNaN(Number(text)) ? { '#text': text } : { '#cdata': [...text] };
}
