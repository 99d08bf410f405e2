import { href } from '../../addresses/urls.ts';
import type { Blog, Page, Post } from '../../blog/blog.ts';
import type { Settings } from '../../settings/settings.ts';
import type { SearchText } from '../../words/search-text.ts';
import type { IndexEntry } from '../index-files.ts';
import type { SearchedEntry } from './collect-terms.ts';

/** Returns the entries to index: pages, then posts, oldest first, so that a new post keeps all numbers. */
export function searchedEntries(
  { posts, pages }: Pick<Blog, 'posts' | 'pages'>,
  texts: ReadonlyMap<string, SearchText>,
  site: Pick<Settings, 'language' | 'base'>,
): SearchedEntry[] {
  const entryOf = (entry: Page | Post, summary: string, facts: Partial<IndexEntry> = {}) => ({
    facts: {
      ...{ url: href(entry.url, site), title: entry.title, language: site.language },
      ...{ tags: [], authors: [], ...facts },
    },
    headings: entry.headings.map(({ text }) => text),
    summary: `${summary}\n${entry.description ?? ''}`,
    ...(texts.get(entry.digest) ?? { words: '', sections: '[]' }),
  });
  return [
    ...pages.filter(({ listed }) => listed).map((page) => entryOf(page, '')),
    ...posts.toReversed().map((post) =>
      entryOf(post, post.summary, {
        ...{ language: post.lang ?? site.language, day: post.date.day, minutes: post.minutes },
        tags: post.tags.map(({ name }) => name),
        authors: post.authors.map(({ name }) => name),
        ...(post.part && { series: post.part.series.name }),
      }),
    ),
  ];
}
