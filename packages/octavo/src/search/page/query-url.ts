import type { FilterName, Query } from './find.ts';

export const FILTERS: readonly FilterName[] = ['tag', 'year', 'series', 'author', 'language'];

/** Returns the query of a URL: `?q=proxy&tag=go&year=2024`. */
export function queryOf(search: string): Query {
  const parameters = new URLSearchParams(search);
  const filters = FILTERS.map((name) => [name, parameters.getAll(name)] as const);
  return {
    text: parameters.get('q')?.trim() ?? '',
    filters: Object.fromEntries(filters.filter(([, values]) => values.length > 0)),
  };
}

/** Returns the query string of a query, empty for an empty query. */
export function searchOf({ text, filters }: Query): string {
  const values = FILTERS.flatMap((name) => (filters[name] ?? []).map((value) => [name, value]));
  const parameters = new URLSearchParams(text === '' ? values : [['q', text], ...values]);
  return parameters.size === 0 ? '' : `?${parameters.toString()}`;
}
