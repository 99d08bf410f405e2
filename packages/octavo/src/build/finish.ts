import type { AstroConfig, RouteData } from 'astro';
import { attributeOf, readHtml, type HtmlElement, type OpeningTag } from '../html/read-html.ts';
import { decodePath } from '../addresses/decode-path.ts';
import { isFilePattern } from '../addresses/permalink.ts';
import { picturesOf } from '../html/built-page.ts';
import { edited, type Edit } from '../html/edits.ts';
import { blockedOn, type Blocked } from '../policy/blocked-by-policy.ts';
import { usesOf } from '../policy/page-uses.ts';
import { policyElement, policyOf } from '../policy/policy.ts';
import { declarationOfSettings } from '../settings/head.ts';
import { languageFolders } from '../settings/languages.ts';
import { readDeclaration } from '../settings/policy-hosts.ts';
import type { Settings } from '../settings/settings.ts';

/** The part of Astro's configuration that making pages depends on, as plain data. */
export interface BuildConfig extends Pick<AstroConfig, 'base' | 'image' | 'trailingSlash'> {
  /** The folder of assets, relative to the site. */
  assets: string;
  /** The folder of the site, `dist/`, and the one that is copied to it. */
  outDir: string;
  publicDir: string;
}

/** The facts that all pages of a build share, as plain data. */
export interface Build extends BuildConfig {
  /** A digest of everything that all pages depend on. */
  version: string;
  settings: Settings;
  isPreview: boolean;
  /** The folder of the bundle that workers render from, if they can. */
  bundle: string | undefined;
  /** The output folder. */
  folder: string;
}

/** A file of the site as it is written. */
export interface Finished {
  body: string | Uint8Array;
  /** The files in the folder of assets that it may name, relative to the site. */
  assets: string[];
  /** The URLs of the pictures in the article of a page. */
  pictures: string[];
  /** The parts of a page that its policy blocks; `undefined` if it has none (`finishPage`). */
  blocked: readonly Blocked[] | undefined;
}

/** Returns the content of the file of a response; a page is changed by `finishPage`. */
export async function finish(
  response: Response,
  file: string,
  { type }: Pick<RouteData, 'type'>,
  { assets, base, settings, isPreview }: Build,
): Promise<Finished> {
  const mime = response.headers.get('content-type') ?? '';
  if (type !== 'page' && !TEXT.test(mime)) {
    const body = new Uint8Array(await response.arrayBuffer());
    return { body, assets: [], pictures: [], blocked: [] };
  }
  const text = await response.text();
  const url = new URL(`${base}${file}`, settings.origin).href;
  const { html: body, blocked } =
    type === 'page'
      ? finishPage(text, { ...policyOptions(settings), isPreview, url })
      : { html: text, blocked: [] };
  // Only files directly in the folder: a text may mention deeper paths.
  const names = namesIn(body, assets).filter((name) => /^[^/]+$/.test(name));
  const paths = [...new Set(names)].map((name) => `${assets}/${name}`);
  return { body, assets: paths, pictures: type === 'page' ? picturesOf(body, url) : [], blocked };
}

/** Returns the facts of the settings that the policies of all pages depend on. */
export function policyOptions(settings: Settings) {
  const hasFonts = Object.keys(settings.fonts).length > 0;
  return { hasFonts, declaration: declarationOfSettings(settings) };
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

interface PageOptions extends Partial<ReturnType<typeof policyOptions>> {
  isPreview?: boolean;
  /** The URL of the page. */
  url?: string;
}

/**
 * Returns a page with a policy behind the element that names its encoding, instead of the elements
 * that declare hosts (`Policy.astro`), in a preview noindex, and no `<` in attributes, where other
 * tools may take it for a tag; and what the policy blocks. A page whose head does not name the
 * encoding is unchanged, and has no policy.
 */
export function finishPage(
  html: string,
  {
    isPreview,
    hasFonts = false,
    declaration = '',
    url = 'https://site.invalid/',
  }: PageOptions = {},
): { html: string; blocked: Blocked[] | undefined } {
  const page = readHtml(html);
  const charset = page.metas.find(
    (meta) => meta.isInHead && attributeOf(meta, 'charset')?.toLowerCase() === 'utf-8',
  );
  if (!charset) return { html, blocked: undefined };
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
  const robots = page.metas.filter((meta) => attributeOf(meta, 'name') === 'robots');
  const isHidden = robots.some((meta) => attributeOf(meta, 'content') === 'noindex');
  const noindex = isPreview && !isHidden ? NOINDEX : '';
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

function escapedAttributes(html: string, tags: readonly OpeningTag[]): Edit[] {
  return tags
    .flatMap(({ attributes }) => attributes.filter(({ value }) => value.includes('<')))
    .map(({ start, end }) => ({
      start,
      end,
      text: html.slice(start, end).replaceAll('<', '&lt;'),
    }));
}

/** Returns the file of a path, relative to the built site; where posts are files, `x.html` is one. */
export function fileOf(
  pathname: string,
  type: RouteData['type'],
  { settings }: Pick<Build, 'settings'>,
): string {
  const path = pathname.replace(/^\/|\/$/g, '');
  if (type !== 'page') return path;
  const folders = ['', ...languageFolders(settings)];
  if (folders.some((folder) => `/${path}` === `${folder}/404`)) return `${path}.html`;
  if (isFilePattern(settings.permalink) && path.endsWith('.html')) return path;
  return path === '' ? 'index.html' : `${path}/index.html`;
}

/**
 * Returns the names of files in the folder of assets that a text names, as they are on disk. The
 * text is of any kind: HTML, whose URLs are also in `srcset`, data attributes and JSON-LD, a
 * feed, a style sheet or a script, so it is searched rather than parsed.
 */
export function namesIn(text: string, folder: string): string[] {
  return text
    .split(`/${folder}/`)
    .slice(1)
    .flatMap((rest) => {
      const [name = ''] = /^[^"'\s<>)?#]*/.exec(rest) ?? [];
      return [name, decodePath(name)];
    });
}
