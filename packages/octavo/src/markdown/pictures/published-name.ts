import { join, parse } from 'node:path';
import { globSync } from 'tinyglobby';
import { ENDINGS } from './media.ts';
import { fileDigest } from './per-file.ts';

/** Returns the name of a file in the folder of assets, which changes with what is in the file. */
export function publishedName(file: string): string {
  const { name, ext } = parse(file);
  const safe = name.replace(/[^\p{L}\p{M}\p{N} ._-]/gu, '_');
  return `${safe}.${fileDigest(file)!.slice(0, 8)}${ext}`;
}

/** Returns the pictures, videos and sounds that Markdown can show, by their published names. */
export function publishedMedia(root: string): Map<string, string> {
  const patterns = `src/{content,assets}/**/*.{${ENDINGS.join()}}`;
  const options = { cwd: root, dot: true, caseSensitiveMatch: false };
  const files = globSync(patterns, options).map((path) => join(root, path));
  return new Map(files.map((file) => [publishedName(file), file]));
}
