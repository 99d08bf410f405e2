import type { MdastNode, MdastVisitorContext } from 'satteri';
import type { Of } from '../syntax.ts';

export type Text = Of<'text'>;
/** The nodes that hold a line of text. */
type Block = Of<'paragraph' | 'heading' | 'tableCell' | 'descriptionTerm'>;

export type Visit = (block: Readonly<Block>, ctx: MdastVisitorContext) => void;

/** Returns the visitors of a plugin for every block that holds a line of text. */
export function blockVisitors(visit: Visit): Record<Block['type'], Visit> {
  return { paragraph: visit, heading: visit, tableCell: visit, descriptionTerm: visit };
}

export function setText(text: Readonly<Text>, value: string, ctx: MdastVisitorContext): void {
  if (value !== text.value) ctx.setProperty(text, 'value', value);
}

/**
 * Returns the texts of a block: those that people read, and those in elements of code, as in
 * `<code>"a"</code>`. URLs that are links by themselves are in neither list.
 */
export function textsOf(block: Readonly<Block>) {
  const texts: Record<'prose' | 'code', Readonly<Text>[]> = { prose: [], code: [] };
  let depth = 0;
  const visit = (node: Readonly<MdastNode>) => {
    if (node.type === 'text') texts[depth > 0 ? 'code' : 'prose'].push(node);
    // Raw HTML within a line is one node for each tag.
    if (node.type === 'html') depth = Math.max(0, depth + nesting(node.value));
    if (!('children' in node) || isAutolink(node)) return;
    const isCode = node.type === 'mdxJsxTextElement' && CODE.has(node.name ?? '');
    if (isCode) depth += 1;
    for (const child of node.children) visit(child);
    if (isCode) depth -= 1;
  };
  for (const child of block.children) visit(child);
  return texts;
}

const CODE = new Set(['code', 'kbd', 'samp', 'var', 'pre']);

function nesting(tag: string): number {
  const [, closes, name = ''] = /^<(\/?)([a-z]+)/i.exec(tag) ?? [];
  if (!CODE.has(name.toLowerCase())) return 0;
  return closes ? -1 : 1;
}

function isAutolink(node: Readonly<MdastNode>): boolean {
  if (node.type !== 'link' || node.children.length !== 1) return false;
  const [only] = node.children;
  return only?.type === 'text' && node.url.endsWith(only.value);
}
