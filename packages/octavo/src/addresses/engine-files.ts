/** The formats of a feed. */
export const FEED_FORMATS = ['rss', 'atom', 'json'] as const;
export type FeedFormat = (typeof FEED_FORMATS)[number];

/** What stands for the slug of a tag, where each tag has its feed at such an address. */
export const TAG = ':tag';

/**
 * Returns what is wrong with an address that feeds are to be at too, of which each is a file:
 * `/index.xml`, `/tags/:tag/index.xml`; `undefined` where it holds.
 */
export function alsoAtMistake(path: string): string | undefined {
  if (!/^(?:\/(?!\.{1,2}(?:\/|$))[^/?#%\\\s]+)+\/?$/.test(path)) {
    return 'must be a path of this site, like /index.xml, without a space and ? # % \\';
  }
  const unknown = path.match(/:\w*/g)?.find((token) => token !== TAG);
  if (unknown !== undefined) return `knows ${TAG}, the slug of a tag; not ${unknown}`;
  if (path.split(TAG).length > 2) return `can hold ${TAG} once`;
  if (path.endsWith('/')) {
    return `ends in /, where a host of static files answers with a page; have your host answer ${path} with a feed (docs/feeds.md, "Old addresses")`;
  }
  if (!/\.(?:xml|rss|atom|rdf|json)$/.test(path)) {
    return 'must end in .xml, .rss, .atom, .rdf or .json, by which a host knows what to say that it is';
  }
  return isEngineFile(path) ? 'is the address of a file of Octavo itself' : undefined;
}

/** True for the paths of files that the engine makes at the root of the site, or will. */
export function isEngineFile(path: string): boolean {
  return ENGINE_FILE.test(path);
}

const ENGINE_FILE =
  /^\/(?:(?:rss|atom)(?:\/\d+)?\.xml|feed(?:\/\d+)?\.json|tags\/[^/]+\/rss\.xml|sitemap-[^/]+\.xml|opensearch\.xml|site\.webmanifest|(?:robots|llms|digest)\.txt)$/;
