import { href } from '../../addresses/urls.ts';
import type { Blog, Page, Post } from '../../blog/blog.ts';
import { formatDate } from '../../content/dates.ts';
import type { Settings } from '../../settings/settings.ts';
import { stringsFor } from '../../strings/strings.ts';
import { NO_SEARCH_TEXT, type SearchText } from '../../words/search-text.ts';
import type { IndexEntry } from '../index-files.ts';
import type { SearchedEntry } from './collect-terms.ts';

/** Returns the entries to index: pages, then posts, oldest first, so that a new post keeps all numbers. */
export function searchedEntries(
  { posts, pages }: Pick<Blog, 'posts' | 'pages'>,
  texts: ReadonlyMap<string, SearchText>,
  site: Pick<Settings, 'language' | 'strings' | 'base'>,
): SearchedEntry[] {
  const t = stringsFor(site);
  const entryOf = (entry: Page | Post, summary: string, facts: Partial<IndexEntry> = {}) => ({
    facts: {
      ...{ url: href(entry.url, site), title: entry.title, language: site.language },
      ...{ tags: [], authors: [], ...facts },
    },
    summary: `${summary}\n${entry.description ?? ''}`,
    ...(texts.get(entry.digest) ?? NO_SEARCH_TEXT),
  });
  return [
    ...pages.filter(({ listed }) => listed).map((page) => entryOf(page, '')),
    ...posts.toReversed().map((post) => {
      const series = post.part?.series.name;
      const byline = [formatDate(post.date, site.language), t.minutes(post.minutes), series];
      return entryOf(post, post.summary, {
        ...{ language: post.lang ?? site.language, year: post.date.day.slice(0, 4), series },
        tags: post.tags.map(({ name }) => name),
        authors: post.authors.map(({ name }) => name),
        byline: byline.filter((part) => part !== undefined).join(' · '),
      });
    }),
  ];
}
