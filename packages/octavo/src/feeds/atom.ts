import { absolute, paths } from '../addresses/urls.ts';
import { rfc3339 } from '../content/dates.ts';
import type { Feed } from './feed.ts';
import type { FeedItem } from './items.ts';
import { archiveLinks, HISTORY, xmlOf } from './xml.ts';
import { rootOf } from '../settings/languages.ts';

/** Returns a feed in Atom 1.0 (RFC 4287). */
export function atomFeed(feed: Feed): string {
  const { id, title, description, language, home, author, updated, archived, items, site } = feed;
  return xmlOf({
    feed: {
      '@xmlns': 'http://www.w3.org/2005/Atom',
      '@xmlns:fh': archived ? HISTORY : undefined,
      '@xml:lang': language,
      id,
      title: text(title),
      subtitle: text(description),
      updated: updated ? rfc3339(updated, site.timeZone) : NEVER,
      icon: absolute(paths.icon, rootOf(site)),
      author: author && person(author),
      link: [alternate(home), ...archiveLinks(feed, 'application/atom+xml')],
      'fh:archive': archived ? '' : undefined,
      entry: items.map((item) => entry(item, site)),
    },
  });
}

/** The change of a feed that has no items: the element is required, and the clock is not read. */
const NEVER = '1970-01-01T00:00:00Z';

function entry(item: FeedItem, site: Feed['site']) {
  const { id, url, title, language, summary, published, updated, html } = item;
  const { authors, tags, enclosures, link, via } = item;
  const scheme = absolute(paths.tags, site);
  return {
    '@xml:lang': language,
    id,
    title: text(title),
    published: rfc3339(published, site.timeZone),
    updated: rfc3339(updated ?? published, site.timeZone),
    author: authors.map(person),
    category: tags.map((term) => ({ '@term': term, '@scheme': scheme })),
    link: [
      alternate(url),
      ...(link ? [{ '@href': link, '@rel': 'related' }] : []),
      ...(via ? [{ '@href': via, '@rel': 'via' }] : []),
      ...enclosures.map(({ url: href, length, type }) => {
        return { '@href': href, '@rel': 'enclosure', '@type': type, '@length': length };
      }),
    ],
    summary: summary === '' ? undefined : text(summary),
    content: html === undefined ? undefined : { '@type': 'html', '#cdata': html },
  };
}

function alternate(href: string) {
  return { '@href': href, '@rel': 'alternate', '@type': 'text/html' };
}

function text(value: string) {
  return { '@type': 'text', '#text': value };
}

function person({ name, url }: FeedItem['authors'][number]) {
  return { name, uri: url };
}
