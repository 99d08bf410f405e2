import { hash } from 'node:crypto';
import type { IndexFile, PackedTerm } from '../index-files.ts';
import { collectTerms, WEIGHTS, type CollectedTerm, type SearchedEntry } from './collect-terms.ts';
import { addCompoundParts } from './compounds.ts';
import { setStems, type Stemmer } from './stems.ts';

/** Bytes of a file of terms, some 2 KB with gzip. A query fetches one for each of its words. */
const SHARD = 4000;
/** The share of chunks that makes a term common, in a blog of at least so many chunks. */
const [COMMON, FEW] = [0.35, 40];
/** Maximum number of words for corrections. */
const MOST_WORDS = 2500;

/** Returns the files of the index of entries, as JSON by their names. */
export function makeIndex(
  entries: readonly SearchedEntry[],
  stemmers: ReadonlyMap<string, Stemmer>,
): Map<string, string> {
  const found = collectTerms(entries);
  addCompoundParts(found);
  const terms = [...found.values()].sort((a, b) => (a.term < b.term ? -1 : 1));
  const endings = setStems(terms, stemmers);
  const texts = entries.flatMap(({ sections }, entry) =>
    sections.split('\n').map((text) => ({ entry, text })),
  );
  const words = correctionsOf(terms);
  const least = texts.length < FEW ? Infinity : COMMON * texts.length;
  const common = terms.filter(({ chunks }) => chunks.length > least);
  for (const term of common) keepChunksAbout(term);
  const shards = shardsOf(terms);
  const files = new Map([
    ...texts.map(({ text }, number) => [`text-${number}.json`, text] as const),
    ...shards.map((terms, number) => [`terms-${number}.json`, JSON.stringify(terms)] as const),
    ['words.json', JSON.stringify(words.join(' '))],
  ]);
  const index: Omit<IndexFile, 'version'> = {
    entries: entries.map(({ facts }) => facts),
    chunks: texts.map(({ entry }) => entry),
    shards: shards.map(([[first]]) => first),
    common: common.map(({ term }) => term),
    endings,
  };
  const all = [JSON.stringify(index), ...files.values()].join('\n');
  const version = hash('sha256', all, 'hex').slice(0, 8);
  return files.set('index.json', JSON.stringify({ version, ...index }));
}

/** Removes the chunks that have a term only in their text or their summary. */
function keepChunksAbout(term: CollectedTerm): void {
  term.chunks = term.chunks.filter((_, at) => term.weights[at]! >= WEIGHTS.tags);
  term.weights = term.weights.filter((weight) => weight >= WEIGHTS.tags);
}

/** Returns the terms of each file. */
function shardsOf(terms: readonly CollectedTerm[]): [PackedTerm, ...PackedTerm[]][] {
  const shards: [PackedTerm, ...PackedTerm[]][] = [];
  let bytes = SHARD;
  for (const { term, stem, chunks, weights } of terms) {
    if (chunks.length === 0) continue;
    const packed: PackedTerm = [term, term.startsWith(stem) ? stem.length : stem];
    for (const [at, chunk] of chunks.entries())
      packed.push(chunk - (chunks[at - 1] ?? 0), Math.max(1, Math.round(weights[at]!)));
    if (bytes < SHARD) shards.at(-1)!.push(packed);
    else {
      shards.push([packed]);
      bytes = 0;
    }
    bytes += Buffer.byteLength(term) + 4 * packed.length;
  }
  return shards;
}

/** Returns the words for corrections, sorted; where there are too many, those of titles and frequent ones. */
function correctionsOf(terms: readonly CollectedTerm[]): string[] {
  const isInTitle = ({ weight }: { weight: number }) => Number(weight >= WEIGHTS.title);
  return terms
    .filter(({ term }) => isWord(term))
    .map(({ written, weights }) => ({
      ...{ written, count: weights.length, weight: Math.max(...weights) },
    }))
    .filter(({ count, weight }) => count > 2 || weight >= WEIGHTS.tags)
    .sort((a, b) => isInTitle(b) - isInTitle(a) || b.count - a.count)
    .slice(0, MOST_WORDS)
    .map(({ written }) => written)
    .sort();
}

/** False for short words, numbers, and pairs of Chinese or Japanese characters. */
function isWord(term: string): boolean {
  return term.length > 3 && !/\p{N}/u.test(term);
}
