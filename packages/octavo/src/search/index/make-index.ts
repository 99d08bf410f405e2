import { hash } from 'node:crypto';
import type { IndexFile, PackedTerm } from '../index-files.ts';
import { collectTerms, type CollectedTerm } from './collect-terms.ts';
import { addCompoundParts } from './compounds.ts';
import { setStems, type Stemmer } from './stems.ts';
import { WEIGHTS, type EntryWords, type SearchedEntry } from './words-of-entries.ts';

/** Bytes of a file of terms, some 1 KB with gzip: a query fetches one or two for each of its words. */
const TERMS = 3200;
/** Bytes of a file of texts: those of one chunk. */
const TEXTS = 5000;
/** The files of a blog with more entries are larger, with their square root, as they would be too many. */
const ENTRIES = 300;
/** The share of chunks that makes a term common, in a blog of at least so many chunks. */
const [COMMON, FEW] = [0.35, 40];
/** Maximum number of words for corrections. */
const MOST_WORDS = 2500;

/** Returns the files of the index of entries, as JSON by their names. */
export function makeIndex(
  entries: readonly SearchedEntry[],
  entryWords: EntryWords,
  stemmers: ReadonlyMap<string, Stemmer>,
): Map<string, string> {
  const found = collectTerms(entries, entryWords);
  addCompoundParts(found);
  const terms = [...found.values()].sort((a, b) => (a.term < b.term ? -1 : 1));
  const endings = setStems(terms, stemmers);
  const texts = entries.map(({ sections }) => sections.split('\n'));
  const chunks = texts.flatMap((ofEntry, entry) => ofEntry.map(() => entry));
  const words = correctionsOf(terms);
  const least = chunks.length < FEW ? Infinity : COMMON * chunks.length;
  const common = terms.filter(({ postings }) => postings.length / 2 > least);
  for (const term of common) keepChunksAbout(term);
  const kept = terms.filter(({ postings }) => postings.length > 0);
  const growth = Math.sqrt(Math.max(1, entries.length / ENTRIES));
  const shards = filesOf(kept.map(packed), growth * TERMS);
  const textFiles = filesOf(texts.flat(), growth * TEXTS);
  const files = new Map([
    ...textFiles.map(({ json }, number) => [`text-${number}.json`, json] as const),
    ...shards.map(({ json }, number) => [`terms-${number}.json`, json] as const),
    ['words.json', JSON.stringify(words.join(' '))],
  ]);
  const index: Omit<IndexFile, 'version'> = {
    entries: entries.map(({ facts }) => facts),
    chunks,
    texts: textFiles.map(({ first }) => first),
    shards: shards.map(({ first }) => kept[first]!.term),
    common: common.map(({ term }) => term),
    endings,
  };
  const all = [JSON.stringify(index), ...files.values()].join('\n');
  const version = hash('sha256', all, 'hex').slice(0, 8);
  return files.set('index.json', JSON.stringify({ version, ...index }));
}

/** Removes the chunks that have a term only in their text or their summary. */
function keepChunksAbout(term: CollectedTerm): void {
  term.postings = term.postings.filter((_, at, all) => all[at | 1]! >= WEIGHTS.tags);
}

/** Returns a term as JSON. */
function packed({ term, stem, postings }: CollectedTerm): string {
  const all: PackedTerm = [term, term.startsWith(stem) ? stem.length : stem];
  for (let at = 0; at < postings.length; at += 2) {
    const chunk = postings[at]! - (postings[at - 2] ?? 0);
    all.push(chunk, Math.max(1, Math.round(postings[at + 1]!)));
  }
  return JSON.stringify(all);
}

/** Returns files of at most so many bytes with the values of a list, or with one that is larger. */
function filesOf(values: readonly string[], most: number): { first: number; json: string }[] {
  const files: { first: number; values: string[] }[] = [];
  let bytes = Infinity;
  for (const [first, value] of values.entries()) {
    bytes += Buffer.byteLength(value);
    if (bytes <= most) files.at(-1)!.values.push(value);
    else {
      files.push({ first, values: [value] });
      bytes = Buffer.byteLength(value);
    }
  }
  return files.map(({ first, values }) => ({ first, json: `[${values.join()}]` }));
}

/** Returns the words for corrections, sorted; where there are too many, those of titles and frequent ones. */
function correctionsOf(terms: readonly CollectedTerm[]): string[] {
  const isInTitle = ({ weight }: { weight: number }) => Number(weight >= WEIGHTS.title);
  return terms
    .filter(({ term }) => isWord(term))
    .map(({ written, postings }) => ({
      ...{ written, count: postings.length / 2 },
      weight: Math.max(...postings.filter((_, at) => at % 2 === 1)),
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
