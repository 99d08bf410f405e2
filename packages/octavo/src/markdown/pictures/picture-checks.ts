import { picturesIn } from '../../content/picture-keys.ts';
import type { ProjectFiles, SiteIndex } from '../document.ts';
import { projectPath } from '../links/urls.ts';
import type { TextCheck } from '../text-check.ts';
import { darkPath, fileOf, kindOf } from './media.ts';

/** A picture this large is slow to load whole, and stays in the repository for ever. */
export const pictureSize: TextCheck = {
  id: 'picture-size',
  ...checkOf(
    (file, { size }) => (kindOf(file) === 'image' ? tooLarge(size(file)) : undefined),
    (file, { size }) => tooLarge(size(file)),
  ),
};

/** A file that browsers do not show, and that Astro cannot read. */
export const pictureUnreadable: TextCheck = {
  id: 'picture-unreadable',
  ...checkOf(
    (file, { fileError }) => fileError(file),
    (file, { coverError }) => coverError(file),
  ),
};

/** Returns a check of the pictures, videos and sounds of a text, their dark versions, and of the pictures that front matter names. */
function checkOf(
  problemOf: (file: string, files: SiteIndex) => string | undefined,
  problemOfNamed: (file: string, files: CoverFiles) => string | undefined,
): Pick<TextCheck, 'ofText' | 'ofFrontMatter'> {
  return {
    ofText: ({ pictures, document }) =>
      pictures.flatMap(({ url, position }) =>
        [url, darkPath(url)].flatMap((address) => {
          const file = fileOf(address, document.path);
          const problem = file === undefined ? undefined : problemOf(file, document);
          const message = `picture: ${address} ${problem}`;
          return problem ? [{ position, message, target: address }] : [];
        }),
      ),
    ofFrontMatter: ({ path, frontMatter: { data, locate } }, files) => {
      return picturesIn(data).flatMap(({ keys, picture }) => {
        const problem = problemOfNamed(projectPath(picture, path), files);
        if (!problem) return [];
        return { position: locate(keys), message: `${keys.join('.')}: ${picture} ${problem}` };
      });
    },
  };
}

type CoverFiles = Pick<ProjectFiles, 'size' | 'coverError'>;

const MEGABYTE = 1_000_000;
const LIMIT = 2 * MEGABYTE;

function tooLarge(size = 0): string | undefined {
  if (size <= LIMIT) return undefined;
  const megabytes = (Math.ceil((size / MEGABYTE) * 10) / 10).toFixed(1);
  return `is ${megabytes} MB; make it smaller than 2 MB`;
}
