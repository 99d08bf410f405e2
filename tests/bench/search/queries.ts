import { readFileSync } from 'node:fs';
import { pick, randomFrom, type Random } from '../random.ts';

export const KINDS = ['known', 'typo', 'plain', 'identifier', 'phrase', 'none'] as const;
export type Kind = (typeof KINDS)[number];

export interface Query {
  kind: Kind;
  query: string;
  /** The paths of the posts that answer it; none if no post does. */
  paths: string[];
}

/** Returns the queries of a file of JSON lines: `kind`, `query`, and `url` or `urls`. */
export function readQueries(file: string | URL): Query[] {
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '');
  return lines.map((line) => {
    const { kind, query, url, urls } = JSON.parse(line) as {
      kind: Kind;
      query: string;
      url?: string;
      urls?: string[];
    };
    const all = urls ?? [url!];
    return { kind, query, paths: all.map((one) => new URL(one, 'https://example.com').pathname) };
  });
}

/** Returns the known items with a typo each, the same each time; those without a long word are left out. */
export function typosOf(queries: readonly Query[]): Query[] {
  const known = queries.filter(({ kind }) => kind === 'known');
  const letters = [...new Set(known.flatMap(({ query }) => query.match(LONG_WORD) ?? []).join(''))];
  return known.flatMap(({ query, paths }, index) => {
    const mistyped = withTypo(randomFrom(index + 1), query, letters);
    return mistyped === undefined ? [] : [{ kind: 'typo' as const, query: mistyped, paths }];
  });
}

/** A word of five letters or more in a script of an alphabet or in katakana. */
const LONG_WORD = /[\p{Script=Latin}\p{Script=Arabic}\p{Script_Extensions=Katakana}]{5,}/gu;

function withTypo(random: Random, query: string, letters: readonly string[]): string | undefined {
  const words = [...query.matchAll(LONG_WORD)];
  if (words.length === 0) return undefined;
  const { 0: word, index } = pick(random, words);
  const mistyped = mistype(random, word, letters);
  return query.slice(0, index) + mistyped + query.slice(index + word.length);
}

/** Deletes, inserts, substitutes or transposes a letter; one time in six the first. */
function mistype(random: Random, word: string, letters: readonly string[]): string {
  const isFirst = random() < 1 / 6 && word[0] !== word[1];
  // Two equal letters cannot be transposed.
  const places = [...word].keys().filter((place) => place > 0 && word[place] !== word[place + 1]);
  const at = isFirst ? 0 : pick(random, [...places].slice(0, -1));
  const [before, letter, after] = [word.slice(0, at), word[at]!, word.slice(at + 1)];
  const other = pick(
    random,
    letters.filter((one) => one !== letter && one !== after[0]),
  );
  return pick(random, [
    before + after,
    before + other + letter + after,
    before + other + after,
    before + after[0]! + letter + after.slice(1),
  ]);
}
