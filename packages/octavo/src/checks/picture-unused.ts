import { posix } from 'node:path';
import type { SourceFile } from '../content/content-file.ts';
import type { Check, WholeSite } from './check.ts';

/** A picture, video or sound in the folder of a bundle that nothing shows. */
export const pictureUnused: Check = {
  id: 'picture-unused',
  severity: 'warning',
  about: 'a picture, video or sound in a bundle that nothing shows',
  ofSite: (site) => {
    const bundles = bundlesOf(site.sources);
    const used = shown(site);
    return site.media.flatMap((picture) => {
      const bundle = bundleOf(picture, bundles);
      if (!bundle || used.has(picture) || used.has(picture.replace(/\.dark(\.\w+)$/, '$1')))
        return [];
      const name = posix.relative(posix.dirname(bundle.path), picture);
      if (isNamedInMdx(posix.basename(picture), bundle)) return [];
      const message = `picture: ./${name} is shown nowhere; take it away, or show it`;
      return [{ file: bundle, position: { line: 1, column: 1 }, message }];
    });
  },
};

/** Returns what texts ask for, and the covers. */
function shown({ sources, asked }: WholeSite): Set<string> {
  const covers = sources.flatMap(({ path, frontMatter }) => {
    const picture = (frontMatter.data['cover'] as { image?: unknown } | null | undefined)?.image;
    return typeof picture === 'string' ? posix.join(posix.dirname(path), picture) : [];
  });
  return new Set([...asked, ...covers]);
}

/** Returns the bundles by their folders. */
function bundlesOf(sources: readonly SourceFile[]): Map<string, SourceFile> {
  const isBundle = ({ path }: SourceFile) =>
    /\/index\.mdx?$/.test(path) && !COLLECTION.test(posix.dirname(path));
  return new Map(sources.filter(isBundle).map((file) => [posix.dirname(file.path), file]));
}

const COLLECTION = /^src\/content\/[^/]+$/;

/** Returns the innermost bundle that a file lies in. */
function bundleOf(file: string, bundles: ReadonlyMap<string, SourceFile>): SourceFile | undefined {
  const folder = posix.dirname(file);
  return folder === '.' ? undefined : (bundles.get(folder) ?? bundleOf(folder, bundles));
}

/** MDX imports what it shows by itself, or names it in an expression. */
function isNamedInMdx(name: string, { format, source }: SourceFile): boolean {
  return format === 'mdx' && source.includes(name);
}
