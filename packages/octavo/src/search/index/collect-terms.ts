import type { SearchText } from '../../words/search-text.ts';
import type { IndexEntry } from '../index-files.ts';
import { countSearchWords, unpackCounts } from '../../words/search-counts.ts';
import { addWeight, type CollectedTerm } from './collected-term.ts';
import { addCompoundParts } from './compounds.ts';

/** A post or page as it is indexed. */
export interface SearchedEntry extends SearchText {
  facts: IndexEntry;
  headings: readonly string[];
  summary: string;
}

/** The weight of a word in each part of an entry; in the text it is the limit for a repeated word. */
export const WEIGHTS = { title: 40, headings: 16, tags: 13, summary: 10, text: 10 };
/** BM25's parameters k1 and b: how soon repetition adds nothing more, and how much length counts. */
const [SATURATION, LENGTH] = [1.2, 0.6];

/** Returns the terms of entries, sorted by code units. */
export function collectTerms(entries: readonly SearchedEntry[]): CollectedTerm[] {
  const counts = entries.map(({ words }) => unpackCounts(words));
  const lengths = counts.map((words) => words.reduce((sum, [, count]) => sum + count, 0));
  const average = lengths.reduce((sum, length) => sum + length, 0) / entries.length;
  const terms = new Map<string, CollectedTerm>();
  for (const [index, { facts, headings, summary }] of entries.entries()) {
    const { language, title, tags } = facts;
    const add = (term: string, written: string, weight: number) => {
      let found = terms.get(term);
      if (!found) {
        found = { term, stem: term, entries: [], weights: [], written, language };
        terms.set(term, found);
      }
      addWeight(found, index, weight);
    };
    const length = SATURATION * (1 - LENGTH + (LENGTH * lengths[index]!) / average);
    for (const [term, count, written] of counts[index]!)
      add(term, written, (WEIGHTS.text * count) / (count + length));
    const parts = { title: [title], headings, tags, summary: [summary] };
    for (const [name, texts] of Object.entries(parts) as [keyof typeof parts, string[]][])
      for (const [term, { count, written }] of countSearchWords(texts))
        add(term, written, WEIGHTS[name] * Math.min(count, 1));
  }
  addCompoundParts(terms);
  return [...terms.values()].sort((a, b) => (a.term < b.term ? -1 : 1));
}
