import { countSearchWords, type SearchCount } from '../../words/search-counts.ts';
import type { SearchText, SearchWords } from '../../words/search-text.ts';
import type { IndexEntry } from '../index-files.ts';

/** A post or page as it is indexed. */
export interface SearchedEntry extends SearchText {
  language: string;
  facts: IndexEntry;
  summary: string;
}

/** A term of the index, while it is made. */
export interface CollectedTerm {
  term: string;
  stem: string;
  /** The numbers of the chunks with the term, and how much each is about it; a chunk may be there twice. */
  chunks: number[];
  weights: number[];
  /** The word as it is written, in lower case. */
  written: string;
  /** The language of its first entry. */
  language: string;
}

/** The weight of a word in each part of an entry; in the text it is the limit for a repeated word. */
export const WEIGHTS = { title: 40, headings: 16, tags: 13, summary: 10, text: 10 };
/** BM25's parameters k1 and b: how soon repetition adds nothing more, and how much length counts. */
const [SATURATION, LENGTH] = [1.2, 0.6];
/** The usual number of words of a chunk. A constant, so that an edit changes the weights of its chunks alone. */
const USUAL_LENGTH = 700;

/** Returns the terms of entries by their chunks; titles, tags and summaries belong to all chunks. */
export function collectTerms(entries: readonly SearchedEntry[]): Map<string, CollectedTerm> {
  const terms = new Map<string, CollectedTerm>();
  let chunk = -1;
  for (const { language, facts, summary, words } of entries) {
    const add = (counts: readonly SearchCount[], weightOf: (count: number) => number) => {
      for (const [term, count, written = term] of counts) {
        let found = terms.get(term);
        if (!found) {
          found = { term, stem: term, chunks: [], weights: [], written, language };
          terms.set(term, found);
        }
        addWeight(found, chunk, weightOf(count));
      }
    };
    const common = {
      title: countSearchWords([facts.title]),
      tags: countSearchWords(facts.filters['tag'] ?? []),
      summary: countSearchWords([summary]),
    };
    for (const json of words.split('\n')) {
      chunk += 1;
      const [text, headings] = JSON.parse(json) as SearchWords;
      const length = text.reduce((sum, [, count]) => sum + count, 0);
      const norm = SATURATION * (1 - LENGTH + (LENGTH * length) / USUAL_LENGTH);
      add(text, (count) => (WEIGHTS.text * count) / (count + norm));
      const parts = Object.entries({ ...common, headings });
      for (const [name, counts] of parts as [keyof typeof WEIGHTS, SearchCount[]][])
        add(counts, (count) => WEIGHTS[name] * Math.min(count, 1));
    }
  }
  return terms;
}

/** Adds the weight of a term in a chunk, which is the last one or a later one. */
function addWeight({ chunks, weights }: CollectedTerm, chunk: number, weight: number): void {
  if (chunks.at(-1) === chunk) weights[weights.length - 1]! += weight;
  else {
    chunks.push(chunk);
    weights.push(weight);
  }
}
