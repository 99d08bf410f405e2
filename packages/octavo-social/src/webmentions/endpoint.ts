import LinkHeader from 'http-link-header';
import { attributeOf, readHtml } from 'octavo/internal/html/read-html';

/** The answer to a request of a page. */
interface Page {
  /** After redirects. */
  url: string;
  /** The header `Link`. */
  link: string | null;
  /** Empty for a file of another type. */
  html: string;
}

/**
 * Returns the webmention endpoint of a page: that of its header, else that of its first `link` or `a`.
 *
 * https://www.w3.org/TR/webmention/#sender-discovers-receiver-webmention-endpoint
 */
export function endpointOf({ url, link, html }: Page): URL | undefined {
  const href = inHeader(link ?? '') ?? inHtml(html);
  return href === undefined ? undefined : (URL.parse(href, url) ?? undefined);
}

function inHeader(header: string): string | undefined {
  try {
    return LinkHeader.parse(header).refs.find(({ rel }) => isWebmention(rel))?.uri;
  } catch {
    // A header of another server may be invalid.
    return undefined;
  }
}

function inHtml(html: string): string | undefined {
  const tags = readHtml(html).tags.filter(({ name }) => name === 'link' || name === 'a');
  return tags
    .filter((tag) => isWebmention(attributeOf(tag, 'rel')))
    .map((tag) => attributeOf(tag, 'href'))
    .find((href) => href !== undefined);
}

function isWebmention(rel = ''): boolean {
  return rel.toLowerCase().split(/\s+/).includes('webmention');
}
