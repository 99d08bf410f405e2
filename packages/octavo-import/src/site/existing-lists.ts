import { slugify } from 'octavo/internal/addresses/slug';
import { parameterBelow, paths } from 'octavo/internal/addresses/urls';
import type { OldAddress } from '../imported-site.ts';
import { listedPosts } from './section-folder.ts';
import type { Placed } from './placing.ts';

/**
 * Returns a function that replaces the target of an old URL if it is a tag or series without posts,
 * which has no list: by the list of all tags, the index, or the feed of all posts.
 */
export function toExistingLists(placed: readonly Placed[]): (address: OldAddress) => OldAddress {
  const posts = listedPosts(placed);
  const lists = [
    { folder: paths.tags, names: posts.flatMap(({ data }) => data.tags), other: paths.tags },
    {
      ...{ folder: paths.allSeries, other: '/' },
      names: posts.flatMap(({ data }) => data.series ?? []),
    },
  ].map(({ names, ...list }) => ({ ...list, slugs: new Set(names.map(slugify)) }));
  return (address) => {
    const { to, kind, by } = address;
    const below = lists.find(({ folder }) => to?.startsWith(folder) === true && to !== folder);
    const [slug = ''] = below ? parameterBelow(below.folder, to!).split('/') : [];
    if (below === undefined || below.slugs.has(slug)) return address;
    if (kind !== 'feed') return { ...address, to: below.other, by: 'page' };
    return { ...address, to: paths.rss, by: by === 'page' ? by : 'rule' };
  };
}
