import { lookup } from 'mrmime';
import { pathKey } from '../addresses/path-key.ts';
import type { SourceFile } from '../content/content-file.ts';
import type { Fix } from '../diagnostics/diagnostic.ts';
import type { Check } from './check.ts';
import { aliasList, removeAlias } from './edit-aliases.ts';
import { findOccupant } from './occupants.ts';

/** Returns the aliases of a file that are paths of this site, each with a function for its findings. */
function aliasesOf(file: SourceFile) {
  return aliasList(file).flatMap((alias, index) => {
    if (typeof alias !== 'string' || !/^\/(?!\/)/.test(alias.trim())) return [];
    const position = file.frontMatter.locate(['aliases', index]);
    const finding = (problem: string, fix?: Fix) => {
      return { path: file.path, position, message: `aliases[${index}]: ${problem}`, fix };
    };
    return { file, index, alias, key: pathKey(alias), finding };
  });
}

export const aliasChecks: Check[] = [
  // A redirect to itself is a loop.
  {
    id: 'alias-of-itself',
    ofFrontMatter: (source) => {
      const { url, collection } = source;
      const own = aliasesOf(source).filter(({ key }) => url && key === pathKey(url));
      const noun = collection === 'pages' ? 'page' : 'post';
      return own.map(({ index, alias, finding }) =>
        finding(`${alias} is the URL of the ${noun} itself; remove it`, removeAlias(source, index)),
      );
    },
  },
  {
    id: 'alias-taken',
    ofSite: (site) => {
      const pages = site.sources.filter(({ url, collection }) => url && collection !== 'authors');
      const byUrl = Map.groupBy(pages, ({ url }) => pathKey(url!));
      const occupantOf = findOccupant(site);
      return site.sources.flatMap(aliasesOf).flatMap(({ file, alias, key, finding }) => {
        const owner = occupantOf(key) ?? byUrl.get(key)?.find((one) => one !== file)?.path;
        return owner ? finding(`${alias} is already the URL of ${owner}; remove it`) : [];
      });
    },
  },
  {
    id: 'alias-type',
    ofSite: (site) => {
      const occupantOf = findOccupant(site);
      return site.sources.flatMap(aliasesOf).flatMap(({ alias, key, finding }) => {
        const type = key.endsWith('/') || occupantOf(key) !== undefined ? undefined : lookup(key);
        if (type === undefined || type === 'text/html') return [];
        return finding(
          `${alias} is served as ${type}, not as a page that redirects, by hosts that do not read _redirects; for a feed, set feeds.alsoAt in the settings`,
        );
      });
    },
  },
  // An alias redirects to one post.
  {
    id: 'alias-twice',
    ofSite: ({ sources }) => {
      const byKey = Map.groupBy(sources.flatMap(aliasesOf), ({ key }) => key);
      return [...byKey.values()].flatMap(([first, ...others]) =>
        others.map(({ file, index, alias, finding }) =>
          file === first!.file
            ? finding(`duplicate alias ${alias}; remove one`, removeAlias(file, index))
            : finding(`duplicate alias ${alias}, also in ${first!.file.path}; keep one`),
        ),
      );
    },
  },
];
