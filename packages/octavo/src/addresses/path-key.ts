import { decodePath } from './decode-path.ts';

/**
 * Normalizes and decodes a path of this site: `/old`, `/old/` and `/old/index.html` become `/old/`;
 * the path of a file, `/old.html`, stays.
 */
export function pathKey(path: string): string {
  const decoded = decodePath(path.trim())
    .normalize('NFC')
    .replace(/\/index\.html$/, '/');
  return decoded.endsWith('/') || isFilePath(decoded) ? decoded : `${decoded}/`;
}

/** Returns the file of a normalized path, relative to the folder of the built site. */
export function fileAt(key: string): string {
  return key.replace(/\/$/, '/index.html').slice(1);
}

/** True for `/old.html`, false for `/go-1.22`: no extension is a number. */
export function isFilePath(path: string): boolean {
  return /\/[^/]*\.[a-z][a-z0-9]*$/i.test(path);
}

/** Returns the folders of a path, which must not be files: `/a/b/c.xml` → `/a`, `/a/b`. */
export function foldersOf(path: string): string[] {
  const parts = path.split('/').slice(1, -1);
  return parts.map((_, index) => `/${parts.slice(0, index + 1).join('/')}`);
}
