import { lookup } from 'mrmime';
import { pathKey } from '../addresses/path-key.ts';
import type { SourceFile } from '../content/content-file.ts';
import type { Check } from './check.ts';
import { aliasList, removeAlias } from './edit-aliases.ts';
import { findOccupant } from './occupants.ts';

/** Returns the aliases of a file that are paths of this site. */
function aliasesOf(file: SourceFile) {
  return aliasList(file).flatMap((alias, index) => {
    if (typeof alias !== 'string' || !/^\/(?!\/)/.test(alias.trim())) return [];
    return { file, index, alias, key: pathKey(alias) };
  });
}

/** Returns where an alias is; a valid file is parsed for it. */
function positionOf({ file, index }: { file: SourceFile; index: number }) {
  return { path: file.path, position: file.frontMatter.locate(['aliases', index]) };
}

export const aliasChecks: Check[] = [
  // A redirect to itself is a loop.
  {
    id: 'alias-of-itself',
    ofFrontMatter: (source) => {
      const { url, collection } = source;
      const own = aliasesOf(source).filter(({ key }) => url && key === pathKey(url));
      const noun = collection === 'pages' ? 'page' : 'post';
      return own.map(({ index, alias }) => ({
        ...positionOf({ file: source, index }),
        message: `aliases[${index}]: ${alias} is the URL of the ${noun} itself; remove it`,
        fix: removeAlias(source, index),
      }));
    },
  },
  {
    id: 'alias-taken',
    ofSite: (site) => {
      const pages = site.sources.filter(({ url, collection }) => url && collection !== 'authors');
      const byUrl = Map.groupBy(pages, ({ url }) => pathKey(url!));
      const occupantOf = findOccupant(site);
      return site.sources.flatMap(aliasesOf).flatMap(({ file, index, alias, key }) => {
        const owner = occupantOf(key) ?? byUrl.get(key)?.find((one) => one !== file)?.path;
        if (owner === undefined) return [];
        const message = `aliases[${index}]: ${alias} is already the URL of ${owner}; remove it`;
        return [{ ...positionOf({ file, index }), message }];
      });
    },
  },
  {
    id: 'alias-type',
    ofSite: (site) => {
      const occupantOf = findOccupant(site);
      return site.sources.flatMap(aliasesOf).flatMap(({ file, index, alias, key }) => {
        const type = key.endsWith('/') || occupantOf(key) !== undefined ? undefined : lookup(key);
        if (type === undefined || type === 'text/html') return [];
        const message = `aliases[${index}]: ${alias} is served as ${type}, not as a page that redirects, by hosts that do not read _redirects; for a feed, set feeds.alsoAt in the settings`;
        return [{ ...positionOf({ file, index }), message }];
      });
    },
  },
  // An alias redirects to one post.
  {
    id: 'alias-twice',
    ofSite: ({ sources }) => {
      const byKey = Map.groupBy(sources.flatMap(aliasesOf), ({ key }) => key);
      return [...byKey.values()].flatMap(([first, ...others]) =>
        others.map(({ file, index, alias }) => {
          const at = positionOf({ file, index });
          const subject = `aliases[${index}]: duplicate alias ${alias}`;
          return file === first!.file
            ? { ...at, message: `${subject}; remove one`, fix: removeAlias(file, index) }
            : { ...at, message: `${subject}, also in ${first!.file.path}; keep one` };
        }),
      );
    },
  },
];
