import { decodePath } from './decode-path.ts';

/**
 * Returns one form of a path of this site, decoded: `/old`, `/old/` and `/old/index.html` are
 * `/old/`; a path that ends in the name of a file, `/old.html`, is that file.
 */
export function pathKey(path: string): string {
  const decoded = decodePath(path.trim())
    .normalize('NFC')
    .replace(/\/index\.html$/, '/');
  return decoded.endsWith('/') || isFile(decoded) ? decoded : `${decoded}/`;
}

/** Returns the file of the built site that stands for a path in this form, relative to its folder. */
export function fileAt(key: string): string {
  return key.replace(/\/$/, '/index.html').slice(1);
}

/** True for `/old.html`; `/go-1.22` is no file, since no ending is a number. */
function isFile(path: string): boolean {
  return /\/[^/]*\.[a-z][a-z0-9]*$/i.test(path);
}
