import { alsoAtError, type FeedList } from 'octavo/internal/addresses/feed-formats';
import { paths } from 'octavo/internal/addresses/urls';
import type { OldAddress } from '../imported-site.ts';
import { below } from './site-language.ts';

/** A list of the old blog, and the one of the new site with the same posts. */
interface OldList {
  from: string;
  list?: FeedList | undefined;
}

/**
 * Returns the target of the feed `name` of a list: the same posts where that can be, else all of
 * them; always as a feed. Its path below `prefix`, the folder of the language, is added to `alsoAt`.
 */
export function listFeed(
  { from: oldList, list }: OldList,
  name: string,
  alsoAt: Set<string>,
  prefix = '',
): OldAddress {
  const oldFolder = oldList.replace(/\.html$/, '/').replace(/\/?$/, '/');
  const [from, folder] = [oldFolder + name, below(prefix, oldFolder)];
  const path = folder + name;
  const own = list ? paths.listRss(list) : paths.rss;
  // The engine's own feeds of all posts are at some of the usual places.
  if (path === own || (!list && path === paths.atom))
    return { from, to: path, kind: 'feed', by: 'same' };
  const isOutside = prefix !== '' && folder === oldFolder;
  const pattern = isOutside ? undefined : patternOf(folder, name, list);
  if (pattern === undefined) return { from, to: own ?? paths.rss, kind: 'feed', by: 'rule' };
  alsoAt.add(pattern);
  return { from, to: own ?? path, kind: 'feed', by: 'feed' };
}

/** Returns the pattern of a feed for `alsoAt`: `/tags/go/` → `/tags/:tag/`; `undefined` if it cannot have one. */
function patternOf(folder: string, name: string, list: FeedList | undefined): string | undefined {
  if (list && !folder.endsWith(`/${list.slug}/`)) return undefined;
  const before = list ? `${folder.slice(0, -`${list.slug}/`.length)}:${list.kind}/` : folder;
  return alsoAtError(before + name) === undefined ? before + name : undefined;
}
