import { permalinkFolder } from '../blog/permalink.ts';
import { aliasesOf, pathKey } from './aliases.ts';
import type { Check } from './check.ts';

/** An alias must not stand where a page, a list or a file of the site is. */
export const aliasTaken: Check = {
  id: 'alias-taken',
  severity: 'error',
  about: 'an alias that is the address of another page or file of the site',
  ofSite: ({ readings, settings, exists }) => {
    const owners = new Map<string, Set<string>>();
    for (const { collection, file, path } of readings) {
      if (!file || collection === 'authors') continue;
      const key = pathKey(file.url);
      owners.set(key, (owners.get(key) ?? new Set()).add(path));
    }
    const ownerOf = (key: string, alias: string, of: string): string | undefined => {
      if (key === permalinkFolder(settings.permalink) || ENGINE.test(key))
        return 'a page of Octavo itself';
      const file = `public${alias}`.replace(/\/$/, '/index.html');
      if (/\.\w+$/.test(file) && exists(file)) return file;
      const others = [...(owners.get(key) ?? [])];
      return others.includes(of) ? undefined : others[0];
    };
    return readings.flatMap((file) =>
      aliasesOf(file).flatMap(({ index, alias, key, place }) => {
        const owner = ownerOf(key, alias, file.path);
        if (owner === undefined) return [];
        const message = `aliases[${index}]: ${alias} is the address of ${owner}; take it out`;
        return [{ file, place, message }];
      }),
    );
  },
};

/** The lists of the engine, and its files at the root of the site. */
const ENGINE =
  /^\/(?:$|(?:page|tags|authors|series|feeds|search)\/|(?:archive|404)\/$|(?:404\.html|rss\.xml|atom\.xml|feed\.json|robots\.txt|llms\.txt|opensearch\.xml|sitemap-[^/]*\.xml)$)/;
