import { CHUNK, type EntryWords, type SearchedEntry } from './words-of-entries.ts';

/** A term of the index, while it is made. */
export interface CollectedTerm {
  term: string;
  stem: string;
  /** The word as it is written, in lower case. */
  written: string;
  /** Its place among the words by their first postings. */
  first: number;
  /** The range of its postings among those of all terms; a chunk may be there twice. */
  start: number;
  end: number;
}

/** Terms, sorted, and their postings, first by term, then by chunk: an array for each term takes more time. */
export interface CollectedTerms {
  terms: CollectedTerm[];
  postings: number[];
}

/** Returns the terms of entries. */
export function collectTerms(
  entries: readonly SearchedEntry[],
  entryWords: EntryWords,
): CollectedTerms {
  const { words, entries: numbers } = entryWords;
  const counts = new Uint32Array(words.length);
  const firsts = new Uint32Array(words.length);
  let found = 0;
  for (const own of numbers.values())
    for (let at = 0; at < own.length; at += 2)
      if (counts[own[at]!]!++ === 0) firsts[own[at]!] = found++;
  const { terms, termOfWord } = termsOf(entryWords, counts, firsts);
  const next = terms.map(({ start }) => start);
  const postings = new Array<number>(terms.at(-1)?.end ?? 0);
  let first = 0;
  for (const { key, sections } of entries) {
    const own = numbers.get(key)!;
    for (let at = 0; at < own.length; at += 2)
      postings[next[termOfWord[own[at]!]!]!++] = first + own[at + 1]!;
    first += CHUNK * sections.split('\n').length;
  }
  return { terms, postings };
}

/** Returns the terms of words with postings, and the number of the term of each word. */
function termsOf({ words, order }: EntryWords, counts: Uint32Array, firsts: Uint32Array) {
  const terms: CollectedTerm[] = [];
  const termOfWord = new Uint32Array(words.length);
  let last: CollectedTerm | undefined;
  let end = 0;
  for (const number of order) {
    const count = counts[number]!;
    if (count === 0) continue;
    const first = firsts[number]!;
    const word = words[number]!;
    const space = word.indexOf(' ');
    const term = space < 0 ? word : word.slice(0, space);
    if (last?.term !== term) {
      last = { term, stem: term, written: term, first, start: end, end };
      terms.push(last);
    }
    if (space >= 0 && first <= last.first)
      [, last.written = term, last.stem = term] = word.split(' ');
    last.first = Math.min(first, last.first);
    termOfWord[number] = terms.length - 1;
    last.end = end += count;
  }
  return { terms, termOfWord };
}
