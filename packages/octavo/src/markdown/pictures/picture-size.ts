import { fileOf, kindOf } from './media.ts';
import { projectPath } from '../links/urls.ts';
import type { TextCheck } from '../text-check.ts';

/** A picture this large is slow to load whole, and stays in the repository for ever. */
export const pictureSize: TextCheck = {
  id: 'picture-size',
  severity: 'warning',
  about: 'a picture over 2 MB, in the text or as the cover',
  ofText: ({ pictures, document }) =>
    pictures.flatMap(({ url, position }) => {
      const file = fileOf(url, document.path);
      if (file === undefined || kindOf(url) !== 'image') return [];
      return tooLarge(url, document.size(file), position);
    }),
  ofFrontMatter: ({ path, frontMatter: { data, locate } }, { size }) => {
    const picture = (data['cover'] as { image?: unknown } | null | undefined)?.image;
    if (typeof picture !== 'string' || !picture.startsWith('.')) return [];
    return tooLarge(picture, size(projectPath(picture, path)), locate(['cover', 'image']));
  },
};

const MEGABYTE = 1_000_000;
const LIMIT = 2 * MEGABYTE;

function tooLarge<At>(url: string, size = 0, position: At): { position: At; message: string }[] {
  if (size <= LIMIT) return [];
  const megabytes = (Math.ceil((size / MEGABYTE) * 10) / 10).toFixed(1);
  return [{ position, message: `picture: ${url} is ${megabytes} MB; make it smaller than 2 MB` }];
}
