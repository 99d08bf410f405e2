import type { EntryWords, SearchedEntry } from './words-of-entries.ts';

/** A term of the index, while it is made. */
export interface CollectedTerm {
  term: string;
  stem: string;
  /** The number of each chunk with the term, and how much it is about it; a chunk may be there twice. */
  postings: number[];
  /** The word as it is written, in lower case. */
  written: string;
  /** The language of its first entry. */
  language: string;
}

/** Returns the terms of entries by their chunks. */
export function collectTerms(
  entries: readonly SearchedEntry[],
  { words, entries: numbers }: EntryWords,
): Map<string, CollectedTerm> {
  const terms = new Map<string, CollectedTerm>();
  const termOf = (word: string, language: string) => {
    const [term = '', written = term] = word.split(' ');
    const found = terms.get(term) ?? { term, stem: term, postings: [], written, language };
    terms.set(term, found);
    return found;
  };
  const byWord: CollectedTerm[] = [];
  let first = 0;
  for (const { key, language, sections } of entries) {
    const own = numbers.get(key)!;
    for (let at = 0; at < own.length; at += 3) {
      const word = own[at]!;
      const { postings } = (byWord[word] ??= termOf(words[word]!, language));
      postings.push(first + own[at + 1]!, own[at + 2]!);
    }
    first += sections.split('\n').length;
  }
  return terms;
}
