import { relative, sep } from 'node:path';
import { isEngineFile } from 'octavo/internal/addresses/engine-addresses';
import { permalinkFolder } from 'octavo/internal/addresses/permalink';
import type { ImportedFile, OldAddress } from '../imported-site.ts';
import type { Diagnostic } from '../diagnostic.ts';
import type { HugoConfig } from '../hugo/config.ts';
import { keptOut, type OldFiles } from '../hugo/files.ts';
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
  /** The folder of the old blog. */
  root: string;
  url: string;
  /** Of permalinks. */
  pattern: string;
  config: HugoConfig;
}

/** Returns the files that keep their address, but for those that something of the new site is at. */
export function publicFiles(
  { published, folders }: OldFiles,
  placed: readonly Placed[],
  addresses: readonly OldAddress[],
  { root, url, pattern, config }: NewPlace,
): PublicFiles {
  const urls = new Set(placed.map(({ url }) => pathKey(url)));
  const drafts = placed
    .filter(({ data }) => data.draft)
    .flatMap(({ page }) => folders.get(page) ?? []);
  const made: PublicFiles = { files: [], addresses: [], diagnostics: [] };
  const taken = new Map<string, OldAddress>();
  for (const [path, copyOf] of published) {
    if (drafts.some((folder) => path.startsWith(folder)) || path === '/_redirects') continue;
    const reason = keptOut(path, (url) => urls.has(pathKey(url)));
    if (reason !== undefined) {
      made.diagnostics.push({
        file: relative(root, copyOf).replaceAll(sep, '/'),
        line: 1,
        severity: 'warning',
        message: `${path} skipped: ${reason}`,
      });
      if (isEngineFile(path))
        taken.set(pathKey(path), { from: path, to: path, kind: 'file', by: 'same' });
      continue;
    }
    made.files.push({ path: `public${path}`, content: { copyOf } });
    taken.set(pathKey(path), { from: path, to: path, kind: 'file', by: 'same' });
  }
  const standing = new Set([...urls, permalinkFolder(pattern)]);
  for (const address of addresses) {
    const key = pathKey(address.from);
    // Something of the new site is there by itself.
    const stands = address.by === 'page' && standing.has(key);
    if (!taken.has(key)) taken.set(key, stands ? { ...address, to: key, by: 'same' } : address);
  }
  made.diagnostics.push(...iconDiagnostics(published));
  for (const path of sitemaps(config)) {
    if (published.has(path)) continue;
    made.files.push({ path: `public${path}`, content: sitemap(url) });
    taken.set(path, { from: path, to: path, kind: 'file', by: 'same' });
  }
  made.addresses = [...taken.values()];
  return made;
}

/** Browsers take an icon in SVG before others, and Octavo brings one. */
function iconDiagnostics(published: ReadonlyMap<string, string>): Diagnostic[] {
  if (!published.has('/favicon.ico') || published.has('/favicon.svg')) return [];
  const message =
    'favicon.svg is still Octavo’s, and browsers take it before favicon.ico; put yours there';
  return [{ file: 'static/favicon.ico', line: 1, severity: 'warning', message }];
}

/** Where Hugo has its sitemaps; search engines were others. */
function sitemaps({ languages, languageKey, prefix }: HugoConfig): string[] {
  const isOne = languages.size === 1 && prefix === '';
  return isOne ? ['/sitemap.xml'] : ['/sitemap.xml', `/${languageKey}/sitemap.xml`];
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
