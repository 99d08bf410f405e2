import { plainText } from '../text/plain-text.ts';

/** The parser that Jekyll reads Markdown with. */
export type Parser = 'gfm' | 'kramdown' | 'commonmark';

/** Returns the id of a heading from its line of Markdown, as kramdown does. */
export function headingAnchor(line: string, parser: Parser): string {
  if (parser !== 'kramdown') return gfmAnchor(line);
  const words = line
    .replace(/^[^a-zA-Z]+/, '')
    .replace(/[^a-zA-Z0-9 -]/g, '')
    .replaceAll(' ', '-');
  return words.toLowerCase() || 'section';
}

/** From the plain text, as GitHub does (Kramdown::Parser::GFM#generate_gfm_header_id). */
function gfmAnchor(line: string): string {
  // Definitions of links are elsewhere in the text.
  return plainText(line.replace(/\]\[[^\]]*\]/g, '](x)'))
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- \t]/gu, '')
    .replace(/[ \t]/g, '-');
}
