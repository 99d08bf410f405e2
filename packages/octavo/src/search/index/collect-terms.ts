import { countSearchWords } from '../../words/search-counts.ts';
import type { SearchText, SearchWords } from '../../words/search-text.ts';
import type { IndexEntry } from '../index-files.ts';

/** A post or page as it is indexed. */
export interface SearchedEntry extends SearchText {
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

/** Returns the terms of entries by their chunks; titles, tags and summaries belong to all chunks. */
export function collectTerms(entries: readonly SearchedEntry[]): Map<string, CollectedTerm> {
  const chunks = entries.flatMap((entry) =>
    entry.words.split('\n').map((json) => {
      const [text, headings] = JSON.parse(json) as SearchWords;
      return { entry, text, headings, length: text.reduce((sum, [, count]) => sum + count, 0) };
    }),
  );
  const average = chunks.reduce((sum, { length }) => sum + length, 0) / chunks.length;
  const terms = new Map<string, CollectedTerm>();
  for (const [chunk, { entry, text, headings, length }] of chunks.entries()) {
    const { language, title, tags } = entry.facts;
    const add = (term: string, weight: number, written = term) => {
      let found = terms.get(term);
      if (!found) {
        found = { term, stem: term, chunks: [], weights: [], written, language };
        terms.set(term, found);
      }
      if (found.chunks.at(-1) === chunk) found.weights[found.weights.length - 1]! += weight;
      else {
        found.chunks.push(chunk);
        found.weights.push(weight);
      }
    };
    const norm = SATURATION * (1 - LENGTH + (LENGTH * length) / average);
    for (const [term, count, written] of text)
      add(term, (WEIGHTS.text * count) / (count + norm), written);
    const parts = {
      headings,
      title: countSearchWords([title]),
      tags: countSearchWords(tags),
      summary: countSearchWords([entry.summary]),
    };
    for (const [name, counts] of Object.entries(parts) as [keyof typeof parts, SearchWords[0]][])
      for (const [term, count, written] of counts)
        add(term, WEIGHTS[name] * Math.min(count, 1), written);
  }
  return terms;
}
