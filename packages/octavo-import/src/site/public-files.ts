import { pathFrom } from 'octavo/internal/file-path';
import { ENGINE_ADDRESSES, isEngineFile } from 'octavo/internal/addresses/engine-addresses';
import { permalinkFolder } from 'octavo/internal/addresses/permalink';
import type { ImportedFile, OldAddress } from '../imported-site.ts';
import type { Diagnostic } from '../diagnostic.ts';
import { keptOut } from '../old/old-files.ts';
import type { OldBlog } from './old-blog.ts';
import type { SiteLanguage } from './site-language.ts';
import { pathKey } from './links.ts';
import type { Placed } from './placing.ts';

/** What stands in `public/` because the old site had it there. */
export interface PublicFiles {
  files: ImportedFile[];
  /** Those given, and those of the files; each address once. */
  addresses: OldAddress[];
  diagnostics: Diagnostic[];
}

interface NewPlace {
  url: string;
  /** Of permalinks. */
  pattern: string;
  languages: readonly SiteLanguage[];
}

/** Returns the files that keep their address, but for those that something of the new site is at. */
export function publicFiles(
  { root, files: { published, folders }, sitemaps }: Pick<OldBlog, 'root' | 'files' | 'sitemaps'>,
  placed: readonly Placed[],
  addresses: readonly OldAddress[],
  { url, pattern, languages }: NewPlace,
): PublicFiles {
  const urls = new Set(placed.map(({ url }) => pathKey(url)));
  const answered = answeredBy(urls, addresses);
  const parents = foldersOf(answered);
  const drafts = placed
    .filter(({ data }) => data.draft)
    .flatMap(({ page }) => folders.get(page) ?? []);
  const made: PublicFiles = { files: [], addresses: [], diagnostics: [] };
  const taken = new Map<string, OldAddress>();
  for (const [path, copyOf] of published) {
    if (drafts.some((folder) => path.startsWith(folder)) || path === '/_redirects') continue;
    const at = placeOf(path, parents);
    const reason = keptOut(at, (url) => (at === path ? urls : answered).has(pathKey(url)));
    if (reason !== undefined) {
      made.diagnostics.push({
        file: pathFrom(root, copyOf),
        line: 1,
        severity: 'warning',
        message: `${path} skipped: ${reason}`,
      });
      if (isEngineFile(path))
        taken.set(pathKey(path), { from: path, to: path, kind: 'file', by: 'same' });
      continue;
    }
    made.files.push({ path: `public${at}`, content: { copyOf } });
    taken.set(pathKey(path), { from: path, to: path, kind: 'file', by: 'same' });
  }
  const ofPosts = permalinkFolder(pattern);
  const standing = new Set([...urls, ...languages.map(({ folder }) => folder + ofPosts), '/']);
  for (const address of addresses) {
    const key = pathKey(address.from);
    // Something of the new site is there by itself.
    const stands = address.by === 'page' && standing.has(key);
    if (!taken.has(key)) taken.set(key, stands ? { ...address, to: key, by: 'same' } : address);
  }
  made.diagnostics.push(...iconDiagnostics(published));
  for (const path of sitemaps) {
    if (published.has(path)) continue;
    made.files.push({ path: `public${path}`, content: sitemap(url) });
    taken.set(path, { from: path, to: path, kind: 'file', by: 'same' });
  }
  made.addresses = [...taken.values()];
  return made;
}

/** Returns the URLs that the new site answers without the files of the old one. */
function answeredBy(urls: Iterable<string>, addresses: readonly OldAddress[]): Set<string> {
  const known = addresses.flatMap(({ from, to }) => (to === undefined ? [] : [from, to]));
  return new Set([...ENGINE_ADDRESSES, ...urls, ...known].map(pathKey));
}

/** Returns the path of a file in `public/`: a file `/feed` cannot be beside a folder of that name. */
function placeOf(path: string, parents: ReadonlySet<string>): string {
  return parents.has(path) ? `${path}/index.html` : path;
}

/** Returns the folders that URLs are in, without a slash at their ends. */
function foldersOf(urls: Iterable<string>): Set<string> {
  const parts = [...urls].map((url) => url.split('/').slice(0, -1));
  return new Set(parts.flatMap((all) => all.map((_, index) => all.slice(0, index + 1).join('/'))));
}

/** Browsers take an icon in SVG before others, and Octavo brings one. */
function iconDiagnostics(published: ReadonlyMap<string, string>): Diagnostic[] {
  if (!published.has('/favicon.ico') || published.has('/favicon.svg')) return [];
  const message =
    'favicon.svg is still Octavo’s, and browsers take it before favicon.ico; put yours there';
  return [{ file: 'static/favicon.ico', line: 1, severity: 'warning', message }];
}

/** A sitemap that names the one that Octavo makes. */
function sitemap(url: string): string {
  const own = new URL('sitemap-0.xml', url).href;
  return `<?xml version="1.0" encoding="UTF-8"?>
<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
  <sitemap>
    <loc>${own}</loc>
  </sitemap>
</sitemapindex>
`;
}
