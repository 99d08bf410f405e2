import { childrenOf, textOf, type XmlElement } from './feed-document.ts';
import {
  isLanguage,
  isMediaType,
  isRfc3339,
  isWhole,
  more,
  notOnce,
  selfAndWhole,
  without,
  type Rule,
} from './feed-rule.ts';

/** RSS 2.0 (https://www.rssboard.org/rss-specification). */
export const rssRules: Rule[] = [
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
      ...unknown(root, [
        ...['title', 'link', 'description', 'language', 'lastBuildDate', 'image', 'item'],
      ]),
      ...childrenOf(root, 'item').flatMap((item) =>
        unknown(item, ['title', 'link', 'guid', 'description', 'pubDate', 'category', 'enclosure']),
      ),
    ],
  },
  {
    of: ['rss'],
    rule: 'a channel has one image, a whole address with the title and link of the channel',
    broken: ({ root }) => {
      const [image, ...others] = childrenOf(root, 'image');
      const isOf = (name: string) => image && textOf(image, name) === textOf(root, name);
      const isRight = image && isOf('title') && isOf('link') && isWhole(textOf(image, 'url'));
      return isRight ? others : ['image'];
    },
  },
  {
    of: ['rss'],
    rule: 'an item has a description, before its content, and one creator',
    broken: ({ root }) =>
      childrenOf(root, 'item').filter((item) => {
        const names = item.children.map(({ name }) => name);
        const content = names.indexOf('content:encoded');
        return (
          notOnce(item, ['description', 'dc:creator']).length > 0 ||
          (content !== -1 && content < names.indexOf('description'))
        );
      }),
  },
  {
    of: ['rss'],
    rule: 'an update is a date of RFC 3339',
    broken: ({ root }) =>
      childrenOf(root, 'item')
        .flatMap((item) => childrenOf(item, 'atom:updated'))
        .map(({ text }) => text)
        .filter((date) => !isRfc3339(date)),
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
];

function unknown(element: XmlElement, known: string[]): string[] {
  return element.children
    .map(({ name }) => name)
    .filter((name) => !name.includes(':') && !known.includes(name));
}

/** RFC 822 with a year of four digits, as RSS 2.0 prefers it. */
function isRfc822(date: string | undefined): boolean {
  const pattern =
    /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d{2}:\d{2}:\d{2} (?:GMT|[+-]\d{4})$/;
  if (date === undefined || !pattern.test(date)) return false;
  // A day of the week that is not that of the date is put right by toUTCString().
  const clock = date.replace(/\S+$/, 'GMT');
  return new Date(clock).toUTCString() === clock;
}
