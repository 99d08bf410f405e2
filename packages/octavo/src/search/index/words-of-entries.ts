import { countSearchWords, type SearchCount } from '../../words/search-counts.ts';
import type { SearchText, SearchWords } from '../../words/search-text.ts';
import type { IndexEntry } from '../index-files.ts';

/** A post or page as it is indexed. */
export interface SearchedEntry extends SearchText {
  /** A digest of everything that its words are made from. */
  key: string;
  language: string;
  facts: IndexEntry;
  summary: string;
}

/** The words of entries, which are cached between builds. */
export interface EntryWords {
  /** The term of each word, and behind a space the word as it is written, in lower case, if that differs. */
  words: string[];
  /** For each entry, by its key: the number of a word, that of a chunk with it, the weight there, and so on. */
  entries: ReadonlyMap<string, Uint32Array>;
}

/** The weight of a word in each part of an entry; in the text it is the limit for a repeated word. */
export const WEIGHTS = { title: 40, headings: 16, tags: 13, summary: 10, text: 10 };
/** BM25's parameters k1 and b: how soon repetition adds nothing more, and how much length counts. */
const [SATURATION, LENGTH] = [1.2, 0.6];
/** The usual number of words of a chunk. A constant, so that an edit changes the weights of its chunks alone. */
const USUAL_LENGTH = 700;

/** Returns the words of entries, of unchanged ones from the last build. */
export function wordsOfEntries(
  entries: readonly SearchedEntry[],
  last: EntryWords = { words: [], entries: new Map() },
): EntryWords {
  // After a change of the engine or of settings, words of removed texts are removed.
  const words = entries.some(({ key }) => last.entries.has(key)) ? [...last.words] : [];
  const numbers = new Map(words.map((word, number) => [word, number]));
  const numberOf = (word: string) => {
    const number = numbers.get(word) ?? words.push(word) - 1;
    numbers.set(word, number);
    return number;
  };
  const read = (entry: SearchedEntry) => {
    const own: number[] = [];
    for (const { word, chunk, weight } of weightsOf(entry))
      own.push(numberOf(word), chunk, Math.round(weight));
    return Uint32Array.from(own);
  };
  const all = entries.map((one) => [one.key, last.entries.get(one.key) ?? read(one)] as const);
  return { words, entries: new Map(all) };
}

/** Returns how much the chunks of an entry are about its words; titles, tags and summaries belong to all chunks. */
function weightsOf({ facts, summary, words }: SearchedEntry) {
  const common = {
    title: countSearchWords([facts.title]),
    tags: countSearchWords(facts.filters['tag'] ?? []),
    summary: countSearchWords([summary]),
  };
  return words.split('\n').flatMap((json, chunk) => {
    const [text, headings] = JSON.parse(json) as SearchWords;
    const found = new Map<string, { word: string; chunk: number; weight: number }>();
    const add = (counts: readonly SearchCount[], weightOf: (count: number) => number) => {
      for (const [term, count, written] of counts) {
        const known = found.get(term);
        const word = written === undefined ? term : `${term} ${written}`;
        if (known) known.weight += weightOf(count);
        else found.set(term, { word, chunk, weight: weightOf(count) });
      }
    };
    const length = text.reduce((sum, [, count]) => sum + count, 0);
    const norm = SATURATION * (1 - LENGTH + (LENGTH * length) / USUAL_LENGTH);
    add(text, (count) => (WEIGHTS.text * count) / (count + norm));
    const parts = Object.entries({ ...common, headings });
    for (const [name, counts] of parts as [keyof typeof WEIGHTS, SearchCount[]][])
      add(counts, (count) => WEIGHTS[name] * Math.min(count, 1));
    return [...found.values()];
  });
}
