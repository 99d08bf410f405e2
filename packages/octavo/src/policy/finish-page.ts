import { attributeOf, readHtml, type HtmlElement, type OpeningTag } from '../html/read-html.ts';
import { edited, type Edit } from '../html/edits.ts';
import { declarationOfSettings } from '../settings/head.ts';
import { readDeclaration } from '../settings/policy-hosts.ts';
import type { Settings } from '../settings/settings.ts';
import { blockedOn, type Blocked } from './blocked-by-policy.ts';
import { usesOf } from './page-uses.ts';
import { policyElement, policyOf } from './policy.ts';

/** Keeps search engines from a page in a preview. */
const NOINDEX = '<meta name="robots" content="noindex">';

/** The name of the meta elements of `Policy.astro`. */
const DECLARES = 'octavo:policy';

const MEDIA = new Set(['audio', 'video']);

/** Returns the facts of the settings that the policies of all pages depend on. */
export function policyOptions(settings: Settings) {
  const hasFonts = Object.keys(settings.fonts).length > 0;
  return { hasFonts, declaration: declarationOfSettings(settings) };
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
