import { join, posix } from 'node:path';
import { filesBelow, refusedLinks } from '../old/files-below.ts';
import { isMedia, publishedAsTheyAre, type OldFiles } from '../old/old-files.ts';
import { decodePath } from 'octavo/internal/addresses/decode-path';
import type { Aliases } from '../modules/modules.ts';
import type { AstroContent } from './content.ts';
import { isFile } from '../modules/parse-module.ts';

/** Returns the files in `public/`, and the pictures of texts, which Astro publishes under names of its own. */
export function readFiles(root: string, { collections }: AstroContent): OldFiles {
  const { files, refused } = filesBelow(root, join(root, 'public'), isIgnored);
  const published = new Map(files.map((path) => [`/${path}`, join(root, 'public', path)]));
  const outside = collections.map(({ base }) => base).filter((base) => !base.startsWith('src'));
  const assets = ['src', ...outside].flatMap((base) =>
    filesBelow(root, join(root, base), isIgnored)
      .files.filter(isMedia)
      .map((path): [string, string] => [posix.join(base, path), join(root, base, path)]),
  );
  return {
    ...publishedAsTheyAre(published),
    assets: new Map(assets),
    diagnostics: refusedLinks('public', refused),
  };
}

function isIgnored(path: string): boolean {
  return /(?:^|\/)(?:\.(?!well-known)|node_modules$|Thumbs\.db$)/.test(path);
}

/**
 * Returns what a text means by the address of a picture: its path in the project for one that Astro
 * imports, by an alias too; else the address.
 */
export function projectPath(
  address: string,
  folder: string,
  root: string,
  aliases: Aliases,
): string {
  if (/^(?:[a-z][a-z\d+.-]*:|\/\/|#)/i.test(address)) return address;
  const path = decodePath(address.replace(/[?#].*$/, ''));
  const beside = posix.join(folder, path);
  const aliased = aliases(path);
  // Authors name files in public/ by their path in the project.
  const inPublic = /^(?:\.\.\/|\.\/|\/)*public\/(.+)$/.exec(path)?.[1];
  if (!path.startsWith('/') && !beside.startsWith('..') && isFile(join(root, beside)))
    return beside.startsWith('public/') ? beside.slice('public'.length) : beside;
  if (aliased !== undefined && isFile(join(root, aliased))) return aliased;
  return inPublic === undefined ? address : `/${inPublic}`;
}
