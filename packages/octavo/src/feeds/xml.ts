import type { Feed } from './feed.ts';

/** Strips the control characters that XML 1.0 does not allow (section 2.2, Char). */
export function withoutControls(text: string): string {
  return text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '');
}

/** The namespace of feed history (RFC 5005, 2). */
export const HISTORY = 'http://purl.org/syndication/history/1.0';

/** Returns the links of a feed to itself and to its archive (RFC 5005, 4 and appendix B). */
export function archiveLinks({ self, current, previous, next, archived }: Feed) {
  const links = [
    ['self', self],
    ['current', archived ? current : undefined],
    ['prev-archive', previous],
    ['next-archive', next],
  ] as const;
  return links.flatMap(([rel, href]) => (href === undefined ? [] : { rel, href }));
}
