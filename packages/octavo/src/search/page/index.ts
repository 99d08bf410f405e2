import { filters, init, options, search, type Counts, type Result } from 'virtual:pagefind';
import { isTrueMatch, preparedQuery } from './query.ts';

/** Fetches the parts of the index that every search needs, while the first query is typed. */
export async function openIndex(base: string): Promise<void> {
  await options({
    basePath: `${base}pagefind/`,
    baseUrl: base,
    // A worker would be a second program to fetch, and one that the policy of the page refuses.
    noWorker: true,
    ranking: { metaWeights: { title: 5, tags: 2, when: 0 } },
  });
  await init();
}

interface Found {
  results: Result[];
  counts: Counts;
}

/**
 * Finds the pages for the query of a URL, `q=proxy&tag=Go&year=2024`: those with all words, all
 * tags, and one of the years. With `withCounts` it also counts the results with another tag, or
 * with another year instead, for which it fetches the filters.
 */
export async function find(query: URLSearchParams, withCounts: boolean): Promise<Found> {
  const all = withCounts ? await filters() : {};
  if (query.size === 0) return { results: [], counts: all };
  const [words, tags, years] = [query.get('q'), query.getAll('tag'), query.getAll('year')];
  const ask = (any: string[]) =>
    search(words && preparedQuery(words), {
      filters: {
        ...(tags.length > 0 && { tag: tags }),
        ...(any.length > 0 && { year: { any } }),
      },
      // Without words nothing is better than another.
      ...(words === null && { sort: { date: 'desc' } }),
    });
  const { results, filters: counts } = await ask(years);
  const best = words === null ? undefined : await results[0]?.data();
  if (best && !isTrueMatch(best, words!)) return { results: [], counts: {} };
  if (withCounts && years.length > 0) counts.year = (await ask([])).filters.year ?? {};
  return { results, counts };
}
