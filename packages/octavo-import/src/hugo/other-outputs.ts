import type { Diagnostic } from '../diagnostic.ts';
import type { OldAddress } from '../imported-site.ts';
import { at, isMap, map, text, texts, type Values } from '../old/values.ts';
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
}

/** A format of output besides HTML and RSS. */
interface Format {
  /** The file's name; the path of HTML ends at its folder. */
  name: string;
  folder: string;
  isHtml: boolean;
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

/** Returns the URLs of pages in formats besides HTML and RSS: other HTML redirects, the rest is lost. */
export function otherOutputs(
  outputs: readonly Output[],
  { values, file }: HugoConfig,
): { addresses: OldAddress[]; diagnostics: Diagnostic[] } {
  const addresses: OldAddress[] = [];
  const counts = new Map<string, number>();
  for (const { kind, from, to, own } of outputs)
    for (const name of namesOf(own ?? at(values, 'outputs', kind))) {
      const format = formatOf(name, values);
      if (!format) continue;
      counts.set(name, (counts.get(name) ?? 0) + 1);
      const path = pathIn(from, format);
      const target = { from: path, to: format.isHtml ? to : undefined };
      addresses.push({ ...target, kind: 'file', by: format.isHtml ? 'page' : 'nothing' });
    }
  const diagnostics = [...counts].map(([name, count]): Diagnostic => {
    const isHtml = formatOf(name, values)?.isHtml;
    const said = isHtml ? 'redirect to the pages' : 'are gone';
    const message = `output format ${name} skipped: its URLs (${count}) ${said}`;
    return { file, line: 1, severity: 'warning', message };
  });
  return { addresses, diagnostics };
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
