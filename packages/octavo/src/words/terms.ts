import { splitCjk } from './words.ts';

/** The terms of a text, each with how often it is there, the most frequent first. */
export type Terms = [term: string, count: number][];

/** A run of letters, digits and what joins them in names of programs. */
const WORD = /[\p{L}\p{M}\p{N}_]+/gu;
/** Shorter ones are words that every text has. */
const SHORTEST = 3;
/** Terms stored of a text. */
const KEPT = 100;
const NUMBER = /^[\p{N}_]+$/u;

/** Returns the terms of a plain text: its words in lower case, numbers and short ones apart. */
export function termsOf(text: string): Terms {
  const { runs, rest } = splitCjk(text.normalize('NFKC').toLowerCase());
  const words = rest.match(WORD) ?? [];
  // Two Chinese, Japanese or Korean characters stand for a word.
  const pairs = runs.flatMap((run) => {
    const characters = [...run];
    return characters.slice(1).map((character, index) => `${characters[index]!}${character}`);
  });
  const terms = words.filter((word) => word.length >= SHORTEST && !NUMBER.test(word));
  const counts = new Map<string, number>();
  for (const term of [...pairs, ...terms]) counts.set(term, (counts.get(term) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a).slice(0, KEPT);
}

/** Returns terms as one string: many short strings cost more memory. */
export function packTerms(terms: Terms): string {
  return terms.flat().join(' ');
}

/** Returns the terms that `packTerms` made a text of. */
export function unpackTerms(packed: string): Terms {
  const parts = packed.split(' ');
  return Array.from({ length: parts.length >> 1 }, (_, index) => [
    parts[2 * index]!,
    Number(parts[2 * index + 1]),
  ]);
}
