import { DomUtils, parseDocument } from 'htmlparser2';

/** True for a page with noindex for search engines. */
export function hasNoindex(html: string): boolean {
  return DomUtils.getElementsByTagName('meta', parseDocument(html)).some(
    ({ attribs: { name = '', content = '' } }) =>
      name.toLowerCase() === 'robots' && /\b(?:noindex|none)\b/i.test(content),
  );
}

/**
 * Returns the URLs of the pictures in the articles of a page, each once, without those of other
 * sites and those of the dark theme.
 */
export function picturesOf(html: string, pageUrl: string): { url: string }[] {
  // Few pages have any, and reading costs more than searching.
  if (!html.includes('<img')) return [];
  const { origin } = new URL(pageUrl);
  const articles = DomUtils.getElementsByTagName('article', parseDocument(html));
  const found = DomUtils.getElementsByTagName('img', articles).flatMap(({ attribs }) => {
    const { src, class: classes = '' } = attribs;
    if (src === undefined || classes.split(/\s+/).includes('on-dark')) return [];
    const url = new URL(src, pageUrl);
    return url.origin === origin ? [url.href] : [];
  });
  // The limit for a page (Google Search Central, Image sitemaps).
  return [...new Set(found)].slice(0, 1000).map((url) => ({ url }));
}
