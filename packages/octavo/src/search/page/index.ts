import { openSearch, type FilterName, type Result, type Search } from './find.ts';

/** How many results there are with each value of each filter. */
export type Counts = Partial<Record<string, Record<string, number>>>;

interface FoundResults {
  results: readonly Result[];
  counts: Counts;
}

/** Opens the index below a URL, while the first query is typed. */
export function openIndex(url: string): Promise<Search> {
  return openSearch(async (file) => {
    // Its other files have a version in their URL.
    const response = await fetch(url + file, file.includes('?') ? {} : { cache: 'no-cache' });
    if (!response.ok) throw new Error(`${file}: ${response.status}`);
    return response.json();
  });
}

/** Finds the pages for the query of a URL, `q=proxy&tag=Go&year=2024`. */
export async function find(search: Search, query: URLSearchParams): Promise<FoundResults> {
  const names: FilterName[] = ['tag', 'year', 'series', 'author', 'language'];
  const filters = Object.fromEntries(names.map((name) => [name, query.getAll(name)]));
  const { results, counts } = await search.find({ text: query.get('q') ?? '', filters });
  return { results: query.size === 0 ? [] : results, counts };
}
