import { siteOf } from '../document.ts';
import { defineHastPlugin, type HastNode, type HastVisitorContext } from 'satteri';
import { stringsFor } from '../../strings/strings.ts';
import type { MarkdownFeature } from '../feature.ts';
import { element, type Element } from '../tree.ts';

/** An element of HTML in MDX. */
type Written = Extract<HastNode, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>;

/** Tables scroll within themselves, align by class, and have scopes on their header cells. */
export const tables = {
  hast: defineHastPlugin({
    name: 'octavo:tables',
    element: [
      { filter: ['table'], visit: letScroll },
      { filter: ['th', 'td'], visit: setCell },
    ],
    mdxJsxFlowElement: [
      { filter: ['table'], visit: letScroll },
      { filter: ['th'], visit: setWrittenCell },
    ],
    mdxJsxTextElement: { filter: ['th'], visit: setWrittenCell },
  }),
} satisfies MarkdownFeature;

/** A wide table can be scrolled by keyboard, and so needs a name. */
function letScroll(node: Readonly<Element | Written>, ctx: HastVisitorContext): void {
  const label = stringsFor(siteOf(ctx.data)).table;
  // A group: a region would be a landmark, and those of one page need different names.
  const properties = { className: ['table'], role: 'group', ariaLabel: label, tabIndex: 0 };
  ctx.wrapNode(node, element('div', properties));
}

function setCell(node: Readonly<Element>, ctx: HastVisitorContext): void {
  const aligned = alignment(node);
  // An empty header cell, as in a corner, is not a header.
  if (node.tagName === 'th' && node.children.length === 0) {
    const properties = { ...node.properties, ...aligned };
    return ctx.replaceNode(node, { ...node, tagName: 'td', properties });
  }
  for (const [name, value] of Object.entries(aligned)) ctx.setProperty(node, name, value);
  if (node.tagName === 'th' && node.properties['scope'] === undefined)
    ctx.setProperty(node, 'scope', scopeOf(node, ctx));
}

/** Returns a class for a style attribute, which does not go with the security policy. */
function alignment({ properties }: Readonly<Element>): Record<string, string[] | null> {
  const [, side] = /text-align:\s*(\w+)/.exec(String(properties['style'] ?? '')) ?? [];
  if (side === undefined) return {};
  const own = [properties['className'] ?? []].flat() as string[];
  return { style: null, className: [...own, `align-${side}`] };
}

function setWrittenCell(node: Readonly<Written>, ctx: HastVisitorContext): void {
  const isScope = (attribute: Written['attributes'][number]) =>
    'name' in attribute && attribute.name === 'scope';
  if (!node.attributes.some(isScope)) ctx.setProperty(node, 'scope', scopeOf(node, ctx));
}

/** A header cell in a row of data heads the row. */
function scopeOf(node: Readonly<Element | Written>, ctx: HastVisitorContext): 'row' | 'col' {
  const row = ctx.parent(node);
  const isAmongData = row?.children.some(
    (cell) =>
      (cell.type === 'element' && cell.tagName === 'td') || ('name' in cell && cell.name === 'td'),
  );
  return isAmongData ? 'row' : 'col';
}
