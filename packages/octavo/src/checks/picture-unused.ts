import { posix } from 'node:path';
import type { SourceFile } from '../content/content-file.ts';
import type { Check, WholeSite } from './check.ts';

export const pictureUnused: Check = {
  id: 'picture-unused',
  severity: 'warning',
  about: 'an unused picture, video or sound in a bundle',
  ofSite: (site) => {
    const bundles = bundlesOf(site.sources);
    const used = usedMedia(site);
    return site.media.flatMap((picture) => {
      const bundle = bundleOf(picture, bundles);
      if (!bundle || used.has(picture) || used.has(picture.replace(/\.dark(\.\w+)$/, '$1')))
        return [];
      const name = posix.relative(posix.dirname(bundle.path), picture);
      if (isNamedInMdx(posix.basename(picture), bundle)) return [];
      const message = `picture: ./${name} is unused; remove it or show it`;
      return [{ file: bundle, position: { line: 1, column: 1 }, message }];
    });
  },
};

/** Returns the files that bodies show, and the covers. */
function usedMedia({ sources, usedFiles }: WholeSite): Set<string> {
  const covers = sources.flatMap(({ path, frontMatter }) => {
    const picture = (frontMatter.data['cover'] as { image?: unknown } | null | undefined)?.image;
    return typeof picture === 'string' ? posix.join(posix.dirname(path), picture) : [];
  });
  return new Set([...usedFiles, ...covers]);
}

/** Returns the bundles by their folders. */
function bundlesOf(sources: readonly SourceFile[]): Map<string, SourceFile> {
  const isBundle = ({ path }: SourceFile) =>
    /\/index\.mdx?$/.test(path) && !COLLECTION.test(posix.dirname(path));
  return new Map(sources.filter(isBundle).map((file) => [posix.dirname(file.path), file]));
}

const COLLECTION = /^src\/content\/[^/]+$/;

/** Returns the innermost bundle that contains a file. */
function bundleOf(file: string, bundles: ReadonlyMap<string, SourceFile>): SourceFile | undefined {
  const folder = posix.dirname(file);
  return folder === '.' ? undefined : (bundles.get(folder) ?? bundleOf(folder, bundles));
}

/** True for a name in the source of MDX, which may import the file or use it in an expression. */
function isNamedInMdx(name: string, { format, source }: SourceFile): boolean {
  return format === 'mdx' && source.includes(name);
}
