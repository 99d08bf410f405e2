import { absolute, paths } from '../addresses/urls.ts';
import { rfc822, rfc3339 } from '../content/dates.ts';
import { escapeHtml } from '../html/escape-html.ts';
import type { Feed, FeedItem } from './feed.ts';
import { archiveLinks, HISTORY, xmlOf } from './xml.ts';

/** Returns a feed in RSS 2.0 (https://www.rssboard.org/rss-specification). */
export function rssFeed(feed: Feed): string {
  const { title, description, home, language, updated, archived, items, site } = feed;
  return xmlOf({
    rss: {
      '@version': '2.0',
      '@xmlns:atom': 'http://www.w3.org/2005/Atom',
      '@xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
      '@xmlns:dc': 'http://purl.org/dc/elements/1.1/',
      '@xmlns:fh': archived ? HISTORY : undefined,
      channel: {
        title,
        description,
        link: home,
        language,
        image: { url: absolute(paths.icon, site), title, link: home },
        lastBuildDate: updated && rfc822(updated, site.timeZone),
        'atom:link': archiveLinks(feed, 'application/rss+xml'),
        'fh:archive': archived ? '' : undefined,
        item: items.map((one) => item(one, site)),
      },
    },
  });
}

function item(item: FeedItem, { language, timeZone }: Feed['site']) {
  const { id, url, title, summary, published, updated, authors, tags, html } = item;
  const [enclosure] = item.enclosures;
  return {
    title,
    link: url,
    guid: { '@isPermaLink': id === url, '#text': id },
    // A description is HTML to readers, a summary is plain text.
    description: escapeHtml(summary || title),
    'content:encoded': html === undefined ? undefined : { '#cdata': html },
    pubDate: rfc822(published, timeZone),
    'atom:updated': updated && rfc3339(updated, timeZone),
    // Some readers show only the last of several.
    'dc:creator': new Intl.ListFormat(language).format(authors.map(({ name }) => name)),
    category: tags,
    // Most readers know one for each item.
    enclosure: enclosure && {
      '@url': enclosure.url,
      '@length': enclosure.length,
      '@type': enclosure.type,
    },
  };
}
