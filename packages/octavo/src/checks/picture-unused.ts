import { posix } from 'node:path';
import type { SourceFile } from '../content/content-file.ts';
import { picturesIn } from '../content/picture-keys.ts';
import type { Check, WholeSite } from './check.ts';

export const pictureUnused: Check = {
  id: 'picture-unused',
  ofSite: (site) => {
    const used = usedMedia(site);
    const isBundle = ({ path }: SourceFile) => /^src\/content\/[^/]+\/.+\/index\.mdx?$/.test(path);
    const bundles = site.sources
      .filter(isBundle)
      .map((file) => ({ ...file, folder: posix.dirname(file.path) }))
      // The innermost comes first.
      .sort((a, b) => b.folder.length - a.folder.length);
    return site.media.flatMap((picture) => {
      const bundle = bundles.find(({ folder }) => picture.startsWith(`${folder}/`));
      if (!bundle || used.has(picture) || used.has(picture.replace(/\.dark(\.\w+)$/, '$1')))
        return [];
      // MDX may import the file or use it in an expression.
      if (bundle.format === 'mdx' && bundle.source.includes(posix.basename(picture))) return [];
      const message = `picture: ./${posix.relative(bundle.folder, picture)} is unused; remove it or show it`;
      return [{ path: bundle.path, position: { line: 1, column: 1 }, message }];
    });
  },
};

/** Returns the files that bodies show and front matter names. */
function usedMedia({ sources, usedFiles }: WholeSite): Set<string> {
  const named = sources.flatMap(({ path, frontMatter }) =>
    picturesIn(frontMatter.data).map(({ picture }) => posix.join(posix.dirname(path), picture)),
  );
  return new Set([...usedFiles, ...named]);
}
