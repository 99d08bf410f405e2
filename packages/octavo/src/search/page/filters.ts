import type { IndexEntry } from '../index-files.ts';

/** True for an entry with all tags of a query, and one of its values of each other filter but one. */
export function passes({ filters }: IndexEntry, query: URLSearchParams, but?: string): boolean {
  return [...new Set(query.keys())].every((name) => {
    if (name === 'q' || name === but) return true;
    const has = (value: string) => filters[name]?.includes(value) ?? false;
    return name === 'tag' ? query.getAll(name).every(has) : query.getAll(name).some(has);
  });
}

/** The results with each value of a filter, by `tag=Go`; an empty string where they were not counted. */
export type Counts = ReadonlyMap<string, number | ''>;

/** Counts the results with each value of a filter: tags are added to the others, years and the rest replace them. */
export function countsOf(entries: readonly IndexEntry[], query: URLSearchParams): Counts {
  const counts = new Map<string, number>();
  for (const entry of entries)
    for (const [name, values] of Object.entries(entry.filters)) {
      if (!passes(entry, query, name === 'tag' ? undefined : name)) continue;
      for (const key of values.map((value) => `${name}=${value}`))
        counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  return counts;
}
