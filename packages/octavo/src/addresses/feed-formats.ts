import { isEngineFile } from './engine-addresses.ts';

/** The formats of a feed. */
export const FEED_FORMATS = ['rss', 'atom', 'json'] as const;
export type FeedFormat = (typeof FEED_FORMATS)[number];

/** The placeholder of a tag's slug in a path at which each tag has its feed. */
export const TAG = ':tag';

/**
 * Returns the error in a path at which feeds are to be too, each of which is a file:
 * `/index.xml`, `/tags/:tag/index.xml`; `undefined` for a valid one.
 */
export function alsoAtMistake(path: string): string | undefined {
  if (!/^(?:\/(?!\.{1,2}(?:\/|$))[^/?#%\\\s]+)+\/?$/.test(path)) {
    return 'must be a path of this site, like /index.xml, without a space and ? # % \\';
  }
  const unknown = path.match(/:\w*/g)?.find((token) => token !== TAG);
  if (unknown !== undefined) return `unknown ${unknown}; the only placeholder is ${TAG}`;
  if (path.split(TAG).length > 2) return `can hold ${TAG} once`;
  if (path.endsWith('/')) {
    return `ends in /, where a host of static files answers with a page; have your host answer ${path} with a feed (docs/feeds.md, "Old addresses")`;
  }
  if (!/\.(?:xml|rss|atom|rdf|json)$/.test(path)) {
    return 'must end in .xml, .rss, .atom, .rdf or .json, from which a host knows the type';
  }
  return isEngineFile(path) ? 'is the URL of a file of Octavo itself' : undefined;
}
