import { searchWords, type SearchWord } from '../../words/search-words.ts';
import type { WordMatch } from './match-words.ts';

/** A text, split at its hits. */
export type Marked = readonly { text: string; hit: boolean }[];

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
    const last = parts.at(-1);
    if (last && hit.start <= end) last.text += text.slice(end, hit.end);
    else {
      if (hit.start > end) parts.push({ text: text.slice(end, hit.start), hit: false });
      parts.push({ text: text.slice(hit.start, hit.end), hit: true });
    }
    end = hit.end;
  }
  if (end < text.length) parts.push({ text: text.slice(end), hit: false });
  return parts;
}

/** Returns the parts of a word that match; one pair alone (`プロ` of `プロトコル`) is no hit of `プロキシ`. */
function spansOf(word: SearchWord, match: WordMatch): SearchWord[] {
  const isTerm = (one?: SearchWord) => one !== undefined && match.terms.has(one.term);
  if (isTerm(word)) return [word];
  if (word.term !== '') return word.parts.flatMap((part) => spansOf(part, match));
  const isAlone = match.word.parts.length < 2;
  return word.parts.filter((pair, at, { [at - 1]: before, [at + 1]: after }) => {
    if (!isTerm(pair)) return false;
    return isAlone || HAN.test(pair.term) || isTerm(before) || isTerm(after);
  });
}
