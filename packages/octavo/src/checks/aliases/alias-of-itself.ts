import { pathKey } from '../../addresses/path-key.ts';
import { aliasesOf, withoutAlias } from './aliases.ts';
import type { Check } from '../check.ts';

/** An alias that is the address of its own post or page would lead in a circle. */
export const aliasOfItself: Check = {
  id: 'alias-of-itself',
  severity: 'error',
  about: 'an alias that is the address of the post or page itself',
  fixes: 'takes the alias out',
  ofFrontMatter: (file) => {
    const url = file.file?.url;
    if (url === undefined) return [];
    return aliasesOf(file)
      .filter(({ key }) => key === pathKey(url))
      .map(({ index, alias, position }) => ({
        position,
        message: `aliases[${index}]: ${alias} is the address of the ${file.collection === 'pages' ? 'page' : 'post'} itself; take it out`,
        fix: withoutAlias(file, index),
      }));
  },
};
