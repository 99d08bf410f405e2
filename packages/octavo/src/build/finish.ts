import type { RouteData } from 'astro';
import { ContentError, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { attributeOf, readHtml, type HtmlElement, type OpeningTag } from '../html/read-html.ts';
import { isFilePattern } from '../addresses/permalink.ts';
import { edited, type Edit } from '../html/edits.ts';
import { namesIn } from './unused-files.ts';
import { blockedOn, type Blocked } from '../policy/blocked-by-policy.ts';
import { usesOf } from '../policy/page-uses.ts';
import { policyElement, policyOf } from '../policy/policy.ts';
import { readDeclaration } from '../settings/policy-hosts.ts';

/** The facts that all pages of a build share. */
export interface Build {
  /** A digest of everything that all pages depend on except the owner's code. */
  version: string;
  origin: string;
  /** The path that the site lives under, with a slash at both ends. */
  base: string;
  /** Whether the URLs of pages end in a slash. */
  endsInSlash: boolean;
  /** The folder of assets. */
  assets: string;
  isPreview: boolean;
  /** The pattern of posts. */
  permalink: string;
  /** The paths of the pages for missing URLs. */
  notFound: string[];
  /** Whether the pages load fonts of the site. */
  hasFonts: boolean;
  /** The hosts that all pages may load from, as a policy has them. */
  declaration: string;
  /** The output folder, and the folder that is copied to it. */
  folder: string;
  publicFolder: string;
}

/** A file of the site as it is written. */
export interface Finished {
  body: string | Uint8Array;
  /** The files in the folder of assets that it may name, relative to the site. */
  assets: string[];
  /** The parts of a page that its policy blocks. */
  blocked: readonly Blocked[];
}

/**
 * Returns the content of the file of a response; a page is changed by `finishPage`.
 *
 * @throws {ContentError} for a page without a charset element, which the policy follows.
 */
export async function finish(
  response: Response,
  file: string,
  { type, component }: Pick<RouteData, 'type' | 'component'>,
  { assets, origin, base, ...build }: Build,
): Promise<Finished> {
  const mime = response.headers.get('content-type') ?? '';
  if (type !== 'page' && !TEXT.test(mime))
    return { body: new Uint8Array(await response.arrayBuffer()), assets: [], blocked: [] };
  const text = await response.text();
  const url = new URL(`${base}${file}`, origin).href;
  const finished =
    type === 'page' ? finishedPage(text, { ...build, url }) : { html: text, blocked: [] };
  if (!finished) throw new ContentError([noCharset(component, file)]);
  const { html: body, blocked } = finished;
  // Only files directly in the folder: a text may mention deeper paths.
  const names = namesIn(body, assets).filter((name) => /^[^/]+$/.test(name));
  return { body, assets: [...new Set(names)].map((name) => `${assets}/${name}`), blocked };
}

/** Keeps search engines from a page in a preview. */
const NOINDEX = '<meta name="robots" content="noindex">';

/** The name of the meta elements of `Policy.astro`. */
const DECLARES = 'octavo:policy';

const MEDIA = new Set(['audio', 'video']);

/** The types of the site's own files that may name others. */
const TEXT = /^(?:text\/|application\/(?:[\w.-]+\+)?(?:json|xml)|$)/;

/** True for a response without a file: a redirect, or an empty one. */
export function isNoFile({ status, body }: Response): boolean {
  return body === null || (status >= 300 && status < 400);
}

interface PageOptions extends Partial<Pick<Build, 'isPreview' | 'hasFonts' | 'declaration'>> {
  /** The URL of the page. */
  url?: string;
}

/** As `finishedPage`, but returns only the HTML. */
export function finishPage(html: string, options?: PageOptions): string | undefined {
  return finishedPage(html, options)?.html;
}

/**
 * Returns a page with a policy behind the element that names its encoding, instead of the elements
 * that declare hosts (`Policy.astro`), in a preview noindex, and no `<` in attributes, where other
 * tools may take it for a tag; and what the policy blocks. Returns `undefined` for a page whose head
 * does not name the encoding.
 */
export function finishedPage(
  html: string,
  {
    isPreview,
    hasFonts = false,
    declaration = '',
    url = 'https://site.invalid/',
  }: PageOptions = {},
) {
  const page = readHtml(html);
  const charset = page.metas.find(isCharset);
  if (!charset) return undefined;
  const styles = joined(page.styles);
  const declaring = page.metas.filter((meta) => attributeOf(meta, 'name') === DECLARES);
  const declarations = declaring.map((meta) => attributeOf(meta, 'content') ?? '');
  const { sources, invalid } = readDeclaration([declaration, ...declarations].join(';'));
  // Most tags, such as those of colored code, have a class alone.
  const tags = page.tags.filter(({ attributes }) => attributes.some(isOfInterest));
  const uses = usesOf(tags, page.styles);
  const policy = policyOf({
    ...{ scripts: page.scripts, styles, uses, fonts: hasFonts, declared: sources, url },
    media: page.tags.some(({ name }) => MEDIA.has(name)),
  });
  const { start, end } = charset;
  const noindex = isPreview && !page.metas.some(saysNoindex) ? NOINDEX : '';
  const head = html.slice(start, end) + policyElement(policy) + noindex;
  const finished = edited(html, [
    { start, end, text: head },
    ...declaring.map(({ start, end }) => ({ start, end, text: '' })),
    ...styles
      .filter((style) => !page.styles.includes(style))
      .map((style) => ({ ...style, text: `<style>${style.text}</style>` })),
    ...escapedAttributes(html, tags),
  ]);
  const blocked = blockedOn({ tags, uses, policy, url, invalid });
  return { html: finished, blocked };
}

/** False for a class, which loads nothing and has no `<`. */
function isOfInterest({ name, value }: OpeningTag['attributes'][number]): boolean {
  return name !== 'class' || value.includes('<');
}

/** Joins neighbouring styles without attributes: each style costs a hash in the policy. */
function joined(styles: readonly HtmlElement[]): HtmlElement[] {
  const all: HtmlElement[] = [];
  for (const style of styles) {
    const last = all.at(-1);
    const joins = last?.end === style.start && !last.attributes.length && !style.attributes.length;
    if (joins) all.splice(-1, 1, { ...last, end: style.end, text: last.text + style.text });
    else all.push(style);
  }
  return all;
}

function saysNoindex(meta: HtmlElement): boolean {
  return attributeOf(meta, 'name') === 'robots' && attributeOf(meta, 'content') === 'noindex';
}

function isCharset(meta: HtmlElement): boolean {
  return meta.isInHead && attributeOf(meta, 'charset')?.toLowerCase() === 'utf-8';
}

function escapedAttributes(html: string, tags: readonly OpeningTag[]): Edit[] {
  return tags
    .flatMap(({ attributes }) => attributes.filter(({ value }) => value.includes('<')))
    .map(({ start, end }) => ({
      start,
      end,
      text: html.slice(start, end).replaceAll('<', '&lt;'),
    }));
}

function noCharset(component: string, file: string): Diagnostic {
  const message = `${file}: no <meta charset="utf-8"> in the head, so no place for the security policy; make it the first element of the head`;
  return { file: component, line: 1, column: 1, severity: 'error', message };
}

/** Returns the file of a path, relative to the built site; where posts are files, `x.html` is one. */
export function fileOf(
  pathname: string,
  type: RouteData['type'],
  { permalink, notFound }: Pick<Build, 'permalink' | 'notFound'>,
): string {
  const path = pathname.replace(/^\/|\/$/g, '');
  if (type !== 'page') return path;
  if (notFound.includes(path)) return `${path}.html`;
  if (isFilePattern(permalink) && path.endsWith('.html')) return path;
  return path === '' ? 'index.html' : `${path}/index.html`;
}
