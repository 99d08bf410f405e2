import { absolute, paths } from '../addresses/urls.ts';
import { rfc3339 } from '../content/dates.ts';
import type { Feed } from './feed.ts';
import type { FeedItem } from './items.ts';
import { rootOf } from '../settings/languages.ts';

/** Returns a feed in JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/). */
export function jsonFeed(feed: Feed): string {
  const { title, home, current, description, language, author, previous, items } = feed;
  const document = {
    version: 'https://jsonfeed.org/version/1.1',
    title,
    home_page_url: home,
    feed_url: current,
    description,
    next_url: previous,
    hubs: hubOf(feed),
    icon: absolute(paths.icon, rootOf(feed.site)),
    favicon: absolute('/favicon.ico', rootOf(feed.site)),
    authors: author && [author],
    language,
    items: items.map((one) => item(one, feed.site)),
  };
  return JSON.stringify(document, null, 2);
}

/** Returns the hub that tells subscribers about changes (WebSub). */
function hubOf({ archived, site: { hub } }: Feed) {
  return hub === undefined || archived ? undefined : [{ type: 'WebSub', url: hub }];
}

function item(
  { id, url, title, language, summary, published, updated, html, ...rest }: FeedItem,
  { timeZone }: Feed['site'],
) {
  const { authors, tags, cover, enclosures, link, hasTitle } = rest;
  return {
    id,
    url,
    external_url: link,
    title: hasTitle ? title : undefined,
    language,
    // One of both is required.
    ...(html === undefined ? { content_text: summary || title } : { content_html: html }),
    summary: summary || undefined,
    image: cover?.url,
    date_published: rfc3339(published, timeZone),
    date_modified: updated && rfc3339(updated, timeZone),
    authors,
    tags: tags.length > 0 ? tags : undefined,
    attachments: enclosures.length > 0 ? enclosures.map(attachment) : undefined,
  };
}

function attachment({ url, type, length }: FeedItem['enclosures'][number]) {
  return { url, mime_type: type, size_in_bytes: length };
}
