import { alsoAtError } from 'octavo/internal/addresses/feed-formats';
import { paths } from 'octavo/internal/addresses/urls';
import { slugify } from 'octavo/internal/addresses/slug';
import type { OldAddress } from '../imported-site.ts';
import { withSlash } from '../old/paths.ts';
import type { FeedPaths } from './old-blog.ts';

/** A feed of the old blog. */
export interface OldFeed {
  path: string;
  format: 'rss' | 'atom';
  /** The tag whose posts it has, for a feed of some. */
  tag?: string;
}

/** Returns what answers at the paths of feeds: always a feed. */
export function feedAddresses(feeds: readonly OldFeed[]): {
  addresses: OldAddress[];
  alsoAt: FeedPaths;
} {
  const alsoAt = { rss: new Set<string>(), atom: new Set<string>() };
  const addresses = feeds.map(({ path: from, format, tag }): OldAddress => {
    // Hosts redirect /feed to the folder.
    const path = withSlash(from);
    const own = tag === undefined ? paths[format] : `${paths.tag(slugify(tag))}rss.xml`;
    if (path === paths.rss || path === paths.atom)
      return { from, to: path, kind: 'feed', by: 'same' };
    if (tag !== undefined || alsoAtError(path) !== undefined)
      return { from, to: own, kind: 'feed', by: 'rule' };
    alsoAt[format].add(path);
    return { from, to: path, kind: 'feed', by: 'feed' };
  });
  return { addresses, alsoAt: { rss: [...alsoAt.rss], atom: [...alsoAt.atom] } };
}
