import { readFileSync } from 'node:fs';
import { posix, resolve } from 'node:path';
import { pathFrom, vitePath } from '../../file-path.ts';
import type { ImageMetadata } from 'astro';
import { imageSize } from 'image-size';
import { assets, context } from 'virtual:octavo/context';
import { fileError } from './file-error.ts';
import { perFile } from './per-file.ts';
import { publishedName } from './published-name.ts';

/**
 * Returns a picture of src/content/ or src/assets/ as Astro would import it, without Vite; `undefined`
 * for a file that is missing or cannot be read.
 */
export function imageMetadata(path: string): ImageMetadata | undefined {
  const file = resolve(context.root, path);
  return isOfContent(path) && fileError(file) === undefined ? readMetadata(file) : undefined;
}

/** Returns the picture of an import that Astro makes of front matter: `./a.png?…&importer=src/content/…`. */
export function importedImage(id: string): ImageMetadata | undefined {
  const [path = '', query] = id.split('?');
  const importer = new URLSearchParams(query).get('importer') ?? '';
  return imageMetadata(posix.join(posix.dirname(importer), path));
}

/** Returns the URL path of a file of src/content/ or src/assets/, not encoded. */
export function publishedPath(file: string): string {
  const { base } = context.settings;
  return context.mode === 'dev'
    ? `${base}${pathFrom(context.root, file)}`
    : `${base}${assets}/${publishedName(file)}`;
}

/** True for the path of a file that is published if a page shows it. */
export function isOfContent(path: string): boolean {
  return /^src\/(?:content|assets)\//.test(path);
}

const readMetadata = perFile((file) => {
  const { width, height, orientation = 1, type } = imageSize(readFileSync(file));
  const isTurned = orientation >= 5;
  const size = isTurned ? { width: height, height: width } : { width, height };
  const format = type as ImageMetadata['format'];
  const query = new URLSearchParams({
    ...{ origWidth: `${size.width}`, origHeight: `${size.height}`, origFormat: format },
  });
  // The endpoint of pictures in `dev` reads the size from the URL.
  const src = context.mode === 'dev' ? `${vitePath(file)}?${query}` : publishedPath(file);
  // Hidden, so that it is in no hash: it is another in each folder.
  return Object.defineProperty({ src, ...size, format }, 'fsPath', { value: file });
});
