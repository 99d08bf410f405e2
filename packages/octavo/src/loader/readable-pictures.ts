import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ContentFile } from '../content/content-file.ts';
import { picturesIn } from '../content/picture-keys.ts';
import { coverError } from '../markdown/pictures/file-error.ts';

/**
 * Returns a file without the cover or portrait that cannot be read, which a check reports: Astro would
 * import it, and fail for every page.
 */
export function withReadablePictures<File extends ContentFile>(file: File, root: string): File {
  const unreadable = picturesIn(file.frontMatter.data).filter(({ picture }) => {
    const path = join(root, dirname(file.path), picture);
    return !existsSync(path) || coverError(path) !== undefined;
  });
  if (unreadable.length === 0) return file;
  const without = unreadable.map(({ keys }) => [keys[0]!, undefined] as const);
  const data = { ...file.frontMatter.data, ...Object.fromEntries(without) };
  return { ...file, frontMatter: { ...file.frontMatter, data } };
}
