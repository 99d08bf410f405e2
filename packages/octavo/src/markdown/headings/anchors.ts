import type { HastNode } from 'satteri';
import { decodePath } from '../../addresses/decode-path.ts';
import { isFoundElsewhere } from '../../addresses/elsewhere.ts';
import { contentId } from '../../content/content-file.ts';
import { repliesPath } from '../../content/replies.ts';
import { nearest } from '../../diagnostics/did-you-mean.ts';
import { COMPONENTS } from '../directives/mdx-tags.ts';
import type { MarkdownDocument } from '../document.ts';
import { isExpression, nameOf, nodesOf, valueOf } from '../tree.ts';

/** The ids that every page has itself: where its skip link leads (layouts/Document.astro). */
export const PAGE_IDS = ['main'];

/** Returns every id of a tree, as often as it is given: in Markdown, in raw HTML and in JSX. */
export function idsOf(tree: HastNode): string[] {
  return nodesOf(tree)
    .map((node) => valueOf(node, 'id'))
    .filter((id) => typeof id === 'string');
}

/**
 * Returns what a fragment in a URL may name: the ids of a tree, and the names of links, `<a name="x">`
 * (HTML, 7.4.6.3); `undefined` if unknown, since a component or an expression of MDX may make more.
 */
export function anchorsOf(tree: HastNode): string[] | undefined {
  const nodes = nodesOf(tree);
  if (nodes.some(isOpaque)) return undefined;
  return nodes
    .flatMap((node) => [valueOf(node, 'id'), nameOf(node) === 'a' && valueOf(node, 'name')])
    .filter((name) => typeof name === 'string');
}

/**
 * Returns `no heading #x; did you mean #y?` if the fragment of a URL is none of the ids; `undefined`
 * if it is, if they are unknown, if `elsewhere` names it, or if it may be a reply to the post in the file `page`.
 */
export function missingAnchor(
  url: string,
  { site, exists }: Pick<MarkdownDocument, 'site' | 'exists'>,
  page: string,
  ids: () => readonly string[] | undefined,
): string | undefined {
  const id = anchorIn(url);
  const known = id === undefined || isFoundElsewhere(`#${id}`, site.elsewhere) ? undefined : ids();
  if (id === undefined || !known || [...known, ...PAGE_IDS].includes(id)) return undefined;
  if (id.startsWith('reply-') && exists(repliesPath(contentId(page)))) return undefined;
  const near = nearest(id, known);
  return `no heading #${id}${near === undefined ? '' : `; did you mean #${near}?`}`;
}

/**
 * Returns the id in a URL; `undefined` where it has none, leads to the top of
 * the page (HTML, "find a potential indicated element") or to a text.
 */
function anchorIn(url: string): string | undefined {
  const id = decodePath(/#(.*)$/.exec(url)?.[1]?.replace(/:~:.*$/, '') ?? '');
  return id === '' || id.toLowerCase() === 'top' ? undefined : id;
}

/** True for an expression or a component of MDX that may make ids; ours make none but those of their text. */
function isOpaque(node: HastNode): boolean {
  if (isExpression(node)) return !/^\s*(?:\/\*[\s\S]*\*\/\s*)?$/.test(node.value);
  const name = nameOf(node) ?? 'fragment';
  if (!/^[a-z]/.test(name) && !COMPONENTS.has(name)) return true;
  return !['undefined', 'string'].includes(typeof valueOf(node, 'id'));
}
