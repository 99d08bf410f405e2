import { searchWords, type SearchWord } from './search-words.ts';

/** A term, how often it is in a text, and its word as written, in lower case, if that differs from it. */
export type SearchCount = [term: string, count: number, written?: string];

/** Counts the words of texts by their terms; a part of a name counts half. */
export function countSearchWords(texts: readonly string[]): SearchCount[] {
  const counts = new Map<string, SearchCount>();
  const add = (text: string, { start, end, term, parts }: SearchWord, share: number) => {
    const found = counts.get(term);
    if (found) found[1] += share;
    else if (term !== '') {
      const written = text.slice(start, end).toLowerCase();
      counts.set(term, written === term ? [term, share] : [term, share, written]);
    }
    for (const part of parts) add(text, part, term === '' ? share : share / 2);
  };
  for (const text of texts) for (const word of searchWords(text)) add(text, word, 1);
  return [...counts.values()];
}
