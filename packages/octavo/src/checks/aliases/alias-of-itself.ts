import { pathKey } from '../../addresses/path-key.ts';
import { aliasesOf, removeAlias } from './aliases.ts';
import type { Check } from '../check.ts';

/** A redirect to itself is a loop. */
export const aliasOfItself: Check = {
  id: 'alias-of-itself',
  severity: 'error',
  about: 'an alias that is the URL of the post or page itself',
  fixes: 'removes the alias',
  ofFrontMatter: (file) => {
    const url = file.file?.url;
    if (url === undefined) return [];
    return aliasesOf(file)
      .filter(({ key }) => key === pathKey(url))
      .map(({ index, alias, position }) => ({
        position,
        message: `aliases[${index}]: ${alias} is the URL of the ${file.collection === 'pages' ? 'page' : 'post'} itself; remove it`,
        fix: removeAlias(file, index),
      }));
  },
};
