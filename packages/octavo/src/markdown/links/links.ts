import { defineMdastPlugin, type MdastNode, type MdastVisitorContext } from 'satteri';
import type { CheckId } from '../../diagnostics/check-ids.ts';
import { decodePath } from '../../addresses/decode-path.ts';
import { missingAnchor } from '../headings/anchors.ts';
import type { MarkdownDocument } from '../document.ts';
import type { MarkdownFeature } from '../feature.ts';
import { basePath } from './base-path.ts';
import {
  deadLink,
  deadAnchor,
  emptyLink,
  referenceUndefined,
  unpublishedReason,
} from './link-checks.ts';
import { fileInLanguage } from './in-language.ts';
import { markdownFile, projectPath } from './urls.ts';

/** Links: to Markdown files (`./other.md#heading`) as to their pages, to paths below the base path. */
export const links = {
  mdast: defineMdastPlugin({
    name: 'octavo:file-links',
    options: { position: true },
    link: resolveFileLink,
    definition: resolveFileLink,
  }),
  hast: basePath,
  checks: [deadLink, deadAnchor, emptyLink, referenceUndefined],
} satisfies MarkdownFeature;

type LinkLike = Extract<MdastNode, { type: 'link' | 'definition' }>;

function resolveFileLink(node: Readonly<LinkLike>, ctx: MdastVisitorContext): void {
  const link = markdownFile(node.url);
  const document = ctx.data.octavo;
  if (!link || !document) return;
  const { file, rest } = link;
  const report = (problem: string, rule: CheckId) =>
    document.report(node.position?.start, `link: ${file} ${problem}`, rule, node.url);
  const target = fileInLanguage(projectPath(decodePath(file), document.path), document);
  const address = document.address(target);
  if (address === undefined) {
    // A file without a page has errors of its own, which are reported there.
    if (!document.exists(target))
      report(`not found${suggestion(file, target, document)}`, 'dead-link');
    return;
  }
  const hidden = address === false ? unpublishedReason(target, document) : undefined;
  const missing = missingAnchor(rest, document, target, () => document.anchors(target));
  if (hidden) report(hidden, 'dead-link');
  else if (missing) report(`has ${missing}`, 'missing-anchor');
  // A link to a scheduled page is in a text that is scheduled too, and is rendered again by then.
  if (address === false) return;
  const url = encodeURI(address) + rest;
  document.targets.set(node.url, url);
  ctx.setProperty(node, 'url', url);
}

/** Returns a hint if the post exists as a bundle or as MDX. */
function suggestion(file: string, target: string, document: MarkdownDocument): string {
  const endings = ['/index.md', '.mdx', '.md', '/index.mdx'];
  const ending = endings.find((known) => document.exists(target.replace(/\.mdx?$/, known)));
  return ending === undefined ? '' : `; did you mean ${file.replace(/\.mdx?$/, ending)}?`;
}
