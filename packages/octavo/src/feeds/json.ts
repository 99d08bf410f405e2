import { generateJsonFeed } from 'feedsmith';
import { absolute, paths } from '../addresses/urls.ts';
import type { Feed } from './feed.ts';
import type { FeedItem } from './items.ts';

/** Returns a feed in JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/). */
export function jsonFeed(feed: Feed): string {
  const { title, home, current, description, language, author, previous, items } = feed;
  const generated = generateJsonFeed({
    title,
    home_page_url: home,
    feed_url: current,
    description,
    next_url: previous,
    icon: absolute(paths.icon, feed.site),
    favicon: absolute('/favicon.ico', feed.site),
    ...(author && { authors: [author] }),
    language,
    items: items.map(item),
  }) as object;
  // An empty list is left out by feedsmith, and required.
  return JSON.stringify({ ...generated, ...(items.length === 0 && { items }) }, null, 2);
}

function item({ id, url, title, summary, published, updated, html, ...rest }: FeedItem) {
  const { authors, tags, cover, enclosures } = rest;
  return {
    id,
    url,
    title,
    // One of both is required.
    ...(html === undefined ? { content_text: summary || title } : { content_html: html }),
    ...(summary !== '' && { summary }),
    ...(cover && { image: cover.url }),
    date_published: published,
    ...(updated && { date_modified: updated }),
    authors,
    ...(tags.length > 0 && { tags }),
    ...(enclosures.length > 0 && { attachments: enclosures.map(attachment) }),
  };
}

function attachment({ url, type, length }: FeedItem['enclosures'][number]) {
  return { url, mime_type: type, size_in_bytes: length };
}
