import type { FeedList } from 'octavo/internal/addresses/feed-formats';
import type { Diagnostic } from '../diagnostic.ts';
import type { OldAddress } from '../imported-site.ts';
import { at, isMap, map, text, texts, type Values } from '../old/values.ts';
import { listFeed } from '../site/list-feed.ts';
import type { OldLists } from '../site/old-blog.ts';
import type { HugoConfig } from './config.ts';

/** A page or list that Hugo may write in several formats. */
export interface Output {
  /** Hugo's kind: home, section, taxonomy, term, page. */
  kind: string;
  /** The path of its HTML. */
  from: string;
  /** Its target in the new site. */
  to: string;
  /** `outputs` in its front matter. */
  own?: unknown;
  /** The list of the new site with the same posts. */
  list?: FeedList | undefined;
}

/** A format of output besides HTML and RSS. */
interface Format {
  /** The file's name; the path of HTML ends at its folder. */
  name: string;
  folder: string;
  isHtml: boolean;
  /** The format of a feed. */
  feed?: 'rss' | 'atom' | undefined;
}

/** Hugo's own formats: the name of the file. */
const BUILT_IN: Record<string, string> = {
  json: 'index.json',
  csv: 'index.csv',
  calendar: 'index.ics',
  markdown: 'index.md',
  css: 'styles.css',
  webappmanifest: 'manifest.webmanifest',
};

const SUFFIXES: Record<string, string> = {
  'text/html': 'html',
  'text/plain': 'txt',
  'text/markdown': 'md',
  'text/calendar': 'ics',
  'application/rss+xml': 'xml',
  'application/manifest+json': 'webmanifest',
};

/** Returns the URLs of pages in formats besides HTML and RSS: feeds stay, other HTML redirects, the rest is lost. */
export function otherOutputs(
  outputs: readonly Output[],
  { values, file }: HugoConfig,
  prefix = '',
): Required<Pick<OldLists, 'addresses' | 'alsoAt' | 'diagnostics'>> {
  const addresses: OldAddress[] = [];
  const alsoAt = { rss: new Set<string>(), atom: new Set<string>() };
  const counts = new Map<string, number>();
  for (const { kind, from, to, own, list } of outputs)
    for (const name of namesOf(own ?? at(values, 'outputs', kind))) {
      const format = formatOf(name, values);
      if (!format) continue;
      if (format.feed && format.folder === '' && kind !== 'page') {
        // The engine has Atom for all posts only.
        const known = alsoAt[list ? 'rss' : format.feed];
        addresses.push(listFeed({ from, list }, format.name, known, prefix));
        continue;
      }
      counts.set(name, (counts.get(name) ?? 0) + 1);
      addresses.push(fileAddress(pathIn(from, format), to, format));
    }
  const diagnostics = [...counts].map(([name, count]) => skipped(name, count, { values, file }));
  const paths = { rss: [...alsoAt.rss], atom: [...alsoAt.atom] };
  return { addresses, diagnostics, alsoAt: paths };
}

function fileAddress(from: string, to: string, { isHtml }: Format): OldAddress {
  return isHtml
    ? { from, to, kind: 'file', by: 'page' }
    : { from, to: undefined, kind: 'file', by: 'nothing' };
}

function skipped(
  name: string,
  count: number,
  { values, file }: Pick<HugoConfig, 'values' | 'file'>,
): Diagnostic {
  const said = formatOf(name, values)?.isHtml ? 'redirect to the pages' : 'are gone';
  const message = `output format ${name} skipped: its URLs (${count}) ${said}`;
  return { file, line: 1, severity: 'warning', message };
}

function namesOf(value: unknown): string[] {
  return texts(value)
    .map((name) => name.toLowerCase())
    .filter((name) => name !== 'html' && name !== 'rss');
}

/** Returns a format by its name; `undefined` for an unknown one. */
function formatOf(name: string, values: Values): Format | undefined {
  const own = at(values, 'outputformats', name);
  if (!isMap(own)) {
    if (name === 'amp') return { name: 'index.html', folder: 'amp', isHtml: true };
    const known = BUILT_IN[name];
    return known === undefined ? undefined : { name: known, folder: '', isHtml: false };
  }
  const type = text(own['mediatype'])?.toLowerCase() ?? mediaTypeOf(name);
  const suffix = suffixOf(type, values);
  return {
    name: `${text(own['basename']) ?? 'index'}.${suffix}`,
    folder: text(own['path'])?.replace(/^\/|\/$/g, '') ?? '',
    isHtml: suffix === 'html',
    feed: /^application\/(atom|rss)\b/.exec(type)?.[1] as Format['feed'],
  };
}

function suffixOf(type: string, values: Values): string {
  const [given] = texts(map(values, 'mediatypes', type)['suffixes']);
  return given ?? SUFFIXES[type] ?? /[^/+]+$/.exec(type)?.[0] ?? 'txt';
}

/** A format that is configured may be one of Hugo's, changed. */
function mediaTypeOf(name: string): string {
  const known = BUILT_IN[name];
  if (name === 'amp' || known === undefined) return 'text/html';
  const suffix = known.slice(known.lastIndexOf('.') + 1);
  return Object.keys(SUFFIXES).find((type) => SUFFIXES[type] === suffix) ?? `text/${suffix}`;
}

/** `/posts/x/` → `/posts/x/index.json`, `/amp/posts/x/`; `/x.html` → `/x.json`. */
function pathIn(from: string, { name, folder, isHtml }: Format): string {
  const before = folder === '' ? '' : `/${folder}`;
  if (from.endsWith('.html'))
    return before + from.replace(/\.html$/, name.replace(/^.*(?=\.)/, ''));
  const file = isHtml && name === 'index.html' ? '' : name;
  return `${before}${from}${file}`;
}
