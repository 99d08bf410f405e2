import { pathKey } from '../../addresses/path-key.ts';
import { aliasesOf } from './aliases.ts';
import type { Check } from '../check.ts';
import { findOccupant } from '../find-occupant.ts';

export const aliasTaken: Check = {
  id: 'alias-taken',
  severity: 'error',
  about: 'an alias that is the URL of another page or file of the site',
  ofSite: (site) => {
    const { sources } = site;
    const aliases = sources.flatMap((file) => aliasesOf(file).map((alias) => ({ file, ...alias })));
    if (aliases.length === 0) return [];
    const owners = new Map<string, Set<string>>();
    for (const { collection, file, path } of sources) {
      if (!file || collection === 'authors') continue;
      const key = pathKey(file.url);
      owners.set(key, (owners.get(key) ?? new Set()).add(path));
    }
    const occupantOf = findOccupant(site);
    const ownerOf = (key: string, of: string): string | undefined => {
      const others = [...(owners.get(key) ?? [])];
      return occupantOf(key) ?? (others.includes(of) ? undefined : others[0]);
    };
    return aliases.flatMap(({ file, index, alias, key, position }) => {
      const owner = ownerOf(key, file.path);
      if (owner === undefined) return [];
      const message = `aliases[${index}]: ${alias} is already the URL of ${owner}; remove it`;
      return [{ file, position, message }];
    });
  },
};
