import type { IndexEntry } from '../index-files.ts';

/** The values of an entry for each filter. A query has them as parameters: `?q=proxy&tag=go`. */
export const FILTERS: Record<string, (entry: IndexEntry) => readonly string[]> = {
  tag: ({ tags }) => tags,
  year: ({ year = [] }) => [year].flat(),
  series: ({ series = [] }) => [series].flat(),
  author: ({ authors }) => authors,
  language: ({ language }) => [language],
};

/** True for an entry with all tags of a query, and one of its values of each other filter but one. */
export function passes(entry: IndexEntry, query: URLSearchParams, but?: string): boolean {
  return Object.entries(FILTERS).every(([name, valuesOf]) => {
    const wanted = query.getAll(name);
    if (wanted.length === 0 || name === but) return true;
    const values = valuesOf(entry);
    const has = (value: string) => values.includes(value);
    return name === 'tag' ? wanted.every(has) : wanted.some(has);
  });
}

/** Counts the results with each value of a filter: tags are added to the others, years and the rest replace them. */
export function countsOf(entries: readonly IndexEntry[], query: URLSearchParams) {
  const counts = new Map<string, number>();
  for (const [name, valuesOf] of Object.entries(FILTERS)) {
    const but = name === 'tag' ? undefined : name;
    const values = entries.filter((entry) => passes(entry, query, but)).flatMap(valuesOf);
    for (const key of values.map((value) => `${name}=${value}`))
      counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}
