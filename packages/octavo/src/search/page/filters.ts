import type { IndexFile } from '../index-files.ts';
import type { FilterName, Query } from './search-types.ts';

const FILTERS: readonly FilterName[] = ['tag', 'year', 'series', 'author', 'language'];

/** Returns whether an entry has one of the values of each filter; all of the tags. */
export function passes(entry: number, filters: Query['filters'], index: IndexFile): boolean {
  return FILTERS.every((name) => {
    const wanted = (filters[name] ?? []).map((value) => value.toLowerCase());
    const values = valuesOf(entry, name, index).map((value) => value.toLowerCase());
    if (name === 'tag') return wanted.every((value) => values.includes(value));
    return wanted.length === 0 || wanted.some((value) => values.includes(value));
  });
}

/** Counts the entries with each value of each filter, as the other filters are. */
export function countsOf(
  entries: readonly number[],
  filters: Query['filters'],
  index: IndexFile,
): Record<FilterName, Record<string, number>> {
  const counts = FILTERS.map((name) => {
    // With another tag, or with another year instead.
    const others = name === 'tag' ? filters : { ...filters, [name]: [] };
    const values = entries
      .filter((entry) => passes(entry, others, index))
      .flatMap((entry) => valuesOf(entry, name, index));
    const groups = Map.groupBy(values, (value) => value);
    return [name, Object.fromEntries([...groups].map(([value, { length }]) => [value, length]))];
  });
  return Object.fromEntries(counts) as Record<FilterName, Record<string, number>>;
}

function valuesOf(entry: number, name: FilterName, index: IndexFile): string[] {
  const [, , tags, language, day, , authors = [], series] = index.entries[entry]!;
  const values = {
    tag: () => tags.map((tag) => index.tags[tag]!),
    year: () => (day === undefined ? [] : [day.slice(0, 4)]),
    series: () => (series === undefined ? [] : [index.series[series]!]),
    author: () => authors.map((author) => index.authors[author]!),
    language: () => [index.languages[language]!],
  };
  return values[name]();
}
