import type { Features } from 'satteri';
import { escapeHtml } from '../../html/escape-html.ts';
import type { Line } from '../../words/excerpt.ts';
import { nodesIn } from '../syntax.ts';
import { quotationMarks, withQuotes } from './smart-quotes.ts';

const SYNTAX: Features = {
  smartPunctuation: { quotes: true, dashes: false, ellipses: false },
  gfm: false,
};

/**
 * Returns a line of front matter with the quotation marks that a body has, and what is between
 * backticks as code. All else is shown as typed.
 */
export function writtenLine(line: string, language: string): Line {
  if (!/["'`]/.test(line)) return { text: line, html: escapeHtml(line) };
  const source = escaped(line);
  const nodes = nodesIn(source, 'md', SYNTAX);
  const texts = nodes.filter((node) => node.type === 'text');
  const values = withQuotes(texts, source, quotationMarks(language));
  let [text, html] = ['', ''];
  for (const node of nodes) {
    const isCode = node.type === 'inlineCode';
    if (node.type !== 'text' && !isCode) continue;
    const value = isCode ? node.value : values.shift()!;
    text += value;
    html += isCode ? `<code>${escapeHtml(value)}</code>` : escapeHtml(value);
  }
  return { text, html };
}

/** Returns Markdown that shows a text as typed, but for quotation marks and code between backticks. */
function escaped(line: string): string {
  return line
    .trim()
    .replace(/\s*\n\s*/g, ' ')
    .replace(CODE_OR_PUNCTUATION, (found) => (found.startsWith('`') ? found : `\\${found}`));
}

/** A code span, a run of backticks, or punctuation that Markdown may read as more than itself. */
const CODE_OR_PUNCTUATION = /(?<!`)(`+)(?!`)[^]*?(?<!`)\1(?!`)|`+|[!#-&(-/:-@[-_{-~]/g;
