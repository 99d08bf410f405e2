import { FIXED_ADDRESSES } from '../addresses/engine-addresses.ts';
import { pathKey } from '../addresses/path-key.ts';
import { paths } from '../addresses/urls.ts';
import { listsOf } from '../content/cross-checks.ts';
import type { Check } from './check.ts';
import { hasUrl } from './occupants.ts';

/** A page in `public/` at the URL of another page would replace it without a message (aliases: `alias-taken`). */
export const publicPage: Check = {
  id: 'url-taken',
  ofSite: ({ publicPages, sources, settings, now }) => {
    const pages = sources.filter((source) => hasUrl(source, now));
    const files = new Map(pages.map(({ url, path }) => [pathKey(url!), path]));
    const lists = listsOf(sources).map(({ kind, slug }) => kind !== 'folder' && paths[kind](slug));
    const builtIn = new Set([...Object.values(FIXED_ADDRESSES), ...lists, '/']);
    // Not every blog has these.
    if (!lists.some((path) => path && path.startsWith(paths.allSeries)))
      builtIn.delete(paths.allSeries);
    if (!settings.search) builtIn.delete(paths.search);
    return publicPages.flatMap((path) => {
      const key = pathKey(path.slice('public'.length));
      const owner = files.get(key) ?? (builtIn.has(key) ? 'a built-in page' : undefined);
      const message = `public: ${key} is already the URL of ${owner}; delete or rename the file`;
      return owner === undefined ? [] : [{ path, message }];
    });
  },
};
