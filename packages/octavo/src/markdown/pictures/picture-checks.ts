import { picturesIn } from '../../content/picture-keys.ts';
import type { ProjectFiles, SiteIndex } from '../document.ts';
import { projectPath } from '../links/urls.ts';
import type { FrontMatterCheck, TextCheck, TextChecks } from '../text-check.ts';
import { darkPath, fileOf, kindOf } from './media.ts';

export const pictureFiles: TextChecks = {
  // A picture this large is slow to load whole, and stays in the repository for ever.
  'picture-size': ofFiles((file, { size }) =>
    kindOf(file) === 'image' ? tooLarge(size(file)) : undefined,
  ),
  // A file that browsers do not show.
  'picture-unreadable': ofFiles((file, { fileError }) => fileError(file)),
};

/** The same for pictures that front matter names, which Astro reads. */
export const namedPictures: FrontMatterCheck[] = [
  { id: 'picture-size', ofFrontMatter: ofNamed((file, { size }) => tooLarge(size(file))) },
  { id: 'picture-unreadable', ofFrontMatter: ofNamed((file, files) => files.coverError(file)) },
];

/** Returns a check of the pictures, videos and sounds of a text, and their dark versions. */
function ofFiles(problemOf: (file: string, files: SiteIndex) => string | undefined): TextCheck {
  return ({ pictures, document }) =>
    pictures.flatMap(({ url, position }) =>
      [url, darkPath(url)].flatMap((address) => {
        const file = fileOf(address, document.path);
        const problem = file === undefined ? undefined : problemOf(file, document);
        const message = `picture: ${address} ${problem}`;
        return problem ? [{ position, message, target: address }] : [];
      }),
    );
}

function ofNamed(
  problemOf: (file: string, files: CoverFiles) => string | undefined,
): FrontMatterCheck['ofFrontMatter'] {
  return ({ path, frontMatter: { data, locate } }, files) =>
    picturesIn(data).flatMap(({ keys, picture }) => {
      const problem = problemOf(projectPath(picture, path), files);
      if (!problem) return [];
      return { position: locate(keys), message: `${keys.join('.')}: ${picture} ${problem}` };
    });
}

type CoverFiles = Pick<ProjectFiles, 'size' | 'coverError'>;

const MEGABYTE = 1_000_000;
const LIMIT = 2 * MEGABYTE;

function tooLarge(size = 0): string | undefined {
  if (size <= LIMIT) return undefined;
  const megabytes = (Math.ceil((size / MEGABYTE) * 10) / 10).toFixed(1);
  return `is ${megabytes} MB; make it smaller than 2 MB`;
}
