// The files of the search index, which the build writes and the search page reads.
import type { SearchSection } from '../words/excerpt.ts';

/** `index.json`: everything that each query needs. */
export interface IndexFile {
  /** A digest of the index; part of the URLs of its other files, which browsers may cache. */
  version: string;
  /** By date, the oldest first, after the pages. */
  entries: IndexEntry[];
  /** The tags, series, authors and languages that entries refer to by their numbers. */
  tags: string[];
  series: string[];
  authors: string[];
  languages: string[];
  /** The first term of each file of terms; they are sorted by code units. */
  shards: string[];
  /** Terms of so many entries that only those with one in their title, headings or tags are in the index. */
  common: string;
  /** The endings of words that stems are without: `ing`, or `y i` where the stem has another. */
  endings: string[];
}

/** `terms-0.json` and so on: a term, its stem if it is another, and its entries, as `packTerm` writes them. */
export type TermsFile = string[];

/** `words.json`: words of titles, headings and tags, and of several entries, sorted, for corrections. */
export type WordsFile = string;

/** `text-0.json` and so on: the text of an entry. */
export type TextFile = SearchSection[];

export type IndexEntry = [
  url: string,
  title: string,
  tags: number[],
  language: number,
  day?: string,
  minutes?: number,
  authors?: number[],
  series?: number,
];

/** A term of the index. */
export interface Term {
  term: string;
  stem: string;
  /** The weight of the term in each entry that has it, by its number. */
  weights: Map<number, number>;
}

/** Steps in which a weight doubles. */
const STEPS = 4;

/** Writes a term: `caching 4 B12C1` for entries 18 and 19, of weights 2 and 3, and the stem `cach`. */
export function packTerm({ term, stem, weights }: Term): string {
  let last = -1;
  const sorted = [...weights].sort(([a], [b]) => a - b);
  const entries = sorted.map(([entry, weight]) => {
    const level = Math.min(25, Math.max(0, Math.round(STEPS * Math.log2(weight))));
    const distance = entry - last;
    last = entry;
    return String.fromCharCode(65 + level) + (distance === 1 ? '' : distance.toString(36));
  });
  const stemmed = term.startsWith(stem) ? String(stem.length) : stem;
  return [term, ...(stem === term ? [] : [stemmed]), entries.join('')].join(' ');
}

/** Returns the term that `packTerm` wrote. */
export function unpackTerm(packed: string): Term {
  const [term, ...others] = packed.split(' ') as [string, ...string[]];
  const stemmed = others.length > 1 ? others[0]! : term;
  let entry = -1;
  const weights = new Map<number, number>();
  for (const [, level, distance] of others.at(-1)!.matchAll(/([A-Z])([\da-z]*)/g)) {
    entry += distance === '' ? 1 : parseInt(distance!, 36);
    weights.set(entry, 2 ** ((level!.charCodeAt(0) - 65) / STEPS));
  }
  return { term, stem: /^\d+$/.test(stemmed) ? term.slice(0, Number(stemmed)) : stemmed, weights };
}

/** Writes sorted words, each as the number of characters that it shares with the one before, and its others. */
export function packWords(words: readonly string[]): WordsFile {
  return words
    .map((word, index) => {
      const before = words[index - 1] ?? '';
      let shared = 0;
      while (shared < 9 && shared < word.length - 1 && word[shared] === before[shared]) shared += 1;
      return `${shared}${word.slice(shared)}`;
    })
    .join('');
}

/** Returns the words that `packWords` wrote. */
export function unpackWords(packed: WordsFile): string[] {
  let word = '';
  return [...packed.matchAll(/(\d)(\D+)/g)].map(
    ([, shared, others]) => (word = word.slice(0, Number(shared)) + others!),
  );
}
