import { XMLBuilder } from 'fast-xml-parser';
import type { Feed } from './feed.ts';

const builder = new XMLBuilder({
  attributeNamePrefix: '@',
  cdataPropName: '#cdata',
  ignoreAttributes: false,
  suppressBooleanAttributes: false,
  suppressEmptyNode: true,
});

/**
 * Returns an XML document of elements by name: `@name` is an attribute, `#text` the text beside
 * attributes, `#cdata` such text in fewer bytes, an array one element for each item; what is
 * undefined is omitted.
 */
export function xmlOf(root: object): string {
  return withoutControls(`<?xml version="1.0" encoding="UTF-8"?>\n${builder.build(root)}`);
}

/** Returns elements without a document around them. */
export function elementsOf(elements: object): string {
  return builder.build(elements);
}

/** Strips the control characters that XML 1.0 does not allow (section 2.2, Char). */
export function withoutControls(text: string): string {
  return text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '');
}

/** The namespace of feed history (RFC 5005, 2). */
export const HISTORY = 'http://purl.org/syndication/history/1.0';

/** Returns the links of a feed to itself to its archive (RFC 5005, 4 and appendix B), and to its hub (WebSub, 4). */
export function archiveLinks(feed: Feed, type: string) {
  const { self, current, previous, next, archived, site } = feed;
  const links = [
    ['self', self],
    ['current', archived ? current : undefined],
    ['prev-archive', previous],
    ['next-archive', next],
  ] as const;
  const hub = site.hub === undefined || archived ? [] : [{ '@href': site.hub, '@rel': 'hub' }];
  return [
    ...links.flatMap(([rel, href]) =>
      href === undefined ? [] : { '@href': href, '@rel': rel, '@type': type },
    ),
    ...hub,
  ];
}
