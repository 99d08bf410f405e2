/** The terms of a text, each with how often it is there, the most frequent first. */
export type Terms = [term: string, count: number][];

/** A run of letters, digits and what joins them in names of programs. */
const WORD = /[\p{L}\p{M}\p{N}_]+/gu;
/** Scripts without spaces between words: two characters stand for a word. */
const UNSPACED = /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}\p{scx=Thai}]+/gu;
/** Shorter ones are words that every text has. */
const SHORTEST = 3;
/** Kept of a text: enough to know its subject by, and little to keep. */
const KEPT = 100;

/** Returns the terms of a plain text: its words in lower case, numbers and short ones apart. */
export function termsOf(text: string): Terms {
  const counts = new Map<string, number>();
  const add = (term: string) => counts.set(term, (counts.get(term) ?? 0) + 1);
  const lower = text.normalize('NFKC').toLowerCase();
  for (const run of lower.match(UNSPACED) ?? []) {
    const characters = [...run];
    characters.slice(1).forEach((character, index) => add(`${characters[index]!}${character}`));
  }
  for (const word of lower.replace(UNSPACED, ' ').match(WORD) ?? []) {
    if (word.length >= SHORTEST && !/^[\p{N}_]+$/u.test(word)) add(word);
  }
  return [...counts].sort(([, a], [, b]) => b - a).slice(0, KEPT);
}

/** Returns terms as one text: a long list of short ones is dear to keep. */
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
