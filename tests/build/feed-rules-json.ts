import { type Json } from './feed-document.ts';
import { isLanguage, isMediaType, isRfc3339, isWhole, without, type Rule } from './feed-rule.ts';

/** JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/). */
export const jsonRules: Rule[] = [
  {
    of: ['json'],
    rule: 'the version is 1.1, and stands first',
    broken: ({ json }) =>
      without(
        Object.keys(json)[0] === 'version' &&
          json['version'] === 'https://jsonfeed.org/version/1.1',
      ),
  },
  {
    of: ['json'],
    rule: 'title and items are there, and every key is known and of its kind',
    broken: ({ json }) => [
      ...['title', 'items'].filter((key) => !(key in json)),
      ...misfits(json, FEED_KEYS),
      ...itemsOf(json).flatMap((item) => misfits(item, ITEM_KEYS)),
    ],
  },
  {
    of: ['json'],
    rule: 'addresses are whole, and next_url is not feed_url',
    broken: ({ json }) => [
      ...['home_page_url', 'feed_url'].filter((key) => !isWhole(json[key])),
      ...['next_url', 'icon', 'favicon'].filter((key) => key in json && !isWhole(json[key])),
      ...[json['next_url']].filter((next) => next !== undefined && next === json['feed_url']),
      ...itemsOf(json).flatMap((item) =>
        ['url', 'image', 'banner_image'].filter((key) => key in item && !isWhole(item[key])),
      ),
    ],
  },
  {
    of: ['json'],
    rule: 'an item has content_html or content_text',
    broken: ({ json }) =>
      itemsOf(json).filter((item) => !('content_html' in item) && !('content_text' in item)),
  },
  {
    of: ['json'],
    rule: 'dates are those of RFC 3339',
    broken: ({ json }) =>
      itemsOf(json)
        .flatMap((item) => [
          item['date_published'],
          item['date_modified'] ?? '2024-01-01T00:00:00Z',
        ])
        .filter((date) => !isRfc3339(date)),
  },
  {
    of: ['json'],
    rule: 'an author has a name or an address',
    broken: ({ json }) =>
      [json, ...itemsOf(json)]
        .flatMap((owner) => (owner['authors'] ?? []) as Json[])
        .filter(({ name, url }) => !name || !isWhole(url)),
  },
  {
    of: ['json'],
    rule: 'an attachment has a whole address, a media type and its size',
    broken: ({ json }) =>
      itemsOf(json)
        .flatMap((item) => (item['attachments'] ?? []) as Json[])
        .filter(
          ({ url, mime_type, size_in_bytes }) =>
            !isWhole(url) || !isMediaType(mime_type) || !Number.isInteger(size_in_bytes),
        ),
  },
  {
    of: ['json'],
    rule: 'the feed says its language',
    broken: ({ json }) => [json['language']].filter((tag) => !isLanguage(tag)),
  },
];

const FEED_KEYS: Record<string, string> = {
  version: 'string',
  title: 'string',
  home_page_url: 'string',
  feed_url: 'string',
  description: 'string',
  next_url: 'string',
  icon: 'string',
  favicon: 'string',
  authors: 'array',
  language: 'string',
  items: 'array',
};

const ITEM_KEYS: Record<string, string> = {
  id: 'string',
  url: 'string',
  title: 'string',
  content_html: 'string',
  content_text: 'string',
  summary: 'string',
  image: 'string',
  date_published: 'string',
  date_modified: 'string',
  authors: 'array',
  tags: 'array',
  attachments: 'array',
};

/** Returns the keys that are not known, or whose value is of another kind. */
function misfits(object: Json, known: Record<string, string>): string[] {
  const kind = (value: unknown) => (Array.isArray(value) ? 'array' : typeof value);
  return Object.keys(object).filter((key) => kind(object[key]) !== known[key]);
}

function itemsOf(json: Json): Json[] {
  return Array.isArray(json['items']) ? (json['items'] as Json[]) : [];
}
