import { countSearchWords, type SearchCount } from '../../words/search-counts.ts';
import type { SearchText, SearchWords } from '../../words/search-text.ts';
import type { IndexEntry } from '../index-files.ts';
import { stemOf, type Stemmer } from './stems.ts';

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
  /** The term of each word, behind a space the word as it is written, in lower case, and its stem, if they differ. */
  words: string[];
  /** The numbers of the words, in the order of their terms. */
  order: number[];
  /** For each entry, by its key: the number of a word, a posting, and so on. */
  entries: ReadonlyMap<string, Uint32Array>;
}

/** The weight of a word in each part of an entry; in the text it is the limit for a repeated word. */
export const WEIGHTS = { title: 40, headings: 16, tags: 13, summary: 10, text: 10 };
/** A posting is the number of a chunk times this, and the weight of the word there, which is less. */
export const CHUNK = 128;
/** BM25's parameters k1 and b: how soon repetition adds nothing more, and how much length counts. */
const [SATURATION, LENGTH] = [1.2, 0.6];
/** The usual number of words of a chunk. A constant, so that an edit changes the weights of its chunks alone. */
const USUAL_LENGTH = 700;

/** Returns the words of entries, of unchanged ones from an earlier build. */
export function wordsOfEntries(
  entries: readonly SearchedEntry[],
  stemmers: ReadonlyMap<string, Stemmer>,
  last: EntryWords = { words: [], order: [], entries: new Map() },
): EntryWords {
  const words = [...last.words];
  const numbers = new Map<string, number>();
  const numberOf = (word: string, language: string) => {
    const key = `${language} ${word}`;
    const known = numbers.get(key);
    if (known !== undefined) return known;
    const [term = '', written = term] = word.split(' ');
    const stem = stemOf(term, written, stemmers.get(language));
    numbers.set(key, words.length);
    return words.push(stem === term ? word : `${term} ${written} ${stem}`) - 1;
  };
  const read = (entry: SearchedEntry) => {
    const own: number[] = [];
    for (const { word, chunk, weight } of weightsOf(entry))
      own.push(numberOf(word, entry.language), chunk * CHUNK + Math.round(weight));
    return Uint32Array.from(own);
  };
  const all = entries.map((one) => [one.key, last.entries.get(one.key) ?? read(one)] as const);
  const order = [...last.order, ...words.keys().drop(last.words.length)];
  order.sort((a, b) => (words[a]! < words[b]! ? -1 : 1));
  return { words, order, entries: new Map(all) };
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
