import { paths } from 'octavo/internal/addresses/urls';
import type { OldAddress } from '../imported-site.ts';

/** A published post, as lists see it. */
export interface ListedPost {
  /** `2024-01-06`; empty for none. */
  day: string;
  /** The lists of terms and authors that it is in, with the paths of the new ones. */
  lists: readonly { path: string; to: string }[];
}

interface ListOptions {
  /** Returns the path of the feed of a list; absent if lists have none. */
  feed?: (list: string) => string;
  /** How many posts a list had on a page. */
  pageSize: number;
  /** The part of the path of a numbered page before its number. */
  pagePath?: string;
}

/** Returns the targets of numbered pages of the index, and of lists of terms, with their pages and feeds. */
export function archiveLists(
  posts: readonly ListedPost[],
  { feed, pageSize, pagePath = 'page' }: ListOptions,
): OldAddress[] {
  const lists = new Map<string, { to: string; count: number }>();
  for (const { path, to } of posts.flatMap((post) => post.lists))
    lists.set(path, { to, count: (lists.get(path)?.count ?? 0) + 1 });
  return [
    ...numbers(posts.length, pageSize).map((number): OldAddress => {
      const [from, to] = [`/${pagePath}/${number}/`, paths.index(number)];
      return { from, to, kind: 'list', by: from === to ? 'same' : 'page' };
    }),
    ...[...lists].flatMap(([path, { to, count }]): OldAddress[] => [
      { from: path, to, kind: 'list', by: path === to ? 'same' : 'page' },
      ...numbers(count, pageSize).map((number): OldAddress => ({
        ...{ from: `${path}${pagePath}/${number}/`, to, kind: 'list', by: 'page' },
      })),
      ...(!feed || to === '/' || to === paths.tags ? [] : [feedOf(feed(path), to)]),
    ]),
  ];
}

/** A feed at the path of a folder: a page that names the feed, which some readers follow. */
function feedOf(from: string, list: string): OldAddress {
  return { from, to: `${list}rss.xml`, kind: 'feed', by: 'page' };
}

function numbers(posts: number, pageSize: number): number[] {
  const pages = Math.ceil(posts / pageSize);
  return Array.from({ length: Math.max(0, pages - 1) }, (_, index) => index + 2);
}
