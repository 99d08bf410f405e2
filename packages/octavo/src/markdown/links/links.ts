import { dirname, posix } from 'node:path';
import { defineMdastPlugin, type MdastNode, type MdastVisitorContext } from 'satteri';
import { decodePath } from '../../addresses/decode-path.ts';
import { missingAnchor } from '../headings/anchors.ts';
import type { MarkdownDocument } from '../document.ts';
import { unpublishedReason } from './unpublished.ts';
import type { MarkdownFeature } from '../feature.ts';
import { basePath } from './base-path.ts';
import { deadLink } from './dead-link.ts';
import { emptyLink } from './empty-link.ts';
import { referenceUndefined } from './reference-undefined.ts';

/** Links: to Markdown files (`./other.md#heading`) as to their pages, to paths below the base path. */
export const links = {
  mdast: defineMdastPlugin({
    name: 'octavo:file-links',
    options: { position: true },
    link: resolveFileLink,
    definition: resolveFileLink,
  }),
  hast: basePath,
  checks: [deadLink, emptyLink, referenceUndefined],
} satisfies MarkdownFeature;

type LinkLike = Extract<MdastNode, { type: 'link' | 'definition' }>;

function resolveFileLink(node: Readonly<LinkLike>, ctx: MdastVisitorContext): void {
  const [, file, rest = ''] = /^([^?#]+\.mdx?)([?#].*)?$/.exec(node.url) ?? [];
  const document = ctx.data.octavo;
  if (file === undefined || !document || /^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(file)) return;
  const folder = file.startsWith('/') ? '' : dirname(document.path);
  const target = posix.join(folder, decodePath(file)).replace(/^\//, '');
  const address = document.address(target);
  const position = node.position?.start;
  if (address !== undefined) {
    const problem = errorOf(rest, target, document, address === false);
    if (problem) document.report(position, `link: ${file} ${problem}`);
    // A link to a scheduled page is in a text that is scheduled too, and is rendered again by then.
    if (address !== false) ctx.setProperty(node, 'url', encodeURI(address) + rest);
    return;
  }
  // A file without a page has errors of its own, which are reported there.
  if (document.exists(target)) return;
  document.report(position, `link: ${file} not found${suggestion(file, target, document)}`);
}

function errorOf(rest: string, target: string, document: MarkdownDocument, isHidden: boolean) {
  const hidden = isHidden ? unpublishedReason(target, document) : undefined;
  return hidden ?? anchorError(rest, target, document);
}

/** Returns what is wrong with the fragment of a link to a file that is there. */
function anchorError(rest: string, target: string, document: MarkdownDocument) {
  const missing = missingAnchor(rest, () => document.anchors(target));
  return missing && `has ${missing}`;
}

/** Returns a hint if the post exists as a bundle or as MDX. */
function suggestion(file: string, target: string, document: MarkdownDocument): string {
  const ending = ENDINGS.find((known) => document.exists(target.replace(/\.mdx?$/, known)));
  return ending === undefined ? '' : `; did you mean ${file.replace(/\.mdx?$/, ending)}?`;
}

const ENDINGS = ['/index.md', '.mdx', '.md', '/index.mdx'];
