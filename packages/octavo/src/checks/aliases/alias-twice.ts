import { aliasesOf, withoutAlias } from './aliases.ts';
import type { Check } from '../check.ts';

/** An alias leads to one post. */
export const aliasTwice: Check = {
  id: 'alias-twice',
  severity: 'error',
  about: 'an alias that stands twice in a post, or in two',
  fixes: 'takes the second out, where both are in one post',
  ofSite: ({ sources }) => {
    const owners = new Map<string, string>();
    return sources.flatMap((file) =>
      aliasesOf(file).flatMap(({ index, alias, key, position }) => {
        const owner = owners.get(key);
        if (owner === undefined) owners.set(key, file.path);
        if (owner === undefined) return [];
        const subject = `aliases[${index}]: ${alias}`;
        if (owner !== file.path)
          return [{ file, position, message: `${subject} is an alias of ${owner} too; keep one` }];
        const message = `${subject} stands here twice; take one out`;
        return [{ file, position, message, fix: withoutAlias(file, index) }];
      }),
    );
  },
};
