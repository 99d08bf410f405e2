import { hash } from 'node:crypto';
import { packTerm, type IndexFile, type PackedTerm } from '../index-files.ts';
import { collectTerms, WEIGHTS, type SearchedEntry } from './collect-terms.ts';
import type { CollectedTerm } from './collected-term.ts';
import { setStems, type Stemmer } from './stems.ts';

/** Bytes of a file of terms: some 3 KB with gzip. A query fetches one for each of its words. */
const SHARD = 7000;
/** The share of entries that makes a term common, and the number of entries from which on there are some. */
const [COMMON, FEW] = [0.35, 40];
/** Words for corrections. */
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
  const common = terms.filter(({ weights }) => weights.size > least);
  for (const { weights } of common)
    for (const [entry, weight] of weights) if (weight < WEIGHTS.tags) weights.delete(entry);
  const shards = shardsOf(terms);
  const files = new Map([
    ...entries.map(({ sections }, number) => [`text-${number}.json`, sections] as const),
    ...shards.map((shard, number) => [`terms-${number}.json`, JSON.stringify(shard)] as const),
    ['words.json', JSON.stringify(words)],
  ]);
  const index: Omit<IndexFile, 'version'> = {
    entries: entries.map(({ facts }) => facts),
    shards: shards.map(([first]) => first![0]),
    common: common.map(({ term }) => term),
    endings,
  };
  const version = hash('sha256', JSON.stringify([index, ...files]), 'hex').slice(0, 8);
  return files.set('index.json', JSON.stringify({ version, ...index }));
}

function shardsOf(terms: readonly CollectedTerm[]): PackedTerm[][] {
  const shards: PackedTerm[][] = [];
  let bytes = SHARD;
  for (const term of terms) {
    if (term.weights.size === 0) continue;
    if (bytes >= SHARD) {
      shards.push([]);
      bytes = 0;
    }
    const packed = packTerm(term);
    shards.at(-1)!.push(packed);
    bytes += Buffer.byteLength(JSON.stringify(packed));
  }
  return shards;
}

/** Returns the words that a misspelled one is compared with, sorted: those of titles, then the most frequent. */
function correctionsOf(terms: readonly CollectedTerm[]): string[] {
  const words = terms
    .filter(({ term }) => isWord(term))
    .map(({ written, weights }) => ({
      ...{ written, count: weights.size, weight: Math.max(...weights.values()) },
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
