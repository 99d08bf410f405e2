import { href } from '../../addresses/urls.ts';
import type { Blog, Page, Post } from '../../blog/blog.ts';
import type { Settings } from '../../settings/settings.ts';
import type { SearchText } from '../../words/excerpt.ts';
import type { SearchedEntry } from './collect-terms.ts';

/** Returns the entries that are found: pages, then posts from the oldest on, so that a new one comes last. */
export function searchedEntries(
  { posts, pages }: Pick<Blog, 'posts' | 'pages'>,
  texts: ReadonlyMap<string, SearchText>,
  site: Pick<Settings, 'language' | 'base'>,
): SearchedEntry[] {
  const commonOf = ({ url, title, headings, digest, description }: Page | Post) => ({
    ...{
      url: href(url, site),
      title,
      language: site.language,
      headings: headings.map(({ text }) => text),
    },
    ...{ tags: [], authors: [], summary: description ?? '' },
    ...(texts.get(digest) ?? { words: '', sections: '[]' }),
  });
  return [
    ...pages.filter(({ listed }) => listed).map(commonOf),
    ...posts.toReversed().map((post) => ({
      ...commonOf(post),
      ...{ language: post.lang ?? site.language, day: post.date.day, minutes: post.minutes },
      summary: [post.summary, post.description ?? ''].join('\n'),
      tags: post.tags.map(({ name }) => name),
      authors: post.authors.map(({ name }) => name),
      ...(post.part && { series: post.part.series.name }),
    })),
  ];
}
