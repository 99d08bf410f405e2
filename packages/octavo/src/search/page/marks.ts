import { searchWords, type SearchWord } from '../../words/search-words.ts';
import type { Marked } from './search-types.ts';
import type { WordMatch } from './match-words.ts';

/** A hit of a word of the query in a text. */
interface Hit {
  start: number;
  end: number;
  match: WordMatch;
}

const HAN = /^\p{sc=Han}/u;

/** Returns the hits in a text, in order; those of names and their words may overlap. */
export function hitsIn(text: string, matches: readonly WordMatch[]): Hit[] {
  const words = searchWords(text);
  const hits = matches.flatMap((match) =>
    words.flatMap((word) => spansOf(word, match).map(({ start, end }) => ({ start, end, match }))),
  );
  return hits.sort((a, b) => a.start - b.start);
}

/** Splits a text at its hits. */
export function marked(text: string, hits: readonly Hit[]): Marked {
  const parts: { text: string; hit: boolean }[] = [];
  let end = 0;
  for (const hit of hits) {
    if (hit.end <= end) continue;
    const start = Math.max(end, hit.start);
    if (start > end) parts.push({ text: text.slice(end, start), hit: false });
    parts.push({ text: text.slice(start, hit.end), hit: true });
    end = hit.end;
  }
  if (end < text.length) parts.push({ text: text.slice(end), hit: false });
  return parts;
}

function spansOf(word: SearchWord, match: WordMatch): { start: number; end: number }[] {
  if (match.terms.has(word.term)) return [word];
  if (word.term !== '') return word.parts.flatMap((part) => spansOf(part, match));
  return chainsOf(word.parts.map((pair) => (match.terms.has(pair.term) ? pair : undefined)))
    .filter((chain) => chain.length > 1 || match.word.parts.length < 2 || HAN.test(chain[0]!.term))
    .map((chain) => ({ start: chain[0]!.start, end: chain.at(-1)!.end }));
}

/** Returns the pairs that follow each other: one alone (`プロ` of `プロトコル`) is no hit of `プロキシ`. */
function chainsOf(pairs: readonly (SearchWord | undefined)[]): SearchWord[][] {
  const chains: SearchWord[][] = [[]];
  for (const pair of pairs)
    if (pair) chains.at(-1)!.push(pair);
    else chains.push([]);
  return chains.filter((chain) => chain.length > 0);
}
