import { documentOf } from '../document.ts';
import { defineHastPlugin, type HastNode, type HastVisitorContext } from 'satteri';
import { stringsFor } from '../../strings/strings.ts';
import type { MarkdownFeature } from '../feature.ts';
import { element, find, nameOf, textOf, valueOf, type Element } from '../tree.ts';

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
      { filter: ['th'], visit: setScope },
    ],
    mdxJsxTextElement: { filter: ['th'], visit: setScope },
  }),
  checks: {
    // Cells beyond the columns of a table are not shown (GitHub Flavored Markdown, 4.10).
    'table-cells': ({ longRows }) =>
      longRows.map(({ cells, columns, position }) => ({
        position,
        message: `table: the row has ${cells} cells, the head ${columns}, and the others are not shown; write | in a cell as \\|`,
      })),
  },
} satisfies MarkdownFeature;

/** A wide table can be scrolled by keyboard, and so needs a name. */
function letScroll(node: Readonly<HastNode>, ctx: HastVisitorContext): void {
  const label = stringsFor(documentOf(ctx).site).table;
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
  // Shorter code is not broken: a flag would be at each hyphen.
  for (const code of find(node, 'code'))
    if (/\s|.{30}/.test(textOf(code))) ctx.setProperty(code, 'className', ['wrap']);
  if (node.tagName === 'th') setScope(node, ctx);
}

/** Returns a class for a style attribute, which does not go with the security policy. */
function alignment({ properties }: Readonly<Element>): Record<string, string[] | null> {
  const [, side] = /text-align:\s*(\w+)/.exec(String(properties['style'] ?? '')) ?? [];
  if (side === undefined) return {};
  const own = [properties['className'] ?? []].flat() as string[];
  return { style: null, className: [...own, `align-${side}`] };
}

/** A header cell in a row of data heads the row. */
function setScope(node: Readonly<HastNode>, ctx: HastVisitorContext): void {
  if (valueOf(node, 'scope') !== undefined) return;
  const isAmongData = ctx.parent(node)?.children.some((cell) => nameOf(cell) === 'td');
  ctx.setProperty(node, 'scope', isAmongData ? 'row' : 'col');
}
