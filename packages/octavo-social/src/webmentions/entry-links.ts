import { attributeOf, namesOf, readHtml } from 'octavo/internal/html/read-html';

/** The elements of an h-entry whose links it is about. */
const PROPERTIES = ['.e-content', '.u-bookmark-of', '.u-in-reply-to', '.u-like-of', '.u-repost-of'];

/** Returns the URLs on other sites that the post on a page links to, sorted. */
export function entryLinks(html: string, url: string): string[] {
  const { tags } = readHtml(html);
  const isOf = (names: readonly string[]) =>
    tags.filter((tag) => namesOf(tag).some((name) => names.includes(name)));
  const parts = isOf(PROPERTIES);
  // A component of the owner may have no microformats.
  const spans = parts.length > 0 ? parts : isOf(['article']);
  const links = tags.filter(
    ({ name, start }) =>
      name === 'a' && spans.some((span) => span.start <= start && start < (span.end ?? Infinity)),
  );
  const urls = links.flatMap((link) => URL.parse(attributeOf(link, 'href') ?? '', url) ?? []);
  const { host } = new URL(url);
  const others = urls.filter((one) => isPublic(one) && one.host !== host);
  return [...new Set(others.map(({ href }) => href))].sort();
}

/** False for a URL of the reader's own machine, which a tutorial may link to. */
export function isPublic({ protocol, hostname }: URL): boolean {
  return (
    /^https?:$/.test(protocol) &&
    !/^(?:(?:.*\.)?localhost|127\..*|0\.0\.0\.0|\[::1?\])$/.test(hostname)
  );
}
