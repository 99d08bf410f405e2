import { createHash } from 'node:crypto';
import type { IndexFile, PackedTerm } from '../index-files.ts';
import { collectTerms, type CollectedTerm } from './collect-terms.ts';
import { withCompoundParts } from './compounds.ts';
import { endingsOf, type Stemmer } from './stems.ts';
import { CHUNK, WEIGHTS, type EntryWords, type SearchedEntry } from './words-of-entries.ts';

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
  const texts = entries.map(({ sections }) => sections.split('\n'));
  const chunks = texts.flatMap((ofEntry, entry) => ofEntry.map(() => entry));
  const collected = collectTerms(entries, entryWords);
  const languages = chunks.map((entry) => entries[entry]!.language);
  const terms = withCompoundParts(collected, languages, stemmers);
  const { postings } = collected;
  const words = correctionsOf(terms, postings);
  const least = chunks.length < FEW ? Infinity : COMMON * chunks.length;
  const common = terms.filter(({ start, end }) => end - start > least);
  for (const term of common) keepChunksAbout(term, postings);
  const kept = terms.filter(({ start, end }) => end > start);
  const growth = Math.sqrt(Math.max(1, entries.length / ENTRIES));
  const shards = filesOf(
    kept.map((term) => packed(term, postings)),
    growth * TERMS,
  );
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
    endings: endingsOf(terms),
  };
  const digest = createHash('sha256').update(JSON.stringify(index));
  for (const json of files.values()) digest.update('\n').update(json);
  const version = digest.digest('hex').slice(0, 8);
  return files.set('index.json', JSON.stringify({ version, ...index }));
}

/** Removes the chunks that have a term only in their text or their summary. */
function keepChunksAbout(term: CollectedTerm, postings: number[]): void {
  const { start, end } = term;
  term.end = start;
  for (let at = start; at < end; at++)
    if (postings[at]! % CHUNK >= WEIGHTS.tags) postings[term.end++] = postings[at]!;
}

/** Returns a term as JSON. */
function packed({ term, stem, start, end }: CollectedTerm, postings: readonly number[]): string {
  const all = new Array<PackedTerm[number]>(2 + 2 * (end - start));
  all[0] = term;
  all[1] = term.startsWith(stem) ? stem.length : stem;
  let last = 0;
  for (let at = start; at < end; at++) {
    const weight = postings[at]! % CHUNK;
    const chunk = (postings[at]! - weight) / CHUNK;
    all[2 + 2 * (at - start)] = chunk - last;
    all[3 + 2 * (at - start)] = Math.max(1, Math.round(weight));
    last = chunk;
  }
  return JSON.stringify(all);
}

/** Returns files of at most so many bytes with the values of a list, or with one that is larger. */
function filesOf(values: readonly string[], most: number): { first: number; json: string }[] {
  const files: { first: number; json: string }[] = [];
  let [first, bytes] = [0, 0];
  for (let at = 0; at <= values.length; at++) {
    const length = at < values.length ? Buffer.byteLength(values[at]!) : Infinity;
    bytes += length;
    if (bytes <= most || at === first) continue;
    files.push({ first, json: `[${values.slice(first, at).join()}]` });
    [first, bytes] = [at, length];
  }
  return files;
}

/** Returns the words for corrections, sorted; where there are too many, those of titles and frequent ones. */
function correctionsOf(terms: readonly CollectedTerm[], postings: readonly number[]): string[] {
  const isInTitle = ({ weight }: { weight: number }) => Number(weight >= WEIGHTS.title);
  return terms
    .map(({ term, written, start, end }) => {
      let weight = 0;
      for (let at = start; at < end; at++) weight = Math.max(weight, postings[at]! % CHUNK);
      return { term, written, count: end - start, weight };
    })
    .filter(({ term, count, weight }) => (count > 2 || weight >= WEIGHTS.tags) && isWord(term))
    .sort((a, b) => isInTitle(b) - isInTitle(a) || b.count - a.count)
    .slice(0, MOST_WORDS)
    .map(({ written }) => written)
    .sort();
}

/** False for short words, numbers, and pairs of Chinese or Japanese characters. */
function isWord(term: string): boolean {
  return term.length > 3 && !/\p{N}/u.test(term);
}
