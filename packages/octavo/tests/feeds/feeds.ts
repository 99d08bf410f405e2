import { parseDate } from '../../src/content/dates.ts';
import type { Feed } from '../../src/feeds/feed.ts';
import type { FeedItem } from '../../src/feeds/items.ts';
import { settings } from '../helpers.ts';

/** An item with nothing special about it. */
export const ITEM: FeedItem = {
  id: 'https://example.com/blog/posts/a/',
  url: 'https://example.com/blog/posts/a/',
  language: undefined,
  title: 'A',
  hasTitle: true,
  link: undefined,
  via: undefined,
  summary: 'S',
  published: parseDate('2024-01-06T10:30:00Z', 'UTC'),
  updated: undefined,
  authors: [{ name: 'Jane', url: 'https://example.com/blog/authors/jane/' }],
  tags: ['Go'],
  cover: undefined,
  enclosures: [],
  html: '<p>Text</p>',
};

/** A feed with such items, of which each differs in what is given. */
export function feedWith(items: Partial<FeedItem>[], feed: Partial<Feed> = {}): Feed {
  return {
    id: 'https://example.com/blog/',
    title: 'Notes & more',
    description: 'On <many> things.',
    language: 'de',
    home: 'https://example.com/blog/',
    author: { name: 'Jane', url: 'https://example.com/blog/authors/jane/' },
    self: 'https://example.com/blog/feed',
    current: 'https://example.com/blog/feed',
    archived: false,
    previous: undefined,
    next: undefined,
    updated: items.length === 0 ? undefined : parseDate('2024-02-01', 'UTC'),
    items: items.map((item) => ({ ...ITEM, ...item })),
    site: settings({ url: 'https://example.com/blog/' }),
    ...feed,
  };
}

/** What a page of an archive has beside others. */
export const ARCHIVED: Partial<Feed> = {
  archived: true,
  self: 'https://example.com/blog/feed/2',
  previous: 'https://example.com/blog/feed/1',
  next: 'https://example.com/blog/feed/3',
};

/** Returns what stands in each element of a name, as it is written. */
export function inside(xml: string, name: string): string[] {
  return [...xml.matchAll(new RegExp(`<${name}(?: [^>]*)?>([\\s\\S]*?)</${name}>`, 'g'))].map(
    ([, text]) => text!,
  );
}
