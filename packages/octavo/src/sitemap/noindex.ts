import { attributeOf, readHtml } from '../html/read-html.ts';

/** True for a page with noindex for search engines. */
export function hasNoindex(html: string): boolean {
  return readHtml(html).metas.some(
    (meta) =>
      attributeOf(meta, 'name')?.toLowerCase() === 'robots' &&
      /\b(?:noindex|none)\b/i.test(attributeOf(meta, 'content') ?? ''),
  );
}
