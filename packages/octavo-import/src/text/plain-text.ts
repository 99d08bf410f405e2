import { markdownToMdast } from 'satteri';
import { descendantsOf } from 'octavo/internal/markdown/syntax';
import { KRAMDOWN_FEATURES } from './passes.ts';

/** Dashes and dots are signs that ids do not have. */
function typographic(text: string): string {
  return text.replace(/---?/g, '–').replaceAll('...', '…');
}

/** Returns a line of Markdown as plain text. */
export function plainText(line: string): string {
  if (/^(?!.*--)[\p{L}\p{N} ,?!-]*$/u.test(line)) return line.trim();
  return descendantsOf(markdownToMdast(`# ${line}`, { features: KRAMDOWN_FEATURES }))
    .map((node) =>
      node.type === 'text' ? typographic(node.value) : node.type === 'inlineCode' ? node.value : '',
    )
    .join('');
}
