import { htmlToHast, markdownToHtml } from 'satteri';
import { markdownFeatures } from '../markdown/syntax.ts';
import { textOf } from '../markdown/tree.ts';
import { inOneLine } from '../words/cjk.ts';

const features = { ...markdownFeatures({ language: 'en' }), smartPunctuation: false };

/** Returns a plain text as one line of Markdown that shows it: unchanged where it can be. */
export function plainText(text: string): string {
  const line = inOneLine(text);
  // Parsing takes most of the time of llms.txt.
  if (/^[\p{L}\p{N} ]*$/u.test(line)) return line;
  return [`# ${line}`, `[${line}](x)`].every((markdown) => shows(markdown, line))
    ? line
    : line.replace(ESCAPED, '\\$&');
}

/** The characters that Markdown may read as more than themselves. */
const ESCAPED =
  /[\\`*[\]$]|<(?=[a-z/!?])|&(?=#?\w+;)|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|#(?=#*$)/giu;

function shows(markdown: string, text: string): boolean {
  const { html } = markdownToHtml(markdown, { features });
  return textOf(htmlToHast(html, { fragment: true })).trim() === text;
}
