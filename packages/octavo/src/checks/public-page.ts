import { pathKey } from '../addresses/path-key.ts';
import type { Check } from './check.ts';
import { publishedUrls } from './occupants.ts';
import { builtPaths } from './site-index.ts';

/** A page in `public/` at the URL of another page would replace it without a message. */
export const publicPage: Check = {
  id: 'url-taken',
  ofSite: ({ publicPages, content, sources, settings, now }) => {
    if (publicPages.length === 0) return [];
    const owners = publishedUrls(sources, now);
    const built = new Set(builtPaths(content, { settings, now, mode: 'build' }).map(pathKey));
    return publicPages.flatMap((path) => {
      const key = pathKey(path.slice('public'.length));
      const owner = owners.get(key);
      // The check `alias-taken` reports those at an alias.
      const isTaken = owner ? pathKey(owner.url!) === key : built.has(key);
      const message = `public: ${key} is already the URL of ${owner?.path ?? 'a built-in page'}; delete or rename the file`;
      return isTaken ? [{ path, message }] : [];
    });
  },
};
