import { isEngineFile } from './engine-addresses.ts';

export const FEED_FORMATS = ['rss', 'atom', 'json'] as const;
export type FeedFormat = (typeof FEED_FORMATS)[number];

/** The placeholder for the slug of each tag in a path of `feeds.alsoAt`. */
export const TAG = ':tag';

const HIDDEN =
  'must not have a segment that begins with a dot, since many hosts do not serve hidden files';

/**
 * Returns the error in a path of `feeds.alsoAt`, `/index.xml` or `/tags/:tag/index.xml`;
 * `undefined` for a valid one.
 */
export function alsoAtError(path: string): string | undefined {
  if (!/^(?:\/(?!\.{1,2}(?:\/|$))[^/?#%\\\s]+)+\/?$/.test(path)) {
    return 'must be a path of this site, like /index.xml, without spaces and ? # % \\';
  }
  if (path.includes('/.')) return HIDDEN;
  const unknown = path.match(/:\w*/g)?.find((token) => token !== TAG);
  if (unknown !== undefined) return `unknown ${unknown}; the only placeholder is ${TAG}`;
  if (path.split(TAG).length > 2) return `must contain ${TAG} only once`;
  if (path.endsWith('/')) {
    return `ends in /, which static hosts serve as a page; have your host serve a feed at ${path} (docs/feeds.md, "Old addresses")`;
  }
  if (!/\.(?:xml|rss|atom|rdf|json)$/.test(path)) {
    return 'must end in .xml, .rss, .atom, .rdf or .json, so that hosts send the right type';
  }
  return isEngineFile(path) ? 'is the URL of a built-in file' : undefined;
}
