import { href } from '../../addresses/urls.ts';
import type { Blog, Page, Post } from '../../blog/blog.ts';
import { formatDate } from '../../content/dates.ts';
import { digestOf } from '../../digest-of.ts';
import type { Settings } from '../../settings/settings.ts';
import { stringsFor } from '../../strings/strings.ts';
import type { SearchText } from '../../words/search-text.ts';
import type { IndexEntry } from '../index-files.ts';
import type { SearchedEntry } from './words-of-entries.ts';

/** A post or page to index, whose text has a digest. */
export interface EntryFacts extends Omit<SearchedEntry, keyof SearchText> {
  digest: string;
}

/** Returns the entries to index: pages, then posts, oldest first, so that a new post keeps all numbers. */
export function searchedEntries(
  { posts, pages }: Pick<Blog, 'posts' | 'pages'>,
  site: Pick<Settings, 'language' | 'strings' | 'base'>,
): EntryFacts[] {
  const t = stringsFor(site);
  const entryOf = (
    entry: Page | Post,
    filters: IndexEntry['filters'] = { language: [site.language] },
  ) => ({
    ...{ digest: entry.digest, language: site.language },
    facts: { url: href(entry.url, site), title: entry.title, filters },
    summary: entry.description ?? '',
  });
  const postOf = (post: Post) => {
    const { lang: language = site.language, date, part } = post;
    const series = part ? [part.series.name] : [];
    const entry = entryOf(post, {
      ...{ year: [date.day.slice(0, 4)], series, language: [language] },
      tag: post.tags.map(({ name }) => name),
      author: post.authors.map(({ name }) => name),
    });
    const byline = [formatDate(date, site.language), t.minutes(post.minutes), ...series].join(
      ' · ',
    );
    const summary = `${post.summary}\n${entry.summary}`;
    return { ...entry, language, summary, facts: { ...entry.facts, byline } };
  };
  const entries = [
    ...pages.filter(({ listed }) => listed).map((page) => entryOf(page)),
    ...posts.toReversed().map(postOf),
  ];
  return entries.map((entry) => {
    const { digest, language, facts, summary } = entry;
    return { ...entry, key: digestOf(digest, language, facts, summary) };
  });
}
