import { defineHastPlugin, type HastVisitorContext } from 'satteri';
import { decodePath } from '../../addresses/decode-path.ts';
import { candidatesIn } from '../../html/srcset.ts';
import { codeAt, languageTag } from '../../settings/languages.ts';
import { documentOf, type MarkdownDocument } from '../document.ts';
import type { MarkdownFeature } from '../feature.ts';
import { attributesOf, type AnyElement } from '../tree.ts';
import { pathInLanguage } from './in-language.ts';
import { linkChecks } from './link-checks.ts';
import { pageAddress } from './linked-file.ts';
import { isRootRelative, pathOf } from './urls.ts';

const ELEMENTS = ['a', 'area', 'img', 'source', 'audio', 'video', 'track'];
const ATTRIBUTES = new Set(['href', 'src', 'srcset', 'poster']);

/**
 * Root-relative addresses (`/about/`) get the base path of the site, in HTML and JSX too; links lead to
 * the pages of Markdown files (`./other.md#heading`), in the language of the text, or have the language
 * of their target in `hreflang`.
 */
export const links = {
  hast: defineHastPlugin({
    name: 'octavo:links',
    element: { filter: ELEMENTS, visit: baseAddresses },
    mdxJsxFlowElement: { filter: ELEMENTS, visit: baseAddresses },
    mdxJsxTextElement: { filter: ELEMENTS, visit: baseAddresses },
  }),
  checks: linkChecks,
} satisfies MarkdownFeature;

function baseAddresses(node: Readonly<AnyElement>, ctx: HastVisitorContext): void {
  const document = documentOf(ctx);
  const { base } = document.site;
  const withBase = (url: string) => (isRootRelative(url) ? base + url.slice(1) : url);
  for (const [name, value] of attributesOf(node)) {
    const attribute = name.toLowerCase();
    if (!ATTRIBUTES.has(attribute) || typeof value !== 'string') continue;
    const isLink = attribute === 'href';
    const url = isLink ? targetOf(value, document) : value;
    const based = attribute === 'srcset' ? eachCandidate(url, withBase) : withBase(url);
    const language = isLink && isRootRelative(url) && otherLanguage(url, document);
    if (url !== value) document.targets.set(decodePath(value), url);
    if (language) ctx.setProperty(node, 'hreflang', language);
    if (based !== value) ctx.setProperty(node, name, based);
  }
}

function targetOf(written: string, document: MarkdownDocument): string {
  const url = pageAddress(written, document) ?? written;
  return isRootRelative(url) ? pathInLanguage(url, document) : url;
}

/** Returns the language of a page at a path, if it is not that of the document. */
function otherLanguage(url: string, { site, page }: MarkdownDocument): string | undefined {
  const code = codeAt(url, site);
  if (code === site.code || typeof page(pathOf(url)) !== 'string') return undefined;
  return languageTag(site, code);
}

/** Returns a `srcset` with the URL of each candidate changed. */
function eachCandidate(srcset: string, change: (url: string) => string): string {
  return candidatesIn(srcset)
    .map(([url, size]) => `${change(url)} ${size}`.trim())
    .join(', ');
}
