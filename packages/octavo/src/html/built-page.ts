import { DomUtils, parseDocument } from 'htmlparser2';
import { lookup } from 'mrmime';

/** True for a page with noindex for search engines. */
export function hasNoindex(html: string): boolean {
  return DomUtils.getElementsByTagName('meta', parseDocument(html)).some(
    ({ attribs: { name = '', content = '' } }) =>
      name.toLowerCase() === 'robots' && /\b(?:noindex|none)\b/i.test(content),
  );
}

/**
 * Returns the URLs of the pictures in the articles of a page, each once and in full size, without
 * those of other sites and those of the dark theme.
 */
export function picturesOf(html: string, pageUrl: string): string[] {
  // Few pages have any, and reading costs more than searching.
  if (!html.includes('<img')) return [];
  const { origin } = new URL(pageUrl);
  const articles = DomUtils.getElementsByTagName('article', parseDocument(html));
  const links = new Map(
    DomUtils.getElementsByTagName('a', articles).flatMap((link) =>
      DomUtils.getElementsByTagName('img', link).map((picture) => [picture, link.attribs]),
    ),
  );
  const found = DomUtils.getElementsByTagName('img', articles).flatMap((picture) => {
    const { href = '', class: around } = links.get(picture) ?? {};
    const { src, class: classes } = picture.attribs;
    if (src === undefined || `${around} ${classes}`.split(/\s+/).includes('on-dark')) return [];
    const linked = URL.parse(href, pageUrl);
    const isFullSize = lookup(linked?.pathname ?? '')?.startsWith('image/');
    const url = isFullSize ? linked : URL.parse(src, pageUrl);
    return url?.origin === origin ? [url.href] : [];
  });
  // The limit for a page (Google Search Central, Image sitemaps).
  return [...new Set(found)].slice(0, 1000);
}
