import type { MarkdownDocument } from '../document.ts';
import type { TextChecks } from '../text-check.ts';
import { DECORATIVE, ENDINGS, fileOf, isPlayed, kindOf } from './media.ts';

export const missingPictures: TextChecks = {
  // A picture, video or sound that is missing, or that the site cannot show.
  'missing-picture': ({ pictures, media, document }) => [
    ...pictures.flatMap(({ url, position }) => {
      const problem = fileProblem(url, document);
      return problem ? [{ position, message: `picture: ${problem}`, target: url }] : [];
    }),
    ...media.flatMap(({ url, name, position }) => {
      const file = fileOf(url, document.path);
      // Recorded as a file of the text: feeds have its size.
      if (url.startsWith('/') && file !== undefined) document.exists(file);
      if (url.startsWith('/') || file === undefined) return [];
      const message = `picture: <${name}> cannot show a file beside the text; write ![what it is](./file), or put the file into public/`;
      return [{ position, message }];
    }),
  ],
  // A picture, video or sound without alternative text.
  'picture-alt': ({ pictures, document }) =>
    pictures.flatMap(({ url, isDescribed, position }) => {
      if (isDescribed || fileProblem(url, document)) return [];
      const how = isPlayed(url)
        ? 'is'
        : `shows, or write ![](${url} "${DECORATIVE}") if it is decorative`;
      const message = `picture: ${url} has no alternative text; say in the brackets what it ${how}`;
      return [{ position, message }];
    }),
};

function fileProblem(url: string, document: MarkdownDocument): string | undefined {
  const file = fileOf(url, document.path);
  if (file === undefined) return undefined;
  const isPublic = file.startsWith('public/');
  if (!document.exists(file)) return `${url} not found${isPublic ? ' in public/' : ''}`;
  if (isPublic) return undefined;
  if (!/^src\/(?:content|assets)\//.test(file))
    return `${url} is outside of src/content/ and src/assets/; move it there`;
  // A file with a ? or # has an error of its own.
  if (!kindOf(file) && !/[?#]/.test(file))
    return `${url} cannot be shown; use one of ${ENDINGS.join(', ')}`;
  return undefined;
}
