import { searchWords, type SearchWord } from './search-words.ts';

/** The number of times that a word is in a text. A part of a name counts half. */
export interface SearchCount {
  count: number;
  /** The word as it is written, in lower case. */
  written: string;
}

/** Counts the words of texts by their terms. */
export function countSearchWords(texts: readonly string[]): Map<string, SearchCount> {
  const counts = new Map<string, SearchCount>();
  const add = (text: string, { start, end, term, parts }: SearchWord, share: number) => {
    const found = counts.get(term);
    if (found) found.count += share;
    else if (term !== '')
      counts.set(term, { count: share, written: text.slice(start, end).toLowerCase() });
    for (const part of parts) add(text, part, term === '' ? share : share / 2);
  };
  for (const text of texts) for (const word of searchWords(text)) add(text, word, 1);
  return counts;
}

/** Returns counts as one string: many short strings cost more memory than one. */
export function packCounts(counts: ReadonlyMap<string, SearchCount>): string {
  return [...counts]
    .map(([term, { count, written }]) => `${term} ${count}${written === term ? '' : ` ${written}`}`)
    .join('\n');
}

/** Parses the string of `packCounts`. */
export function unpackCounts(packed: string): [term: string, count: number, written: string][] {
  if (packed === '') return [];
  return packed.split('\n').map((line) => {
    const [term, count, written = term] = line.split(' ') as [string, string, string?];
    return [term, Number(count), written];
  });
}
