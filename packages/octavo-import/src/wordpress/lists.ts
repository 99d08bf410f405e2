import { paths } from 'octavo/internal/addresses/urls';
import { slugify } from 'octavo/internal/addresses/slug';
import type { OldAddress } from '../imported-site.ts';
import type { OldEntry } from '../old/old-entry.ts';
import type { Term } from './read-export.ts';
import { archiveLists, type ListedPost } from '../site/archive-lists.ts';
import type { OldFeed } from '../site/feed-addresses.ts';
import { termPage } from '../site/term-page.ts';

interface ListSources {
  posts: readonly { entry: OldEntry; terms: readonly Term[]; creator: string }[];
  /** The slug of the category above each. */
  parents: ReadonlyMap<string, string>;
  /** Returns the URL of the page of an author, by the login. */
  authorUrl: (login: string) => string | undefined;
  /** True if the URLs of posts have the day. */
  hasDays: boolean;
}

/** Returns the lists and feeds that WordPress makes, each with its target. */
export function wordPressLists({ posts, parents, authorUrl, hasDays }: ListSources): OldAddress[] {
  const listed = posts.map(({ entry, terms, creator }): ListedPost => ({
    day: entry.data.date?.written.slice(0, 10) ?? '',
    lists: [
      ...terms.map((term) => ({ path: termPath(term, parents), to: termPage(term.name) })),
      ...(creator === ''
        ? []
        : [{ path: `/author/${slugify(creator)}/`, to: authorUrl(creator) ?? '/' }]),
    ],
  }));
  return [
    { from: '/', to: '/', kind: 'list', by: 'same' },
    ...archiveLists(listed, { feed: (list) => `${list}feed/`, pageSize: 10 }),
    ...dates(listed, hasDays),
    { from: '/comments/feed/', to: undefined, kind: 'feed', by: 'nothing' },
    { from: '/wp-sitemap.xml', to: paths.sitemap, kind: 'file', by: 'rule' },
  ];
}

/** Returns the path of the list of a term: `/category/above/below/`, `/tag/x/`. */
export function termPath({ taxonomy, slug }: Term, parents: ReadonlyMap<string, string>): string {
  if (taxonomy !== 'category') return `/tag/${slug}/`;
  const above: string[] = [];
  for (let one = parents.get(slug); one && !above.includes(one); one = parents.get(one))
    above.unshift(one);
  return `/category/${[...above, slug].join('/')}/`;
}

/** Archives of years and months, and of days where posts have them in their URLs. */
function dates(posts: readonly ListedPost[], hasDays: boolean): OldAddress[] {
  const lengths = hasDays ? [4, 7, 10] : [4, 7];
  const days = new Set(
    posts.flatMap(({ day }) => (day === '' ? [] : lengths.map((length) => day.slice(0, length)))),
  );
  return [...days].map((day): OldAddress => ({
    ...{ from: `/${day.replaceAll('-', '/')}/`, to: paths.archive, kind: 'list', by: 'page' },
  }));
}

/** The feeds of all posts. */
export const FEEDS: readonly OldFeed[] = [
  { path: '/feed/', format: 'rss' },
  { path: '/feed/rss2/', format: 'rss' },
  { path: '/feed/atom/', format: 'atom' },
];
