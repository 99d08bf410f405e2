import {
  defineHastPlugin,
  defineMdastPlugin,
  type HastNode,
  type HastVisitorContext,
  type MdastVisitorContext,
} from 'satteri';
import type { Position } from '../../diagnostics/diagnostic.ts';
import { positionIn } from '../../diagnostics/position-in.ts';
import { blockedHtml } from '../../html/blocked-html.ts';
import { readHtml } from '../../html/read-html.ts';
import { documentOf } from '../document.ts';
import type { MarkdownFeature } from '../feature.ts';
import type { Of } from '../syntax.ts';
import { ancestorsOf, attributesOf, nameOf, type AnyElement } from '../tree.ts';
import { tagsOf, type Html, type Jsx } from '../written-tags.ts';

/**
 * Reports blocked HTML, and removes it: from the tree, so that a page is harmless without its
 * policy too, and the policy allows nothing that an author pasted.
 */
export const rawHtml = {
  mdast: defineMdastPlugin({
    name: 'octavo:raw-html',
    options: { position: true },
    html: reportTags,
    mdxJsxFlowElement: reportTags,
    mdxJsxTextElement: reportTags,
    link: checkLink,
    definition: checkLink,
    image: checkPicture,
  }),
  hast: ({ source }) => {
    // Markdown without HTML has nothing but links.
    const removal = { filter: source.includes('<') ? [] : ['a'], visit: removeBlocked };
    return defineHastPlugin({
      name: 'octavo:without-blocked-html',
      element: removal,
      mdxJsxFlowElement: removal,
      mdxJsxTextElement: removal,
    });
  },
  checks: {
    // A comment that is never closed hides all that follows.
    'open-comment': ({ html }) =>
      html.flatMap(({ source, position }) => {
        const last = readHtml(source).comments.at(-1);
        const isOpen = last && source.startsWith('<!--', last.start);
        if (!isOpen || source.includes('-->', last.start + 2)) return [];
        const message =
          'HTML: the comment is never closed, and hides what follows; end it with -->';
        return [{ position: positionIn(source, last.start, position), message }];
      }),
  },
} satisfies MarkdownFeature;

type Blocked = ReturnType<typeof blockedHtml>;
type Link = Of<'link' | 'definition'>;

function reportTags(node: Readonly<Html | Jsx>, ctx: MdastVisitorContext): void {
  for (const { name, attributes, position } of tagsOf(node))
    if (node.type === 'html' || isMarkup(name)) {
      report(blockedHtml(name, attributes), position, ctx);
      if (MEDIA.has(name)) reportHttp(attributes.get('src'), position, ctx);
    }
}

const MEDIA = new Set(['img', 'audio', 'video', 'source']);

function checkPicture({ url, position }: Readonly<Of<'image'>>, ctx: MdastVisitorContext): void {
  reportHttp(url, position?.start, ctx);
}

/** Warns of a URL that the policy of the page blocks; feeds have it. */
function reportHttp(url: unknown, position: Position | undefined, ctx: MdastVisitorContext): void {
  const isHttp = typeof url === 'string' && /^http:/i.test(url);
  if (isHttp) documentOf(ctx).report(position, HTTP, 'raw-html');
}

const HTTP = 'picture: the security policy blocks http:; use https:';

function checkLink({ url, position }: Readonly<Link>, ctx: MdastVisitorContext): void {
  report(blockedHtml('a', [['href', url]]), position?.start, ctx);
}

function report(blocked: Blocked, position: Position | undefined, ctx: MdastVisitorContext): void {
  for (const { message } of blocked)
    documentOf(ctx).report(position, `HTML: ${message}`, 'raw-html');
}

function removeBlocked(node: Readonly<AnyElement>, ctx: HastVisitorContext): void {
  const blocked = blockedIn(node);
  if (blocked.length === 0) return;
  // Sätteri warns of a change within a removed element.
  if (ancestorsOf(node, ctx).some((one) => isRemoved(blockedIn(one)))) return;
  if (isRemoved(blocked)) return ctx.removeNode(node);
  const names = blocked.flatMap(({ attributes = [] }) => attributes);
  if ('attributes' in node) {
    const attributes = node.attributes.filter(
      (one) => !('name' in one && names.includes(one.name)),
    );
    return ctx.replaceNode(node, { ...node, attributes });
  }
  // With null, plugins that copy an element would find an empty value (Sätteri 0.10).
  for (const name of names) ctx.setProperty(node, name, false);
}

function blockedIn(node: Readonly<HastNode>): Blocked {
  const name = nameOf(node) ?? '';
  return node.type === 'element' || isMarkup(name) ? blockedHtml(name, attributesOf(node)) : [];
}

/**
 * False for an element of MDX that is code: a component may do with attributes what it likes
 * (`<Chart style=…>`), and a script or a style is the author's own.
 */
function isMarkup(name: string): boolean {
  return /^[a-z][^.]*$/.test(name) && !['script', 'style'].includes(name);
}

function isRemoved(blocked: Blocked): boolean {
  return blocked.some(({ attributes }) => attributes === undefined);
}
