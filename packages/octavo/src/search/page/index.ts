import { filters, init, options, search, type Answer, type Counts } from 'virtual:pagefind';
import { toHit, type Hit } from './hit.ts';
import { preparedQuery } from './query.ts';
import type { SearchState } from './state.ts';
import { isTrueMatch } from './true-match.ts';

/** The results of a search. */
export interface Found {
  total: number;
  /** Fetches `count` results from an index. */
  hits: (from: number, count: number) => Promise<Hit[]>;
  /** The number of results with another tag, or with another year instead. */
  counts: Counts;
}

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

/** Fetches the filters, and returns how many pages there are for each value. */
export function loadFilters(): Promise<Counts> {
  return filters();
}

const NOTHING: Found = { total: 0, hits: () => Promise.resolve([]), counts: {} };

/** Finds the pages with all words, all tags, and one of the years. */
export async function find(state: SearchState): Promise<Found> {
  const { query, years } = state;
  const answer = await ask(state);
  const best = query === '' ? undefined : await answer.results[0]?.data();
  if (best && !isTrueMatch(best, query)) return NOTHING;
  const anyYear = years.length > 0 ? await ask({ ...state, years: [] }) : answer;
  return {
    total: answer.results.length,
    hits: async (from, count) => {
      const pages = answer.results.slice(from, from + count).map(({ data }) => data());
      return (await Promise.all(pages)).map(toHit);
    },
    counts: { tag: answer.filters.tag ?? {}, year: anyYear.filters.year ?? {} },
  };
}

function ask({ query, tags, years }: SearchState): Promise<Answer> {
  return search(query === '' ? null : preparedQuery(query), {
    filters: {
      ...(tags.length > 0 && { tag: tags }),
      ...(years.length > 0 && { year: { any: years } }),
    },
    // Without words nothing is better than another.
    ...(query === '' && { sort: { date: 'desc' } }),
  });
}
