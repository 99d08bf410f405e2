import { aliasesOf, removeAlias } from './aliases.ts';
import type { Check } from '../check.ts';

/** An alias redirects to one post. */
export const aliasTwice: Check = {
  id: 'alias-twice',
  severity: 'error',
  about: 'a duplicate alias, in one post or in two',
  fixes: 'removes the second, if both are in one post',
  ofSite: ({ sources }) => {
    const owners = new Map<string, string>();
    return sources.flatMap((file) =>
      aliasesOf(file).flatMap(({ index, alias, key, position }) => {
        const owner = owners.get(key);
        if (owner === undefined) owners.set(key, file.path);
        if (owner === undefined) return [];
        const subject = `aliases[${index}]: duplicate alias ${alias}`;
        if (owner !== file.path)
          return [{ file, position, message: `${subject}, also in ${owner}; keep one` }];
        const message = `${subject}; remove one`;
        return [{ file, position, message, fix: removeAlias(file, index) }];
      }),
    );
  },
};
