import { attribute, elements } from '../html.ts';
import { childrenOf, entriesOf, linkOf, textOf } from './feed-document.ts';
import type { FeedDocument, Json, XmlElement } from './feed-document.ts';

/** What a specification demands of a feed. */
interface Rule {
  /** The formats that it is about. */
  of: FeedDocument['format'][];
  /** What holds, with the section that says so. */
  rule: string;
  /** Returns what breaks the rule; nothing where it holds. */
  broken: (feed: FeedDocument) => unknown[];
}

/** Returns what is wrong with a feed: its path, the rule, what breaks it. */
export function findings(feed: FeedDocument): string[] {
  return RULES.filter(({ of }) => of.includes(feed.format)).flatMap(({ rule, broken }) =>
    broken(feed).map((what) => `${feed.path}: ${rule}: ${JSON.stringify(what)}`),
  );
}

const ANY: Rule['of'] = ['rss', 'atom', 'json'];

/** RSS 2.0 (rssboard.org/rss-specification), RFC 4287, JSON Feed 1.1, RFC 5005. */
export const RULES: Rule[] = [
  // All formats.
  {
    of: ANY,
    rule: 'ids are unique, and not empty',
    broken: (feed) => {
      const ids = entriesOf(feed).map(({ id }) => id);
      return ids.filter((id, index) => !id || ids.indexOf(id) !== index);
    },
  },
  {
    of: ANY,
    rule: 'items have a title and a whole address',
    broken: (feed) => entriesOf(feed).filter(({ title, url }) => !title || !isWhole(url)),
  },
  {
    of: ANY,
    rule: 'no address in content is relative',
    broken: (feed) => entriesOf(feed).flatMap(({ html }) => relativeAddresses(html ?? '')),
  },
  {
    of: ['rss', 'atom'],
    rule: 'every prefix is declared (Namespaces in XML 1.0, 5)',
    broken: ({ source, root }) =>
      [...prefixesOf(root)].filter(
        (prefix) => prefix !== 'xml' && !source.includes(`xmlns:${prefix}="`),
      ),
  },
  {
    of: ['rss', 'atom'],
    rule: 'no character is one that XML has no place for (XML 1.0, 2.2)',
    broken: ({ source }) => source.match(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE]/g) ?? [],
  },

  // RSS 2.0.
  {
    of: ['rss'],
    rule: 'the root is rss, of version 2.0',
    broken: ({ source }) => without(/^(?:<\?xml[^>]*\?>)?\s*<rss version="2\.0"/.test(source)),
  },
  {
    of: ['rss'],
    rule: 'a channel has one title, link and description each',
    broken: ({ root }) => notOnce(root, ['title', 'link', 'description']),
  },
  {
    of: ['rss'],
    rule: 'a channel links to a whole address',
    broken: ({ root }) => [textOf(root, 'link')].filter((address) => !isWhole(address)),
  },
  {
    of: ['rss'],
    rule: 'a channel has its language',
    broken: ({ root }) => [textOf(root, 'language')].filter((tag) => !isLanguage(tag)),
  },
  {
    of: ['rss'],
    rule: 'lastBuildDate is there with items, and a date of RFC 822',
    broken: ({ root }) => {
      const date = textOf(root, 'lastBuildDate');
      if (date === undefined) return childrenOf(root, 'item').slice(0, 1);
      return isRfc822(date) ? [] : [date];
    },
  },
  {
    of: ['rss'],
    rule: 'a channel and its items have no elements that RSS does not know',
    broken: ({ root }) => [
      ...unknown(root, ['title', 'link', 'description', 'language', 'lastBuildDate', 'item']),
      ...childrenOf(root, 'item').flatMap((item) =>
        unknown(item, ['title', 'link', 'guid', 'description', 'pubDate', 'category', 'enclosure']),
      ),
    ],
  },
  {
    of: ['rss'],
    rule: 'an item has one guid, one link, one pubDate, and one content at most',
    broken: ({ root }) =>
      childrenOf(root, 'item').flatMap((item) => [
        ...notOnce(item, ['guid', 'link', 'pubDate', 'title']),
        ...more(item, ['content:encoded', 'description']),
      ]),
  },
  {
    of: ['rss'],
    rule: 'a pubDate is a date of RFC 822',
    broken: ({ root }) =>
      childrenOf(root, 'item')
        .map((item) => textOf(item, 'pubDate'))
        .filter((date) => !isRfc822(date)),
  },
  {
    of: ['rss'],
    rule: 'a guid that is a permalink is the address of its item, and no other says that it is',
    broken: ({ root }) =>
      childrenOf(root, 'item').filter((item) => {
        const [guid] = childrenOf(item, 'guid');
        const isLink = guid?.text === textOf(item, 'link');
        return guid?.attributes['isPermaLink'] !== String(isLink);
      }),
  },
  {
    of: ['rss'],
    rule: 'an item has one enclosure at most, with url, length and type',
    broken: ({ root }) =>
      childrenOf(root, 'item').flatMap((item) => {
        const all = childrenOf(item, 'enclosure');
        if (all.length > 1) return all;
        return all.filter(({ attributes: { url, length, type } }) => {
          return !isWhole(url) || !/^\d+$/.test(length ?? '') || !isMediaType(type);
        });
      }),
  },
  {
    of: ['rss'],
    rule: 'links of Atom have a relation and a whole address; one says where the feed is itself',
    broken: ({ root }) => selfAndWhole(childrenOf(root, 'atom:link')),
  },

  // Atom, RFC 4287.
  {
    of: ['atom'],
    rule: 'the root is of the namespace of Atom (1.2)',
    broken: ({ root }) => without(root.attributes['xmlns'] === 'http://www.w3.org/2005/Atom'),
  },
  {
    of: ['atom'],
    rule: 'a feed has one id, title and updated, and one icon, logo, subtitle at most (4.1.1)',
    broken: ({ root }) => [
      ...notOnce(root, ['id', 'title', 'updated']),
      ...more(root, ['icon', 'logo', 'subtitle', 'rights', 'generator']),
    ],
  },
  {
    of: ['atom'],
    rule: 'an entry has one id, title and updated, and one content, summary, published at most (4.1.2)',
    broken: ({ root }) =>
      childrenOf(root, 'entry').flatMap((entry) => [
        ...notOnce(entry, ['id', 'title', 'updated']),
        ...more(entry, ['content', 'summary', 'published', 'rights', 'source']),
      ]),
  },
  {
    of: ['atom'],
    rule: 'feed or entries have an author; a person has one name, and a whole uri (3.2, 4.1.1)',
    broken: ({ root }) => {
      const entries = childrenOf(root, 'entry');
      const people = [root, ...entries].flatMap((owner) => childrenOf(owner, 'author'));
      const nameless = people.filter(
        (person) => notOnce(person, ['name']).length > 0 || !isWhole(textOf(person, 'uri')),
      );
      if (childrenOf(root, 'author').length > 0) return nameless;
      return [...nameless, ...entries.filter((entry) => childrenOf(entry, 'author').length === 0)];
    },
  },
  {
    of: ['atom'],
    rule: 'an id is a whole IRI without white space, and the feed’s is no entry’s (4.2.6)',
    broken: ({ root }) => {
      const ids = childrenOf(root, 'entry').map((entry) => textOf(entry, 'id'));
      const id = textOf(root, 'id');
      return [id, ...ids].filter((one, index) => !isIri(one) || (index > 0 && one === id));
    },
  },
  {
    of: ['atom'],
    rule: 'dates are those of RFC 3339 (3.3)',
    broken: ({ root }) =>
      [root, ...childrenOf(root, 'entry')]
        .flatMap((owner) => [...childrenOf(owner, 'updated'), ...childrenOf(owner, 'published')])
        .map(({ text }) => text)
        .filter((date) => !isRfc3339(date)),
  },
  {
    of: ['atom'],
    rule: 'links have a whole address, and one says where the feed is itself (4.1.1, 4.2.7)',
    broken: ({ root }) => [
      ...selfAndWhole(childrenOf(root, 'link')),
      ...childrenOf(root, 'entry')
        .flatMap((entry) => childrenOf(entry, 'link'))
        .filter(({ attributes }) => !isWhole(attributes['href'])),
    ],
  },
  {
    of: ['atom'],
    rule: 'no two alternates are of one type, and an entry without content has one (4.1.1, 4.1.2)',
    broken: ({ root }) =>
      [root, ...childrenOf(root, 'entry')].filter((owner) => {
        const types = childrenOf(owner, 'link')
          .filter(({ attributes: { rel = 'alternate' } }) => rel === 'alternate')
          .map(({ attributes: { type } }) => type);
        return types.length === 0 || new Set(types).size !== types.length;
      }),
  },
  {
    of: ['atom'],
    rule: 'texts and contents are of a type that is known, and hold no elements (3.1.1, 4.1.3)',
    broken: ({ root }) =>
      [root, ...childrenOf(root, 'entry')]
        .flatMap(({ children }) => children)
        .filter(({ name }) => ['title', 'subtitle', 'summary', 'content', 'rights'].includes(name))
        .filter(
          ({ attributes: { type = 'text' }, children }) =>
            !['text', 'html'].includes(type) || children.length > 0,
        ),
  },
  {
    of: ['atom'],
    rule: 'a category has a term, and a whole scheme (4.2.2)',
    broken: ({ root }) =>
      childrenOf(root, 'entry')
        .flatMap((entry) => childrenOf(entry, 'category'))
        .filter(({ attributes: { term, scheme } }) => !term || !isWhole(scheme)),
  },
  {
    of: ['atom'],
    rule: 'an enclosure has its length and type (4.2.7)',
    broken: ({ root }) =>
      childrenOf(root, 'entry')
        .flatMap((entry) => childrenOf(entry, 'link'))
        .filter(({ attributes: { rel } }) => rel === 'enclosure')
        .filter(
          ({ attributes: { length, type } }) => !/^\d+$/.test(length ?? '') || !isMediaType(type),
        ),
  },
  {
    of: ['atom'],
    rule: 'the feed says its language (2)',
    broken: ({ root }) => [root.attributes['xml:lang']].filter((tag) => !isLanguage(tag)),
  },

  // JSON Feed 1.1.
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

  // RFC 5005, section 4; for RSS appendix B.
  {
    of: ['rss', 'atom'],
    rule: 'a page of the archive says so and where the feed is, and no other document does',
    broken: (feed) => {
      const isPage = /^\/(?:rss|atom)\/\d+\.xml$/.test(feed.path);
      const marks = childrenOf(feed.root, 'fh:archive').length;
      return without(
        marks === (isPage ? 1 : 0) && (linkOf(feed, 'current') !== undefined) === isPage,
      );
    },
  },
  {
    of: ['rss', 'atom'],
    rule: 'the mark of an archive is of the namespace of RFC 5005',
    broken: ({ source }) =>
      without(
        !source.includes('<fh:archive') ||
          source.includes('xmlns:fh="http://purl.org/syndication/history/1.0"'),
      ),
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

/** Returns a finding where a rule does not hold and there is nothing to show for it. */
function without(holds: boolean): unknown[] {
  return holds ? [] : ['it does not'];
}

function notOnce(element: XmlElement, names: string[]): string[] {
  return names.filter((name) => {
    const found = childrenOf(element, name);
    return found.length !== 1 || found[0]!.text.trim() === '';
  });
}

function more(element: XmlElement, names: string[]): string[] {
  return names.filter((name) => childrenOf(element, name).length > 1);
}

function unknown(element: XmlElement, known: string[]): string[] {
  return element.children
    .map(({ name }) => name)
    .filter((name) => !name.includes(':') && !known.includes(name));
}

function selfAndWhole(links: XmlElement[]): unknown[] {
  const selves = links.filter(({ attributes }) => attributes['rel'] === 'self');
  return [
    ...(selves.length === 1 ? [] : [selves]),
    ...links.filter(({ attributes: { rel, href } }) => !rel || !isWhole(href)),
  ];
}

function prefixesOf({ name, attributes, children }: XmlElement): Set<string> {
  const names = [name, ...Object.keys(attributes)].filter((one) => !one.startsWith('xmlns'));
  const own = names.flatMap((one) => /^([^:]+):/.exec(one)?.[1] ?? []);
  return new Set([...own, ...children.flatMap((child) => [...prefixesOf(child)])]);
}

const ADDRESSES = ['href', 'src', 'poster', 'cite', 'data'];

/** Returns the addresses in HTML that need the address of a page to lead anywhere. */
function relativeAddresses(html: string): string[] {
  return elements(html)
    .flatMap((element) => [
      ...ADDRESSES.flatMap((name) => attribute(element, name) ?? []),
      ...(attribute(element, 'srcSet') ?? '').split(/,\s+/).filter(Boolean),
    ])
    .filter((address) => !/^[a-z][a-z0-9+.-]*:/i.test(address));
}

/** True for an address of the web with its host, percent-encoded. */
function isWhole(address: unknown): boolean {
  return (
    typeof address === 'string' && /^https?:\/\/[!-~]+$/.test(address) && URL.canParse(address)
  );
}

function isIri(id: string | undefined): boolean {
  return id !== undefined && /^[a-z][a-z0-9+.-]*:\S+$/i.test(id);
}

function isMediaType(type: unknown): boolean {
  return typeof type === 'string' && /^[a-z]+\/[a-z0-9.+-]+$/.test(type);
}

function isLanguage(tag: unknown): boolean {
  return typeof tag === 'string' && Intl.getCanonicalLocales(tag).length === 1;
}

/** RFC 822 with a year of four digits, as RSS 2.0 prefers it. */
function isRfc822(date: string | undefined): boolean {
  const pattern =
    /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d{2}:\d{2}:\d{2} (?:GMT|[+-]\d{4})$/;
  // A day of the week that is not that of the date is put right by toUTCString().
  return date !== undefined && pattern.test(date) && new Date(date).toUTCString() === date;
}

function isRfc3339(date: unknown): boolean {
  const pattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/;
  return typeof date === 'string' && pattern.test(date) && !Number.isNaN(Date.parse(date));
}
