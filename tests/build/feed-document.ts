import { XMLParser, XMLValidator } from 'fast-xml-parser';
import type { BuiltSite } from '../site.ts';

/** An element of a feed. */
export interface XmlElement {
  /** With its prefix: `atom:link`. */
  name: string;
  attributes: Record<string, string>;
  children: XmlElement[];
  /** Its own text, with the white space that is there. */
  text: string;
}

/** A JSON Feed, of which nothing is known yet. */
export type Json = Record<string, unknown>;

/** A feed of a built site. */
export interface FeedDocument {
  /** Below the built site: `/rss/1.xml`. */
  path: string;
  format: 'rss' | 'atom' | 'json';
  /** The text of the file. */
  source: string;
  /** The element `channel` of RSS, `feed` of Atom; absent in JSON Feed. */
  root: XmlElement;
  json: Json;
}

/** Returns every feed of a built site; throws where one is no XML or JSON. */
export function feedsOf(site: BuiltSite): FeedDocument[] {
  return site
    .files('**/*.{xml,rss,atom,json}')
    .filter((path) => !/^\/(?:sitemap|opensearch|_astro|search)/.test(path))
    .flatMap((path) => readFeed(path, site.read(path)) ?? []);
}

/** Reads a feed strictly; `undefined` for another kind of document. */
export function readFeed(path: string, source: string): FeedDocument | undefined {
  const nothing: XmlElement = { name: '', attributes: {}, children: [], text: '' };
  if (path.endsWith('.json')) {
    const json = JSON.parse(source) as Json;
    return 'items' in json || String(json['version']).includes('jsonfeed')
      ? { path, format: 'json', source, root: nothing, json }
      : undefined;
  }
  const document = parse(path, source);
  if (document.name === 'feed') return { path, format: 'atom', source, root: document, json: {} };
  const [channel = nothing] = childrenOf(document, 'channel');
  return { path, format: 'rss', source, root: channel, json: {} };
}

/** Returns the children of a name, in order. */
export function childrenOf(element: XmlElement, name: string): XmlElement[] {
  return element.children.filter((child) => child.name === name);
}

/** Returns the text of the first child of a name. */
export function textOf(element: XmlElement, name: string): string | undefined {
  return childrenOf(element, name)[0]?.text;
}

/** An entry of a feed, in any format. */
export interface Entry {
  id: string | undefined;
  title: string | undefined;
  url: string | undefined;
  published: number;
  updated: number;
  html: string | undefined;
}

/** Returns the entries of a feed, in order. */
export function entriesOf({ format, root, json }: FeedDocument): Entry[] {
  if (format === 'json') {
    return (json['items'] as Record<string, string>[]).map((item) => ({
      id: item['id'],
      title: item['title'],
      url: item['url'],
      published: Date.parse(item['date_published'] ?? ''),
      updated: Date.parse(item['date_modified'] ?? item['date_published'] ?? ''),
      html: item['content_html'],
    }));
  }
  if (format === 'atom') {
    return childrenOf(root, 'entry').map((entry) => ({
      id: textOf(entry, 'id'),
      title: textOf(entry, 'title'),
      url: childrenOf(entry, 'link').find(({ attributes }) => attributes['rel'] === 'alternate')
        ?.attributes['href'],
      published: Date.parse(textOf(entry, 'published') ?? ''),
      updated: Date.parse(textOf(entry, 'updated') ?? ''),
      html: textOf(entry, 'content'),
    }));
  }
  return childrenOf(root, 'item').map((item) => ({
    id: textOf(item, 'guid'),
    title: textOf(item, 'title'),
    url: textOf(item, 'link'),
    published: Date.parse(textOf(item, 'pubDate') ?? ''),
    updated: NaN,
    html: textOf(item, 'content:encoded'),
  }));
}

/** Returns the address of a link of a feed by its relation. */
export function linkOf({ format, root }: FeedDocument, relation: string): string | undefined {
  const links = childrenOf(root, format === 'rss' ? 'atom:link' : 'link');
  return links.find(({ attributes }) => attributes['rel'] === relation)?.attributes['href'];
}

/** Returns the address of the page of the archive with older items: RFC 5005; of JSON Feed, its own. */
export function olderPage(feed: FeedDocument): string | undefined {
  return feed.format === 'json' ? (feed.json['next_url'] as string) : linkOf(feed, 'prev-archive');
}

type Ordered = Record<string, unknown>;

function parse(path: string, source: string): XmlElement {
  const valid = XMLValidator.validate(source);
  if (valid !== true) throw new Error(`${path}: ${valid.err.msg} in line ${valid.err.line}`);
  const parser = new XMLParser({
    preserveOrder: true,
    ignoreAttributes: false,
    attributeNamePrefix: '',
    parseTagValue: false,
    trimValues: false,
  });
  const document = (parser.parse(source) as Ordered[]).map(toElement);
  return document.find(({ name }) => name !== '' && !name.startsWith('?'))!;
}

function toElement(node: Ordered): XmlElement {
  const name = Object.keys(node).find((key) => key !== ':@') ?? '';
  if (name === '#text') return { name: '', attributes: {}, children: [], text: String(node[name]) };
  const inside = (node[name] as Ordered[]).map(toElement);
  return {
    name,
    attributes: (node[':@'] ?? {}) as Record<string, string>,
    children: inside.filter((child) => child.name !== ''),
    text: inside.map((child) => (child.name === '' ? child.text : '')).join(''),
  };
}
