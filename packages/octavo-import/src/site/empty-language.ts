import { paths } from 'octavo/internal/addresses/urls';
import type { OldAddress } from '../imported-site.ts';
import type { OldLanguage } from './old-blog.ts';

/** True for a language without posts and pages, which the new site does not have. */
export function isEmpty({ posts, pages }: OldLanguage): boolean {
  return posts.length + pages.length === 0;
}

/** Returns the targets of the lists of an empty language: the index, and the feed of all posts. */
export function emptyLanguage({ lists, prefix }: OldLanguage): OldAddress[] {
  const { addresses, others } = lists({ placed: [], prefix, authorUrl: () => undefined });
  const aliases = others.flatMap((one) => one.aliases);
  return [
    ...addresses.map(({ from, kind }): OldAddress =>
      // A page that redirects would be no feed.
      kind === 'feed'
        ? { from, kind, to: paths.rss, by: 'rule' }
        : { from, kind, to: paths.index(), by: 'page' },
    ),
    ...aliases.map((from): OldAddress => ({ from, kind: 'alias', to: paths.index(), by: 'page' })),
  ];
}
