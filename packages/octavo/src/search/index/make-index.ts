import { hash } from 'node:crypto';
import { packTerm, type IndexFile } from '../index-files.ts';
import { collectTerms, WEIGHTS, type SearchedEntry } from './collect-terms.ts';
import type { CollectedTerm } from './collected-term.ts';
import { setStems, type Stemmer } from './stems.ts';

/** Bytes of a file of terms, about 3 KB with gzip. A query fetches one for each of its words. */
const SHARD = 7000;
/** The share of entries that makes a term common, in a blog of at least so many entries. */
const [COMMON, FEW] = [0.35, 40];
/** Maximum number of words for corrections. */
const MOST_WORDS = 3000;

/** Returns the files of the index of entries, as JSON by their names. */
export function makeIndex(
  entries: readonly SearchedEntry[],
  stemmers: ReadonlyMap<string, Stemmer>,
): Map<string, string> {
  const terms = collectTerms(entries);
  const endings = setStems(terms, stemmers);
  const words = correctionsOf(terms);
  const least = entries.length < FEW ? Infinity : COMMON * entries.length;
  const common = terms.filter((term) => term.entries.length > least);
  for (const term of common) {
    const isAbout = (_: number, at: number) => term.weights[at]! >= WEIGHTS.tags;
    term.entries = term.entries.filter(isAbout);
    term.weights = term.weights.filter((weight) => weight >= WEIGHTS.tags);
  }
  const shards = shardsOf(terms);
  const files = new Map([
    ...entries.map(({ sections }, number) => [`text-${number}.json`, sections] as const),
    ...shards.map(({ terms }, number) => [`terms-${number}.json`, `[${terms.join()}]`] as const),
    ['words.json', JSON.stringify(words)],
  ]);
  const index: Omit<IndexFile, 'version'> = {
    entries: entries.map(({ facts }) => facts),
    shards: shards.map(({ first }) => first),
    common: common.map(({ term }) => term),
    endings,
  };
  const version = hash(
    'sha256',
    [JSON.stringify(index), ...files.values()].join('\n'),
    'hex',
  ).slice(0, 8);
  return files.set('index.json', JSON.stringify({ version, ...index }));
}

/** Returns the terms in files, as JSON, each with its first term. */
function shardsOf(terms: readonly CollectedTerm[]): { first: string; terms: string[] }[] {
  const shards: { first: string; terms: string[] }[] = [];
  let bytes = SHARD;
  for (const term of terms) {
    if (term.entries.length === 0) continue;
    if (bytes >= SHARD) {
      shards.push({ first: term.term, terms: [] });
      bytes = 0;
    }
    const json = JSON.stringify(packTerm(term, term.entries, term.weights));
    shards.at(-1)!.terms.push(json);
    bytes += Buffer.byteLength(json);
  }
  return shards;
}

/** Returns the words for corrections, sorted; where there are too many, those of titles and frequent ones. */
function correctionsOf(terms: readonly CollectedTerm[]): string[] {
  const words = terms
    .filter(({ term }) => isWord(term))
    .map(({ written, weights }) => ({
      ...{ written, count: weights.length, weight: Math.max(...weights) },
    }))
    .filter(({ count, weight }) => count > 2 || weight >= WEIGHTS.tags);
  const inTitle = ({ weight }: { weight: number }) => Number(weight >= WEIGHTS.title);
  words.sort((a, b) => inTitle(b) - inTitle(a) || b.count - a.count);
  return words
    .slice(0, MOST_WORDS)
    .map(({ written }) => written)
    .sort();
}

/** False for short words, numbers, and pairs of Chinese or Japanese characters. */
function isWord(term: string): boolean {
  return term.length > 3 && !/\p{N}/u.test(term);
}
