import type { Features, MdastNode } from 'satteri';
import { edited } from 'octavo/internal/html/edits';
import { protectProse } from 'octavo/internal/markdown/text/escape-prose';
import { markdownFeatures, nodesIn } from 'octavo/internal/markdown/syntax';
import type { TextContext } from './text-source.ts';
import { placeOf } from './goldmark.ts';
import { typedOffsets } from './typed-offsets.ts';

/** What may be a formula for Octavo: two dollars in a paragraph, nothing else between them. */
export const MAY_BE_FORMULA =
  /\$\$|(?<!\\)\$(?=\S)(?:[^$\n\\]|\\[^\n]|\n(?![ \t>]*\n))*?(?<=\S)\$(?!\d)/;

/** Without any of these nothing else would be read otherwise than by Hugo. */
const MAY_BE_SYNTAX = /::|\[\^|\n[ \t>]*:(?:[ \t\n]|$)/;

/** More rounds than any text needs: each of them takes the next sign of a row. */
const MOST_ROUNDS = 50;

/**
 * Puts backslashes before signs that are text for Hugo and syntax for Octavo: dollars, colons of
 * directives, and what Hugo's settings switch off. Formulas and shortcodes have been put aside.
 */
export function keepAsText(text: string, markup: TextContext['markup']): string {
  let kept = text;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const math = MAY_BE_FORMULA.test(kept);
    if (!math && !MAY_BE_SYNTAX.test(kept)) break;
    const offsets = [...new Set(misread(kept, markup, math))].toSorted((a, b) => a - b);
    if (offsets.length === 0) break;
    kept = edited(
      kept,
      offsets.map((offset) => ({ start: offset, end: offset, text: '\\' })),
    );
  }
  return kept;
}

const FEATURES: Features = {
  ...markdownFeatures({ language: 'en' }),
  smartPunctuation: false,
  rawHtml: false,
};

function misread(text: string, markup: TextContext['markup'], math: boolean): number[] {
  const features = { ...FEATURES, math };
  const { body, original } = protectProse(text, 'md', features);
  const offsets: number[] = [];
  const escape = (node: Readonly<MdastNode>) => {
    const [start] = placeOf(node);
    const marks = /^\$+/.exec(body.slice(start))?.[0].length ?? 1;
    for (let at = start; at < start + marks; at += 1) offsets.push(at);
  };
  const syntax = ['math', 'inlineMath', 'containerDirective', 'leafDirective'];
  if (!markup.footnote) syntax.push('footnoteReference', 'footnoteDefinition');
  for (const node of nodesIn(body, 'md', features)) {
    if (syntax.includes(node.type)) escape(node);
    if (node.type !== 'descriptionDetails') continue;
    // Goldmark wants a space behind the colon.
    const colon = body.indexOf(':', placeOf(node)[0]);
    if (!markup.definitionList || !/^:[ \t]/.test(body.slice(colon, colon + 2)))
      offsets.push(colon);
  }
  const typed = typedOffsets(text, body, original);
  return offsets.map(typed);
}
