import { defineHastPlugin, defineMdastPlugin, type HastNode } from 'satteri';
import type { Position } from '../../diagnostics/diagnostic.ts';
import { nearest } from '../../diagnostics/did-you-mean.ts';
import { decodePath } from '../../addresses/decode-path.ts';
import { attributeOf, readHtml } from '../../html/read-html.ts';
import { idsOf, PAGE_IDS } from './ids.ts';
import { positionIn } from '../position.ts';
import type { MarkdownFeature } from '../feature.ts';
import { childrenOf } from '../tree.ts';

/** A link to an id in the same document. */
interface LinkedAnchor {
  id: string;
  position: Position | undefined;
}

declare module 'satteri' {
  interface DataMap {
    linkedAnchors: LinkedAnchor[];
  }
}

/** Links within the document (`#a-heading`), in Markdown, in raw HTML and in JSX, lead to an id. */
export const anchors = {
  mdast: ({ data, source }) => {
    if (!MAY_LINK.test(source)) return null;
    const linked: LinkedAnchor[] = [];
    data.linkedAnchors = linked;
    const note = (url: string, position: Position | undefined) => {
      const id = url.startsWith('#') ? anchorIn(url) : undefined;
      if (id !== undefined) linked.push({ id, position });
    };
    const noteJsx = (node: Readonly<JsxElement>) => {
      if (node.name !== 'a') return;
      const href = jsxAttribute(node, 'href');
      if (typeof href === 'string') note(href, node.position?.start);
    };
    return defineMdastPlugin({
      name: 'octavo:linked-anchors',
      options: { position: true },
      link: ({ url, position }) => note(url, position?.start),
      definition: ({ url, position }) => note(url, position?.start),
      html({ value, position }) {
        for (const tag of readHtml(value).tags) {
          const href = tag.name === 'a' ? attributeOf(tag, 'href') : undefined;
          if (href) note(href, positionIn(value, tag.start, position?.start));
        }
      },
      mdxJsxFlowElement: noteJsx,
      mdxJsxTextElement: noteJsx,
    });
  },
  hast: ({ source }) =>
    MAY_LINK.test(source) &&
    defineHastPlugin({
      name: 'octavo:check-anchors',
      before(root, { data }) {
        const linked = data.linkedAnchors ?? [];
        if (linked.length === 0) return;
        const ids = anchorsOf(root);
        for (const { id, position } of linked) {
          const message = missingAnchor(id, ids);
          if (message) data.octavo?.report(position, `link: no heading #${id}${message.hint}`);
        }
      },
    }),
  inCheck: true,
} satisfies MarkdownFeature;

/** Matches in every text with a link within the document: a `#` that is no heading. */
const MAY_LINK = /[("'<\s]#[^\s#]/;

/**
 * Returns the ids of a tree; `undefined` if unknown,
 * since a component or an expression of MDX may make more.
 */
export function anchorsOf(tree: HastNode): string[] | undefined {
  return isOpaque(tree) ? undefined : idsOf(tree);
}

/** Returns a hint for an id that is missing; `undefined` if it exists. */
export function missingAnchor(
  id: string,
  ids: readonly string[] | undefined,
): { hint: string } | undefined {
  if (ids === undefined || ids.includes(id) || PAGE_IDS.includes(id)) return undefined;
  const near = nearest(id, ids);
  return { hint: near === undefined ? '' : `; did you mean #${near}?` };
}

/**
 * Returns the id in a URL; `undefined` where it has none, leads to the top of
 * the page (HTML, "find a potential indicated element") or to a text.
 */
export function anchorIn(url: string): string | undefined {
  const id = decodePath(/#(.*)$/.exec(url)?.[1]?.replace(/:~:.*$/, '') ?? '');
  return id === '' || id.toLowerCase() === 'top' ? undefined : id;
}

/** Our components for MDX, which make no ids but those of their text. */
const OURS = new Set(['Figure', 'Callout', 'Aside']);

function isOpaque(node: HastNode): boolean {
  if (node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression')
    return !/^\s*(?:\/\*[\s\S]*\*\/\s*)?$/.test(node.value);
  if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') {
    if (!/^[a-z]/.test(node.name ?? 'fragment') && !OURS.has(node.name!)) return true;
    const id = jsxAttribute(node, 'id');
    if (id !== undefined && typeof id !== 'string') return true;
  }
  return childrenOf(node).some(isOpaque);
}

interface JsxElement {
  name: string | null;
  attributes: readonly { type: string; name?: unknown; value?: unknown }[];
  position?: { start: Position } | undefined;
}

function jsxAttribute({ attributes }: Readonly<JsxElement>, name: string): unknown {
  return attributes.find((attribute) => attribute.name === name)?.value;
}
