import { alsoAtError, type FeedList } from 'octavo/internal/addresses/feed-formats';
import { paths } from 'octavo/internal/addresses/urls';
import type { OldAddress } from '../imported-site.ts';

/** A list of the old blog, and the one of the new site with the same posts. */
interface OldList {
  from: string;
  list?: FeedList | undefined;
}

/**
 * Returns the target of the feed `name` of a list: the same posts where that can be, else all of
 * them; always as a feed. Its path is added to `alsoAt`.
 */
export function listFeed({ from, list }: OldList, name: string, alsoAt: Set<string>): OldAddress {
  const folder = from.replace(/\.html$/, '/').replace(/\/?$/, '/');
  const path = folder + name;
  const own = list ? paths.listRss(list) : paths.rss;
  // The engine's own feeds of all posts are at some of the usual places.
  if (path === own || (!list && path === paths.atom))
    return { from: path, to: path, kind: 'feed', by: 'same' };
  const pattern = list ? patternOf(folder, list) + name : path;
  if (alsoAtError(pattern) !== undefined || (list && !folder.endsWith(`/${list.slug}/`)))
    return { from: path, to: own ?? paths.rss, kind: 'feed', by: 'rule' };
  alsoAt.add(pattern);
  return { from: path, to: own ?? path, kind: 'feed', by: 'feed' };
}

/** `/tags/go/` → `/tags/:tag/`. */
function patternOf(folder: string, { kind, slug }: FeedList): string {
  return `${folder.slice(0, -`${slug}/`.length)}:${kind}/`;
}
