import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { decodePath } from 'octavo/internal/addresses/decode-path';
import { filesBelow } from '../old/files-below.ts';
import { publishedAsTheyAre, type OldFiles } from '../old/old-files.ts';

/** Where WordPress has the files of a blog. */
export const UPLOADS = '/wp-content/uploads/';

/** Folders beside an export that may have them. */
const FOLDERS = ['wp-content/uploads', 'uploads', 'media'];

/** Returns the files of the media folder beside an export. */
export function mediaBeside(root: string): OldFiles {
  const folder = FOLDERS.find((name) => existsSync(join(root, name)));
  const found = folder === undefined ? [] : filesBelow(root, join(root, folder)).files;
  const isShown = (path: string) => !/(?:^|\/)(?:\.|index\.php$)/.test(path);
  const published = new Map(
    found.filter(isShown).map((path) => [UPLOADS + path, join(root, folder!, path)]),
  );
  return publishedAsTheyAre(published);
}

/**
 * Returns the path of a file of the blog by one of its URLs: on the network of WordPress.com, in
 * another size (`x-300x200.jpg`) where only the original was brought.
 */
export function mediaPath(address: string, files: ReadonlyMap<string, string>): string | undefined {
  const plain = address
    .replace(/^(?:https?:)?\/\/i\d\.wp\.com\//i, 'https://')
    .replace(/^(?:https?:)?\/\/[\w-]+\.files\.wordpress\.com\//i, UPLOADS)
    .replace(/[?#].*$/, '');
  const at = plain.search(/\/(?:wp-content\/uploads|files)\//);
  if (at === -1) return undefined;
  const path = decodePath(plain.slice(at).replace(/^\/files\//, UPLOADS));
  const original = path.replace(/-\d+x\d+(?=\.\w+$)/, '');
  return [path, original].find((one) => files.has(one));
}
