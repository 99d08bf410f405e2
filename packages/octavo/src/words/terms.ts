import { spaceWords, splitCjk } from './words.ts';

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
  const lower = spaceWords(text.normalize('NFKC').toLowerCase());
  const { runs, rest } = splitCjk(lower);
  const words = rest.match(WORD) ?? [];
  // Two Chinese, Japanese or Korean characters stand for a word.
  const pairs = runs.flatMap((run) => {
    const characters = [...run];
    return characters.slice(1).map((character, index) => `${characters[index]!}${character}`);
  });
  const terms = [...counted(words)].filter(
    ([word]) => word.length >= SHORTEST && !NUMBER.test(word),
  );
  return mostFrequent([...counted(pairs), ...terms]);
}

function counted(terms: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}

/** Most terms are there once: those need no sorting. */
function mostFrequent(terms: Terms): Terms {
  const repeated = terms.filter(([, count]) => count > 1).sort(([, a], [, b]) => b - a);
  if (repeated.length >= KEPT) return repeated.slice(0, KEPT);
  const once = terms.filter(([, count]) => count === 1);
  return [...repeated, ...once.slice(0, KEPT - repeated.length)];
}

/** Returns terms as one string: many short strings cost more memory. */
export function packTerms(terms: Terms): string {
  return terms.flat().join(' ');
}

/** Returns the terms that `packTerms` made a text of. */
export function unpackTerms(packed: string): Terms {
  if (packed === '') return [];
  const parts = packed.split(' ');
  return Array.from({ length: parts.length / 2 }, (_, index) => [
    parts[2 * index]!,
    Number(parts[2 * index + 1]),
  ]);
}
