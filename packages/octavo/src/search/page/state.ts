/** The query and the filters of a search, as in the URL of the page. */
export interface SearchState {
  query: string;
  tags: string[];
  years: string[];
}

/** Reads the query of a URL: `?q=proxy&tag=Go&year=2024`. */
export function readState(search: string): SearchState {
  const parameters = new URLSearchParams(search);
  const query = (parameters.get('q') ?? '').trim();
  return { query, tags: parameters.getAll('tag'), years: parameters.getAll('year') };
}

/** Returns the part of an address from its `?`; empty where nothing is searched for. */
export function writeState({ query, tags, years }: SearchState): string {
  const parameters = new URLSearchParams();
  if (query !== '') parameters.set('q', query);
  for (const tag of tags) parameters.append('tag', tag);
  for (const year of years) parameters.append('year', year);
  return parameters.size > 0 ? `?${parameters}` : '';
}
