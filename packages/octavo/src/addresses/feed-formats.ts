import { isEngineFile, isReserved } from './engine-addresses.ts';

export const FEED_FORMATS = ['rss', 'atom', 'json'] as const;
export type FeedFormat = (typeof FEED_FORMATS)[number];

/** The kinds of lists of posts that have feeds; `:tag` in a path of `feeds.alsoAt` stands for each tag. */
export const LIST_KINDS = ['tag', 'series', 'author', 'folder'] as const;
export type ListKind = (typeof LIST_KINDS)[number] | 'notes';

/** A list of posts that has feeds. */
export interface FeedList {
  kind: ListKind;
  /** The slug of a tag or series, the id of an author, the path of a folder below `posts/`; empty for notes. */
  slug: string;
}

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
  const placeholders = path.match(/:\w*/g) ?? [];
  const known = LIST_KINDS.map((kind) => `:${kind}`);
  const unknown = placeholders.find((placeholder) => !known.includes(placeholder));
  if (unknown !== undefined) return `unknown ${unknown}; use ${known.join(', ')}`;
  if (placeholders.length > 1) return `must contain only one of ${placeholders.join(', ')}`;
  if (path.endsWith('/')) return isReserved(path, '/:slug/') ? 'is a built-in page' : undefined;
  if (!/\.(?:xml|rss|atom|rdf|json)$/.test(path)) {
    return 'must end in .xml, .rss, .atom, .rdf, .json or /, so that hosts send the right type';
  }
  return isEngineFile(path) ? 'is the URL of a built-in file' : undefined;
}
