import { replaceAll, type Pass } from '../../text/passes.ts';

/** Removes `{::comment}`, and keeps what is between `{::nomarkdown}` and its end. */
export const extensions: Pass = (text, code) => {
  if (!text.includes('{:')) return [];
  return [
    ...replaceAll(text, code, /\{::comment\}[\s\S]*?\{:\/(?:comment)?\}/g, () => ''),
    ...replaceAll(
      text,
      code,
      /\{::nomarkdown[^}]*\}([\s\S]*?)\{:\/(?:nomarkdown)?\}/g,
      ([, inside = '']) => inside,
    ),
    ...replaceAll(text, code, /^ {0,3}\{::options[^}]*\/?\}[ \t]*$/gm, () => ''),
  ];
};

/** Removes marks that part two blocks of one kind: a line of `^`. */
export const blockEnds: Pass = (text, code) =>
  replaceAll(text, code, /^\^[ \t]*$/gm, () => '<!-- -->');

/** Writes a line break of kramdown, two backslashes, as one of CommonMark. */
export const lineBreaks: Pass = (text, code) =>
  replaceAll(text, code, /(?<!\\)\\\\[ \t]*(?=\n)/g, () => '\\');
