import type { IndexEntry } from '../../src/search/index-files.ts';
import { makeIndex } from '../../src/search/index/make-index.ts';
import { stemmersOf } from '../../src/search/index/stems.ts';
import { wordsOfEntries } from '../../src/search/index/words-of-entries.ts';
import { openSearch, type Found } from '../../src/search/page/find.ts';
import type { Marked } from '../../src/search/page/marks.ts';
import { render } from '../helpers.ts';

/** A post to search, with its Markdown. */
export interface SearchedPost extends Partial<Pick<IndexEntry, 'byline' | 'filters'>> {
  title: string;
  language?: string;
  summary?: string;
  body?: string;
}

/** Returns the files of an index of posts; the URL of a post is its title. */
export async function indexOf(
  posts: readonly SearchedPost[],
  language = 'en',
): Promise<Map<string, string>> {
  const entries = posts.map(
    async ({ title, body = '', summary = '', language: own = language, ...facts }) => {
      const { search } = await render(body, { language });
      const entry = { url: title, title, byline: '2024', filters: {}, ...facts };
      return { key: title, language: own, facts: entry, summary, ...search! };
    },
  );
  const all = await Promise.all(entries);
  const stemmers = await stemmersOf([language, 'de', 'en']);
  return makeIndex(all, wordsOfEntries(all, stemmers), stemmers);
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
  const find = (text: string, filters: [string, string][] = []) =>
    search.find(new URLSearchParams([['q', text], ...filters]));
  return { find, read };
}

/** Returns the titles of results, with brackets around hits. */
export function titlesOf({ results }: Pick<Found, 'results'>): string[] {
  return results.map(({ marked }) => bracketed(marked));
}

export function bracketed(parts: Marked): string {
  return parts.map(({ text, hit }) => (hit ? `[${text}]` : text)).join('');
}
