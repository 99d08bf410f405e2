import { attributeOf, readHtml } from '../html/read-html.ts';

/** True for a page that asks search engines to leave it out. */
export function saysNoindex(html: string): boolean {
  return readHtml(html).metas.some(
    (meta) =>
      attributeOf(meta, 'name')?.toLowerCase() === 'robots' &&
      /\b(?:noindex|none)\b/i.test(attributeOf(meta, 'content') ?? ''),
  );
}
