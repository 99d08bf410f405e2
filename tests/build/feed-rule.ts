import { childrenOf, type FeedDocument, type XmlElement } from './feed-document.ts';

/** What a specification demands of a feed. */
export interface Rule {
  /** The formats that it is about. */
  of: FeedDocument['format'][];
  /** What holds, with the section that says so. */
  rule: string;
  /** Returns what breaks the rule; nothing where it holds. */
  broken: (feed: FeedDocument) => unknown[];
}

/** Returns a finding where a rule does not hold and there is nothing to show for it. */
export function without(holds: boolean): unknown[] {
  return holds ? [] : ['it does not'];
}

/** Returns the names of children that an element has not exactly once, with a text. */
export function notOnce(element: XmlElement, names: string[]): string[] {
  return names.filter((name) => {
    const found = childrenOf(element, name);
    return found.length !== 1 || found[0]!.text.trim() === '';
  });
}

/** Returns the names of children that an element has more than once. */
export function more(element: XmlElement, names: string[]): string[] {
  return names.filter((name) => childrenOf(element, name).length > 1);
}

/** Returns the links that have no relation or whole address; all where not one is to the feed itself. */
export function selfAndWhole(links: XmlElement[]): unknown[] {
  const selves = links.filter(({ attributes }) => attributes['rel'] === 'self');
  return [
    ...(selves.length === 1 ? [] : [selves]),
    ...links.filter(({ attributes: { rel, href } }) => !rel || !isWhole(href)),
  ];
}

/** True for an address of the web with its host, percent-encoded. */
export function isWhole(address: unknown): boolean {
  return (
    typeof address === 'string' && /^https?:\/\/[!-~]+$/.test(address) && URL.canParse(address)
  );
}

/** True for a media type: `audio/mpeg`. */
export function isMediaType(type: unknown): boolean {
  return typeof type === 'string' && /^[a-z]+\/[a-z0-9.+-]+$/.test(type);
}

/** True for a language tag. */
export function isLanguage(tag: unknown): boolean {
  return typeof tag === 'string' && Intl.getCanonicalLocales(tag).length === 1;
}

/** True for a date of RFC 3339: `2024-01-06T10:30:00Z`. */
export function isRfc3339(date: unknown): boolean {
  const pattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/;
  return typeof date === 'string' && pattern.test(date) && !Number.isNaN(Date.parse(date));
}
