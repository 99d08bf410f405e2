import {
  defineHastPlugin,
  defineMdastPlugin,
  type HastNode,
  type HastPluginEntry,
  type HastVisitorContext,
  type MdastNode,
  type MdastVisitorContext,
} from 'satteri';
import type { Position } from '../../diagnostics/diagnostic.ts';
import { blockedHtml } from '../../html/blocked-html.ts';
import type { MarkdownFeature } from '../feature.ts';
import type { Element } from '../tree.ts';
import { tagsOf, type Html, type Jsx } from '../written-tags.ts';
import { openComment } from './open-comment.ts';

/**
 * Reports blocked HTML, and removes it: from the tree, so that a page is harmless without its
 * policy too, and the policy allows nothing that an author pasted.
 */
export const rawHtml = {
  mdast: defineMdastPlugin({
    name: 'octavo:raw-html',
    options: { position: true },
    html: reportTags,
    mdxJsxFlowElement: checkJsx,
    mdxJsxTextElement: checkJsx,
    link: checkLink,
    definition: checkLink,
  }),
  hast: (({ source }) =>
    defineHastPlugin({
      name: 'octavo:without-blocked-html',
      // Markdown without HTML has nothing but links.
      element: { filter: source.includes('<') ? [] : ['a'], visit: removeBlocked },
    })) satisfies HastPluginEntry,
  checks: [openComment],
} satisfies MarkdownFeature;

type Blocked = ReturnType<typeof blockedHtml>;
type Link = Extract<MdastNode, { type: 'link' | 'definition' }>;

function reportTags(node: Readonly<Html | Jsx>, ctx: MdastVisitorContext): void {
  for (const { name, attributes, position } of tagsOf(node))
    report(blockedHtml(name, attributes), position, ctx);
}

function checkLink({ url, position }: Readonly<Link>, ctx: MdastVisitorContext): void {
  report(blockedHtml('a', [['href', url]]), position?.start, ctx);
}

function report(blocked: Blocked, position: Position | undefined, ctx: MdastVisitorContext): void {
  for (const { message } of blocked)
    ctx.data.octavo?.report(position, `HTML: ${message}`, 'raw-html');
}

/**
 * Checks an element of MDX, as far as it is no code: a component may do with attributes what it
 * likes (`<Chart style=…>`), and a script or a style is the author's own.
 */
function checkJsx(node: Readonly<Jsx>, ctx: MdastVisitorContext): void {
  const blocked = blockedJsx(node);
  if (blocked.length === 0) return;
  reportTags(node, ctx);
  const around = ancestorsOf<Readonly<MdastNode>>(node, (one) => ctx.parent(one));
  // Sätteri warns of a change within a removed element.
  if (around.some((one) => isRemoved(blockedJsx(one)))) return;
  if (isRemoved(blocked)) return ctx.removeNode(node);
  const names = namesIn(blocked).map((name) => name.toLowerCase());
  const isKept = (attribute: Jsx['attributes'][number]) =>
    !('name' in attribute && names.includes(attribute.name.toLowerCase()));
  ctx.replaceNode(node, { ...node, attributes: node.attributes.filter(isKept) });
}

function blockedJsx(node: Readonly<MdastNode>): Blocked {
  if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return [];
  if (!/^[a-z][^.]*$/.test(node.name ?? '') || ['script', 'style'].includes(node.name!)) return [];
  return tagsOf(node).flatMap(({ name, attributes }) => blockedHtml(name, attributes));
}

function removeBlocked(node: Readonly<Element>, ctx: HastVisitorContext): void {
  const blocked = blockedElement(node);
  if (blocked.length === 0) return;
  const around = ancestorsOf<Readonly<HastNode>>(node, (one) => ctx.parent(one));
  // Sätteri warns of a change within a removed element.
  if (around.some((one) => isRemoved(blockedElement(one)))) return;
  if (isRemoved(blocked)) return ctx.removeNode(node);
  // With null, plugins that copy an element would find an empty value (Sätteri 0.10).
  for (const name of namesIn(blocked)) ctx.setProperty(node, name, false);
}

function blockedElement(node: Readonly<HastNode>): Blocked {
  return node.type === 'element' ? blockedHtml(node.tagName, Object.entries(node.properties)) : [];
}

function isRemoved(blocked: Blocked): boolean {
  return blocked.some(({ attributes }) => attributes === undefined);
}

function namesIn(blocked: Blocked): string[] {
  return blocked.flatMap(({ attributes = [] }) => attributes);
}

function ancestorsOf<Node>(node: Node, parentOf: (node: Node) => Node | undefined): Node[] {
  const parent = parentOf(node);
  return parent === undefined ? [] : [parent, ...ancestorsOf(parent, parentOf)];
}
