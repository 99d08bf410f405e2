import { getRssString } from '@astrojs/rss';
import type { Feed } from './feed.ts';
import type { FeedItem } from './items.ts';
import { escapeXml, HISTORY } from './xml.ts';

/** Returns a feed in RSS 2.0 (https://www.rssboard.org/rss-specification). */
export function rssFeed(feed: Feed): Promise<string> {
  return getRssString({
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
      title: item.title,
      link: item.url,
      pubDate: item.published,
      // A description is HTML to readers, a summary is plain text.
      ...(item.summary !== '' && { description: escapeXml(item.summary) }),
      categories: item.tags,
      ...(item.html !== undefined && { content: item.html }),
      // An item has one at most.
      ...(item.enclosures[0] && { enclosure: item.enclosures[0] }),
      customData: identity(item),
    })),
  });
}

/** What a channel has beside title, description and link; links as RFC 5005 has them, appendix B. */
function channel({ language, updated, archived, ...feed }: Feed): string {
  const links = [
    link('self', feed.self),
    archived && link('current', feed.current),
    feed.previous && link('prev-archive', feed.previous),
    feed.next && link('next-archive', feed.next),
  ];
  return [
    `<language>${escapeXml(language)}</language>`,
    updated && `<lastBuildDate>${updated.toUTCString()}</lastBuildDate>`,
    ...links,
    archived && '<fh:archive/>',
  ]
    .filter(Boolean)
    .join('');
}

function link(rel: string, address: string): string {
  return `<atom:link href="${escapeXml(address)}" rel="${rel}" type="application/rss+xml"/>`;
}

/** The guid and the authors of an item. */
function identity({ id, url, authors }: FeedItem): string {
  const creators = authors.map(({ name }) => `<dc:creator>${literal(name)}</dc:creator>`);
  return `<guid isPermaLink="${id === url}">${literal(id)}</guid>${creators.join('')}`;
}

/**
 * A text that comes out as it went in: what is handed to @astrojs/rss as XML it reads with numbers
 * as numbers, `007` as `7`, but each section of character data by itself.
 */
function literal(text: string): string {
  if (Number.isNaN(Number(text))) return escapeXml(text);
  return [...text].map((character) => `<![CDATA[${character}]]>`).join('');
}
