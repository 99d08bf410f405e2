import { globSync, statSync, type Dirent } from 'node:fs';
import { join, posix } from 'node:path';
import { pathFrom } from '../file-path.ts';
import { nearest } from '../diagnostics/did-you-mean.ts';
import type { Settings } from '../settings/settings.ts';
import { COLLECTIONS, collectionsOf } from './content-file.ts';
import { readText } from './read-text.ts';

/** The names of Markdown files elsewhere; `a.md.txt` is made by editors that hide extensions. */
const MARKDOWN = /\.(?:mdx?|markdown|mdown|mkdn?|mdwn|mdtxt|md\.txt)$/i;

/**
 * Returns the Markdown files and linked folders that are not read as content, sorted by path, each with
 * the reason and the fix.
 */
export function ignoredFiles(root: string, settings: Pick<Settings, 'notes'> = {}) {
  const config = readText(root, 'src/content.config.ts').text;
  return globSync('{content,src/content}/**', { cwd: root, withFileTypes: true })
    .map((entry) => ({ entry, path: pathOf(entry, root) }))
    .filter(({ path }) => !path.includes('/.'))
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .flatMap(({ entry, path }) => {
      const isFolder = statSync(join(root, path), { throwIfNoEntry: false })?.isDirectory();
      const reason = isFolder ? folderReason(entry, path) : fileReason(path, config, settings);
      return reason === undefined ? [] : { path, reason };
    });
}

/** The folder of a collection may itself be a link. */
function folderReason(entry: Dirent, path: string): string | undefined {
  const isRead = COLLECTIONS.some((collection) => path === `src/content/${collection}`);
  if (!entry.isSymbolicLink() || isRead) return undefined;
  return 'a linked folder, which is not read; move its files here';
}

function fileReason(
  path: string,
  config: string,
  settings: Pick<Settings, 'notes'>,
): string | undefined {
  if (!MARKDOWN.test(path)) return undefined;
  const [, folder = '', name] = /^src\/content\/(?:([^/]+)\/)?(.+)$/.exec(path) ?? [];
  if (name === undefined) return 'not in src/content/, so not read; move it there';
  const collections = collectionsOf(settings);
  if (!collections.some((collection) => collection === folder)) {
    // A folder of a collection of the owner's.
    if (folder !== '' && config.includes(`content/${folder}`)) return undefined;
    if (folder === 'notes')
      return 'not read, since the blog has no notes; set notes: {} in src/site.config.ts';
    const target = nearest(folder, collections) ?? COLLECTIONS[0];
    return `not in the folder of a collection, so not read; move it to src/content/${target}/`;
  }
  if (/\.mdx?$/.test(path)) return undefined;
  const renamed = posix.basename(path).replace(MARKDOWN, '.md');
  return `not read because of its extension; rename it to ${renamed}`;
}

function pathOf(entry: Dirent, root: string): string {
  return pathFrom(root, join(entry.parentPath, entry.name));
}
