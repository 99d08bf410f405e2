import { oneLine } from './setting-values.ts';

/** A link of the header. */
export interface HeaderLink {
  label: string;
  /** A path of the new site, or a URL. */
  link: string;
}

/** Maximum links of a menu; a list of more is all pages of a blog. */
const MOST_LINKS = 8;

/** Returns the links of the header: each target once, without those that every header has. */
export function headerLinks(links: readonly HeaderLink[]): HeaderLink[] {
  const byTarget = new Map<string, HeaderLink>();
  for (const { label, link } of links) {
    const isBuiltIn =
      link === '/' || link === '/search/' || /\.xml$|\/(?:feed|rss|atom)\/$/.test(link);
    if (label.trim() === '' || isBuiltIn || !isTarget(link) || byTarget.has(link)) continue;
    byTarget.set(link, { label: oneLine(label), link });
  }
  return [...byTarget.values()].slice(0, MOST_LINKS);
}

/** True for a path of the site, and for a URL. */
export function isTarget(link: string): boolean {
  return (link.startsWith('/') && !link.startsWith('//')) || URL.canParse(link);
}
