import type { IndexEntry } from '../index-files.ts';
import type { FilterName, Query } from './search-types.ts';

const VALUES: Record<FilterName, (entry: IndexEntry) => readonly string[]> = {
  tag: ({ tags }) => tags,
  year: ({ day }) => (day === undefined ? [] : [day.slice(0, 4)]),
  series: ({ series }) => (series === undefined ? [] : [series]),
  author: ({ authors }) => authors,
  language: ({ language }) => [language],
};
const FILTERS = Object.keys(VALUES) as FilterName[];

/** True for an entry with all tags of the filters, and one of the values of each other filter. */
export function passes(entry: IndexEntry, filters: Query['filters']): boolean {
  return FILTERS.every((name) => {
    const wanted = (filters[name] ?? []).map((value) => value.toLowerCase());
    const values = VALUES[name](entry).map((value) => value.toLowerCase());
    if (name === 'tag') return wanted.every((value) => values.includes(value));
    return wanted.length === 0 || wanted.some((value) => values.includes(value));
  });
}

/** Counts the results with each value of a filter: tags are added to the others, years and the rest replace them. */
export function countsOf(
  entries: readonly IndexEntry[],
  filters: Query['filters'],
): Record<FilterName, Record<string, number>> {
  const countOf = (name: FilterName) => {
    const others = name === 'tag' ? filters : { ...filters, [name]: [] };
    const found = entries.filter((entry) => passes(entry, others));
    const groups = Map.groupBy(found.flatMap(VALUES[name]), (value) => value);
    return Object.fromEntries([...groups].map(([value, { length }]) => [value, length]));
  };
  const counts = FILTERS.map((name) => [name, countOf(name)]);
  return Object.fromEntries(counts) as Record<FilterName, Record<string, number>>;
}
