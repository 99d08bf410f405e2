import { Drop, type Liquid } from 'liquidjs';
import { paths } from 'octavo/internal/addresses/urls';
import type { Diagnostic } from '../diagnostic.ts';
import type { OldAddress } from '../imported-site.ts';
import { at, integer, map, text } from '../old/values.ts';
import { feedAddresses, type OldFeed } from '../site/feed-addresses.ts';
import { termPage } from '../site/term-page.ts';
import { eleventySlug, urlOf } from './addresses.ts';
import type { EleventyConfig } from './config.ts';
import type { EleventyPage } from './content.ts';

interface ListSources {
  /** Templates that are not Markdown. */
  templates: readonly EleventyPage[];
  config: EleventyConfig;
  engine: Liquid;
  /** The tags of published posts. */
  tags: readonly string[];
  /** How many posts are published. */
  count: number;
}

/** Returns the lists, feeds and sitemaps that templates make, each with its target. */
export function eleventyLists({ templates, config, engine, tags, count }: ListSources) {
  const feeds = config.feeds.map(({ outputPath, type }): OldFeed => ({
    path: text(outputPath) ?? '/feed.xml',
    format: text(type) === 'rss' ? 'rss' : 'atom',
  }));
  const sitemaps: string[] = [];
  const addresses: OldAddress[] = [{ from: '/', to: '/', kind: 'list', by: 'same' }];
  for (const template of templates) {
    const { url } = urlOf(template, undefined, engine);
    const { body, values } = template.source;
    if (/<(?:urlset|sitemapindex)\b/.test(body)) sitemaps.push(url ?? '/sitemap.xml');
    else if (/<(?:rss|feed)\b/.test(body))
      feeds.push({ path: url ?? '/feed.xml', format: body.includes('<rss') ? 'rss' : 'atom' });
    else if (TAGS.test(text(at(values, 'pagination', 'data')) ?? ''))
      addresses.push(...tagLists(template, engine, tags));
    else if (url !== undefined && /\/$|\.html$/.test(url) && !url.startsWith('/404'))
      addresses.push(...pageLists(template, url, engine, count));
  }
  const made = feedAddresses(feeds);
  return { addresses: [...addresses, ...made.addresses], alsoAt: made.alsoAt, sitemaps };
}

/** All collections, or one of tags, as sites make it. */
const TAGS = /^collections(?:\.\w*tags?\w*)?$/i;

/** A tag as collections have it: its name, or an object. */
class TagDrop extends Drop {
  readonly tag: string;
  readonly slug: string;

  constructor(tag: string) {
    super();
    this.tag = tag;
    this.slug = eleventySlug(tag);
  }

  get name(): string {
    return this.tag;
  }

  override valueOf(): string {
    return this.tag;
  }
}

/** A page for each tag: `permalink: /tags/{{ tag | slugify }}/`. */
function tagLists(template: EleventyPage, engine: Liquid, tags: readonly string[]): OldAddress[] {
  const alias = text(at(template.source.values, 'pagination', 'alias')) ?? 'tag';
  const pattern = { ...map(template.source.values['eleventycomputed']), ...template.source.values };
  return tags.flatMap((tag): OldAddress[] => {
    const { url, isUnknown } = urlOf(template, undefined, engine, {
      [alias]: new TagDrop(tag),
    });
    // A function in JavaScript is taken to make the URL of eleventy-base-blog.
    const from = isUnknown === true || pattern['permalink'] === undefined ? termPage(tag) : url;
    return from === undefined ? [] : [leading(from, termPage(tag))];
  });
}

/** Returns a list with its numbered pages; another page of a template has no text to import. */
function pageLists(
  template: EleventyPage,
  url: string,
  engine: Liquid,
  count: number,
): OldAddress[] {
  const { source, path } = template;
  if (url === '/') return [];
  const size = integer(at(source.values, 'pagination', 'size'));
  const isList = size !== undefined || /\bcollections\b|postslist|\bfor\b/.test(source.body);
  const to = /(?:^|\/)tags?(?:-|$|\/)/.test(path)
    ? paths.tags
    : /archive/.test(path)
      ? paths.archive
      : isList
        ? '/'
        : undefined;
  if (to === undefined) return [{ from: url, to: undefined, kind: 'page', by: 'nothing' }];
  const pages = size === undefined ? 1 : Math.ceil(count / size);
  const urls = Array.from({ length: pages }, (_, pageNumber) =>
    'permalink' in source.values
      ? urlOf(template, undefined, engine, { pagination: { pageNumber } }).url
      : `${url}${pageNumber === 0 ? '' : `${pageNumber}/`}`,
  );
  return [...new Set([url, ...urls])]
    .filter((from) => from !== undefined)
    .map((from) => leading(from, to));
}

function leading(from: string, to: string): OldAddress {
  return { from, to, kind: 'list', by: from === to ? 'same' : 'page' };
}

/** Returns the diagnostics of pages of templates, which have no text. */
export function lostPages(addresses: readonly OldAddress[], file: string): Diagnostic[] {
  return addresses
    .filter(({ by }) => by === 'nothing')
    .map(({ from }) => ({
      ...{ file, line: 1, severity: 'warning' },
      message: `${from}: a page of a template, without a text that could be imported`,
    }));
}
