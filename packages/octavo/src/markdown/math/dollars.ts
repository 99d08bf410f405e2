import type { MdastNode } from 'satteri';
import type { Edit } from '../../html/edits.ts';
import { insertion, placeOf, proseOf, type ProseBlock } from '../text/prose-block.ts';

/**
 * Returns the edits that leave to Sätteri only the dollars of formulas. Code spans bind first. A
 * formula opens before a non-space, and closes after a non-space and not before a Latin letter, a
 * digit or a brace: `$5`, `$HOME/$USER` and `${a}:${b}` are text.
 */
export function dollarsToEscape(block: ProseBlock): Edit[] {
  if (!block.source.includes('$')) return [];
  const isSingle = (node: MdastNode) =>
    node.type === 'inlineMath' && !block.source.startsWith('$$', placeOf(node)[0] - block.start);
  // Code spans are found below: Sätteri finds others where it misreads a formula.
  const isOpaque = (node: MdastNode) => node.type !== 'inlineCode' && !isSingle(node);
  const formulas = formulasIn(proseOf(block, isOpaque));
  const edits: Edit[] = [];
  const insert = (at: number, text: string) => edits.push(insertion(block.start + at, text));
  for (const [start, end] of formulas) {
    // Sätteri ends a formula at its next dollar, also at \$, but for one between several dollars.
    if (!block.source.slice(start + 1, end).includes('$')) continue;
    insert(start, '$$');
    insert(end, '$$');
  }
  const used = new Set(formulas.flat());
  for (const node of block.nodes) {
    const start = placeOf(node)[0] - block.start;
    if (isSingle(node) && !used.has(start)) insert(start, '\\');
  }
  return edits;
}

/** Returns the offsets of the dollars around each formula. */
function formulasIn(prose: string): [start: number, end: number][] {
  const formulas: [number, number][] = [];
  let start: number | undefined;
  for (const { 0: token, index } of prose.matchAll(TOKENS)) {
    // A formula holds no code, but for GitHub's form.
    const isGitHubs = start === index - 1 && prose[index + token.length] === '$';
    if (token.startsWith('`') && !isGitHubs) start = undefined;
    if (token !== '$') continue;
    const isFormula = start !== undefined && FORMULA.test(prose.slice(start, index + 2));
    if (isFormula) formulas.push([start!, index]);
    start = isFormula ? undefined : index;
  }
  return formulas;
}

/** What is escaped, a code span, a run of dollars. */
const TOKENS = /\\[^]|(?<!`)(`+)(?!`)[^]*?(?<!`)\1(?!`)|\$+/g;

/**
 * A formula, with the character after it. The dollars of `$(a)/$(b)` and `"$@" "$#"` are those of
 * a shell, those of `**$5**` and `7 US$` are prices.
 */
const FORMULA =
  /^\$(?![\s,;@#?)])(?![^]*[^\^_{]\*\*)[^]*[^\s"](?<!\s(?:US|CA|AU|NZ|HK|NT))\$(?:$|(?![\p{Script=Latin}\p{N}_{])(?!(?<=[/:='(]\$)\()[^]$)/u;
