import { posix } from 'node:path';
import type { SourceFile } from '../content/content-file.ts';
import { picturesIn } from '../content/picture-keys.ts';
import type { Check, WholeSite } from './check.ts';

export const pictureUnused: Check = {
  id: 'picture-unused',
  ofSite: (site) => {
    const used = usedMedia(site);
    const isBundle = ({ path }: SourceFile) => /^src\/content\/[^/]+\/.+\/index\.mdx?$/.test(path);
    const bundles = new Map(
      site.sources.filter(isBundle).map((file) => [posix.dirname(file.path), file]),
    );
    return site.media.flatMap((picture) => {
      const folder = parents(picture).find((one) => bundles.has(one));
      const bundle = folder && bundles.get(folder);
      if (!bundle || used.has(picture) || used.has(picture.replace(/\.dark(\.\w+)$/, '$1')))
        return [];
      // MDX may import the file or use it in an expression.
      if (bundle.format === 'mdx' && bundle.source.includes(posix.basename(picture))) return [];
      const message = `picture: ./${posix.relative(folder, picture)} is unused; remove it or show it`;
      return [{ path: bundle.path, position: { line: 1, column: 1 }, message }];
    });
  },
};

/** Returns the folders that a file is in, the innermost first. */
function parents(path: string): string[] {
  const folder = posix.dirname(path);
  return folder === '.' ? [] : [folder, ...parents(folder)];
}

/** Returns the files that bodies show and front matter names. */
function usedMedia({ sources, usedFiles }: WholeSite): Set<string> {
  const named = sources.flatMap(({ path, frontMatter }) =>
    picturesIn(frontMatter.data).map(({ picture }) => posix.join(posix.dirname(path), picture)),
  );
  return new Set([...usedFiles, ...named]);
}
