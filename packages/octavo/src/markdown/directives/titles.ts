import { nodesIn } from '../syntax.ts';
import { placeOf } from '../text/prose-block.ts';

/** The line that opens a container: colons, a name, and what is behind it, with a space between. */
const OPENING =
  /^((?:[ \t>]|[-*+][ \t]|\d+[.)][ \t])*:{3,})(?=[ \t]|[\w-]+[ \t]+\S)[ \t]*(\w[\w-]*)(.*)$/gm;
const TITLE = /^[ \t]+(.*?)[ \t]*(\{[^{}]*\})?[ \t]*$/;

/**
 * Returns a text with the containers of other engines as Sätteri reads them: `:::note Title`
 * (Docusaurus) as `:::note[Title]`, and `::: tip` (VitePress) as `:::tip`.
 */
export function withTitles(body: string, format: 'md' | 'mdx'): string {
  if (body.search(OPENING) === -1) return body;
  const literal = nodesIn(body, format).filter(({ type }) => type === 'code' || type === 'html');
  const places = literal.map(placeOf);
  return body.replace(OPENING, (line, colons, name, rest, at: number) => {
    if (places.some(([start, end]) => at >= start && at < end)) return line;
    const [, title = '', attributes = ''] = TITLE.exec(rest) ?? [];
    if (title === '') return `${colons}${name}${attributes || rest}`;
    return `${colons}${name}[${title}]${attributes}`;
  });
}
