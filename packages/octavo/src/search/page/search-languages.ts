import { memoize } from '../../memoize.ts';
import { openSearch, type Found } from './find.ts';
import type { ReadFile } from './index-reader.ts';

/**
 * Opens the search of a blog with several languages; opens the index of another one when it is first
 * needed. `others` are their folders, below that of the index in the page's language.
 */
export async function openLanguages(read: ReadFile, own: string, others: string) {
  const folders = { [own]: '', ...(JSON.parse(others) as Record<string, string>) };
  const languages = Object.keys(folders);
  const open = memoize((one: string) => openSearch((file) => read(folders[one]! + file)));
  const { entries } = await open(own);
  return {
    // A filter offers all languages.
    entries: [...entries, { filters: { language: languages } }],
    find: async (query: URLSearchParams): Promise<Found> => {
      const searches = await Promise.all(languagesToSearch(query, languages).map(open));
      return joined(await Promise.all(searches.map(({ find }) => find(query))), languages);
    },
  };
}

/** Returns the languages whose indexes have the results of a query; the first is that of the page. */
export function languagesToSearch(
  query: URLSearchParams,
  [own = '', ...others]: readonly string[],
): string[] {
  const wanted = query.getAll('language');
  // Posts in a language without an index are in that of the page.
  const isOwn = wanted.length === 0 || wanted.some((one) => !others.includes(one));
  return [...(isOwn ? [own] : []), ...others.filter((one) => wanted.includes(one))];
}

/** Joins the results in the indexes of several languages, in their order. */
export function joined(all: readonly Found[], languages: readonly string[]): Found {
  // Indexes of other languages are not counted until they are searched.
  const counts = new Map<string, number | ''>(languages.map((one) => [`language=${one}`, '']));
  for (const [key, count] of all.flatMap((found) => [...found.counts]))
    counts.set(key, Number(counts.get(key) ?? 0) + Number(count));
  const [{ suggestions, missing } = { suggestions: [], missing: [] }] = all;
  return {
    results: all.flatMap(({ results }) => results),
    counts,
    suggestions: all.every((found) => found.suggestions.length > 0) ? suggestions : [],
    missing: missing.filter((word) => all.every((found) => found.missing.includes(word))),
  };
}
