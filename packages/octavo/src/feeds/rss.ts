import { getRssString } from '@astrojs/rss';
import { escapeHtml } from '../html/escape-html.ts';
import type { Feed, FeedItem } from './feed.ts';
import { archiveLinks, HISTORY, withoutControls } from './xml.ts';

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
      title: item.title,
      link: item.url,
      pubDate: item.published,
      // A description is HTML to readers, a summary is plain text.
      description: escapeHtml(item.summary),
      categories: item.tags,
      content: item.html,
      // An item has one at most.
      enclosure: item.enclosures[0],
      customData: identity(item),
    })),
  });
  return withoutControls(xml);
}

/** Returns the elements of a channel beside title, description and link. */
function channel(feed: Feed): string {
  const { language, updated, archived } = feed;
  const links = archiveLinks(feed).map(
    ({ rel, href }) =>
      `<atom:link href="${escapeHtml(href)}" rel="${rel}" type="application/rss+xml"/>`,
  );
  return [
    `<language>${language}</language>`,
    updated ? `<lastBuildDate>${updated.toUTCString()}</lastBuildDate>` : '',
    ...links,
    archived ? '<fh:archive/>' : '',
  ].join('');
}

/** Returns the guid and the authors of an item. */
function identity({ id, url, authors }: FeedItem): string {
  const creators = authors.map(({ name }) => `<dc:creator>${literal(name)}</dc:creator>`);
  return `<guid isPermaLink="${id === url}">${literal(id)}</guid>${creators.join('')}`;
}

/**
 * Returns XML that @astrojs/rss writes unchanged: it reads `007` as the number 7, but each section
 * of character data by itself.
 */
function literal(text: string): string {
  if (Number.isNaN(Number(text))) return escapeHtml(text);
  return [...text].map((character) => `<![CDATA[${character}]]>`).join('');
}
