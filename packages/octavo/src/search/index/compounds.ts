import type { CollectedTerm, CollectedTerms } from './collect-terms.ts';
import { stemOf, type Stemmer } from './stems.ts';
import { CHUNK } from './words-of-entries.ts';

/** Languages that write compounds as one word. */
const COMPOUNDING = new Set(['da', 'de', 'nb', 'nl', 'nn', 'no', 'sv']);
/** Minimum length of a part. */
const SHORTEST_PART = 4;
/** Minimum length of a part that is not itself a word of the blog. */
const SHORTEST_UNKNOWN = 6;
/** The share of the weight of a compound that its parts have. */
const SHARE = 0.5;
/** Letters that join the parts of a compound. */
const LINK = /(?:e[nrs]?|n|s)$/;

/**
 * Returns all terms, after adding the chunks of compounds to those of their parts: of `Straßenfußgänger`
 * to `Fußgänger`. `languages` has the language of each chunk.
 */
export function withCompoundParts(
  { terms, postings }: CollectedTerms,
  languages: readonly string[],
  stemmers: ReadonlyMap<string, Stemmer>,
): CollectedTerm[] {
  if (!languages.some(isCompounding)) return terms;
  const languageOf = ({ start }: CollectedTerm) => languages[Math.floor(postings[start]! / CHUNK)]!;
  const compounds = terms
    .filter((one) => isCompounding(languageOf(one)) && /^\p{L}+$/u.test(one.term))
    .sort((a, b) => a.first - b.first);
  const all = new Map(terms.map((one) => [one.term, one]));
  const parts = compounds.map(({ term }) => partsOf(term, all));
  for (const [index, compound] of compounds.entries())
    for (const term of parts[index]!) {
      const stem = stemOf(term, term, stemmers.get(languageOf(compound)));
      const part = all.get(term) ?? { ...compound, term, stem, written: term, end: compound.start };
      all.set(term, part);
      const own = postings.slice(part.start, part.end);
      const others = postings.slice(compound.start, compound.end);
      part.start = postings.length;
      for (const posting of own) postings.push(posting);
      for (const posting of others) postings.push(posting - (posting % CHUNK) * (1 - SHARE));
      part.end = postings.length;
    }
  return [...all.values()].sort((a, b) => (a.term < b.term ? -1 : 1));
}

function isCompounding(language: string): boolean {
  return COMPOUNDING.has(language.split('-')[0]!);
}

/** Returns the two parts of a compound, at least one of which is a word of the blog. */
function partsOf(term: string, terms: ReadonlyMap<string, unknown>): string[] {
  let half: string[] = [];
  for (let at = SHORTEST_PART; at <= term.length - SHORTEST_PART; at++) {
    const [start, end] = [term.slice(0, at), term.slice(at)];
    const first = [start, start.replace(LINK, '')].find((word) => isPart(word, terms));
    const isEnd = isPart(end, terms);
    if (first !== undefined && isEnd) return [first, end];
    if (first !== undefined && end.length >= SHORTEST_UNKNOWN) half = [first, end];
    if (isEnd && start.length >= SHORTEST_UNKNOWN) half = [start, end];
  }
  return half;
}

function isPart(word: string, terms: ReadonlyMap<string, unknown>): boolean {
  return word.length >= SHORTEST_PART && terms.has(word);
}
