import { FIXED_ADDRESSES } from '../addresses/engine-addresses.ts';
import { FEED_FORMATS } from '../addresses/feed-formats.ts';
import { pathKey } from '../addresses/path-key.ts';
import { paths } from '../addresses/urls.ts';
import { listsOf } from '../content/cross-checks.ts';
import { codesOf, languageFolder } from '../settings/languages.ts';
import type { Check, WholeSite } from './check.ts';
import { hasUrl } from './occupants.ts';

/** A page in `public/` at the URL of another page would replace it without a message (aliases: `alias-taken`). */
export const publicPage: Check = {
  id: 'url-taken',
  ofSite: ({ publicPages, ...site }) => {
    if (publicPages.length === 0) return [];
    const pages = site.sources.filter((source) => hasUrl(source, site.now));
    const files = new Map(pages.map(({ url, path }) => [pathKey(url!), path]));
    const builtIn = new Set(codesOf(site.settings).flatMap((code) => builtInPages(code, site)));
    return publicPages.flatMap((path) => {
      const key = pathKey(path.slice('public'.length));
      const owner = files.get(key) ?? (builtIn.has(key) ? 'a built-in page' : undefined);
      const message = `public: ${key} is already the URL of ${owner}; delete or rename the file`;
      return owner === undefined ? [] : [{ path, message }];
    });
  },
};

/** Returns the paths of the built-in pages of a language. */
function builtInPages(
  code: string,
  { sources, settings }: Pick<WholeSite, 'sources' | 'settings'>,
): string[] {
  const lists = listsOf(sources.filter((source) => source.code === code)).flatMap(
    ({ kind, slug }) => (kind === 'folder' || kind === 'notes' ? [] : paths[kind](slug)),
  );
  const hasSeries = lists.some((path) => path.startsWith(paths.allSeries));
  // Not every blog has these.
  const missing = [hasSeries ? '' : paths.allSeries, settings.search ? '' : paths.search];
  const notes = settings.notes ? [paths.notes(), ...FEED_FORMATS.map(paths.notesFeed)] : [];
  return [...Object.values(FIXED_ADDRESSES), ...lists, ...notes, '/']
    .filter((path) => !missing.includes(path))
    .map((path) => languageFolder(settings, code) + path);
}
