import type { CollectedTerm } from './collect-terms.ts';

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

/** Adds the chunks of compounds to the terms of their parts: of `Straßenfußgänger` to `Fußgänger`. */
export function addCompoundParts(terms: Map<string, CollectedTerm>): void {
  const compounds = [...terms.values()].filter(
    ({ term, language }) => COMPOUNDING.has(language.split('-')[0]!) && /^\p{L}+$/u.test(term),
  );
  const parts = compounds.map(({ term }) => partsOf(term, terms));
  for (const [index, compound] of compounds.entries())
    for (const term of parts[index]!) {
      const own = { term, stem: term, written: term, postings: [] };
      const part = terms.get(term) ?? { ...compound, ...own };
      terms.set(term, part);
      const share = (value: number, at: number) => (at % 2 === 0 ? value : value * SHARE);
      part.postings.push(...compound.postings.map(share));
    }
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
