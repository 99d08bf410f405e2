import { generateAtomFeed } from 'feedsmith';
import { absolute, paths } from '../addresses/urls.ts';
import type { Feed, FeedItem } from './feed.ts';
import { archiveLinks, HISTORY, withoutControls } from './xml.ts';

/** Returns a feed in Atom 1.0 (RFC 4287). */
export function atomFeed(feed: Feed): string {
  const { id, title, description, language, home, author, updated, items, site } = feed;
  const documents = archiveLinks(feed).map((link) => ({ ...link, type: 'application/atom+xml' }));
  const xml = generateAtomFeed({
    id,
    title: text(title),
    subtitle: text(description),
    updated: updated ?? NEVER,
    icon: absolute('/favicon.svg', site),
    ...(author && { authors: [person(author)] }),
    links: [{ rel: 'alternate', href: home, type: 'text/html' }, ...documents],
    entries: items.map((item) => entry(item, site)),
    xml: { lang: language },
  });
  return withoutControls(marked(tight(xml), feed.archived));
}

/** The change of a feed that has no items: the element is required, and the clock is not read. */
const NEVER = new Date(0);

function entry(item: FeedItem, site: Feed['site']) {
  const { id, url, title, summary, published, updated, authors, tags, enclosures, html } = item;
  const scheme = absolute(paths.tags, site);
  return {
    id,
    title: text(title),
    published,
    updated: updated ?? published,
    authors: authors.map(person),
    categories: tags.map((term) => ({ term, scheme })),
    links: [
      { rel: 'alternate', href: url, type: 'text/html' },
      ...enclosures.map(({ url: href, ...file }) => ({ rel: 'enclosure', href, ...file })),
    ],
    summary: text(summary),
    ...(html !== undefined && { content: { value: html, type: 'html' } }),
  };
}

function person({ name, url }: FeedItem['authors'][number]) {
  return { name, uri: url };
}

function text(value: string) {
  return { value, type: 'text' };
}

/** Strips the white space that feedsmith puts around character data: an id must have none (RFC 4287, 2). */
function tight(xml: string): string {
  return xml.replace(/\s*(<!\[CDATA\[[\s\S]*?\]\]>)\s*/g, '$1');
}

/** Marks a page of an archive as such (RFC 5005, 4), for which feedsmith has no word. */
function marked(xml: string, archived: boolean): string {
  if (!archived) return xml;
  return xml.replace(/<feed\b[^>]*>/, (start) => `${start}\n  <fh:archive xmlns:fh="${HISTORY}"/>`);
}
