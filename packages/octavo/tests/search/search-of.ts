import type { IndexEntry } from '../../src/search/index-files.ts';
import { makeIndex } from '../../src/search/index/make-index.ts';
import type { SearchedEntry } from '../../src/search/index/collect-terms.ts';
import { stemmersOf } from '../../src/search/index/stems.ts';
import { openSearch, type Found, type Marked, type Query } from '../../src/search/page/find.ts';
import { render } from '../helpers.ts';

/** A post to search, with its Markdown. */
export interface SearchedPost extends Partial<IndexEntry> {
  title: string;
  summary?: string;
  body?: string;
}

/** Returns the files of an index of posts; the URL of a post is its title. */
export async function indexOf(
  posts: readonly SearchedPost[],
  language = 'en',
): Promise<Map<string, string>> {
  const entries = posts.map(
    async ({ body = '', summary = '', ...post }, index): Promise<SearchedEntry> => {
      const { search, headings } = await render(body, { language });
      return {
        ...{ summary, headings: headings.map(({ text }) => text), ...search! },
        facts: {
          ...{ url: post.title, day: `2024-01-${String(index + 1).padStart(2, '0')}`, minutes: 1 },
          ...{ tags: [], authors: [], language, ...post },
        },
      };
    },
  );
  return makeIndex(await Promise.all(entries), await stemmersOf([language, 'de', 'en']));
}

/** Opens the search of posts; `read` has the files that were read. */
export async function searchOf(posts: readonly SearchedPost[], language?: string) {
  const files = await indexOf(posts, language);
  const read: string[] = [];
  const search = await openSearch((file) => {
    const name = file.replace(/\?.*/, '');
    read.push(name);
    return Promise.resolve(JSON.parse(files.get(name)!) as unknown);
  });
  const find = (text: string, filters: Query['filters'] = {}) => search.find({ text, filters });
  return { find, read };
}

/** Returns the titles of results, with brackets around hits. */
export function titlesOf({ results }: Pick<Found, 'results'>): string[] {
  return results.map(({ title }) => bracketed(title));
}

export function bracketed(parts: Marked): string {
  return parts.map(({ text, hit }) => (hit ? `[${text}]` : text)).join('');
}
