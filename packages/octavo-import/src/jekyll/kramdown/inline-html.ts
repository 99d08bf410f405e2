import { replaceAll, type Pass } from '../../text/passes.ts';

/** Elements within a line for kramdown. */
const INLINE =
  'a abbr b br cite code del em font i img ins kbd label mark small span strong sub sup u';
const ALONE = new RegExp(
  `(?<=^|\\n[ \\t]*\\n)( {0,3}<(?:${INLINE.replaceAll(' ', '|')})\\b[^<>]*>)[ \\t]*\\n(?=[ \\t]*\\S)`,
  'g',
);

/** Joins a tag alone on the first line of a paragraph with the next; CommonMark reads a block of HTML there. */
export const inlineHtml: Pass = (text, code) =>
  replaceAll(text, code, ALONE, ([, tag]) => `${tag} `);
