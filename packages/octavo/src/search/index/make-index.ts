import { hash } from 'node:crypto';
import { packTerm, packWords, type IndexEntry, type IndexFile } from '../index-files.ts';
import { collectTerms, WEIGHTS, type SearchedEntry } from './collect-terms.ts';
import type { CollectedTerm } from './collected-term.ts';
import { setStems, type Stemmer } from './stems.ts';

/** Bytes of a file of terms: some 3 KB with gzip. A query fetches one for each of its words. */
const SHARD = 7000;
/** The share of entries that makes a term common: no reader looks for all of these. */
const COMMON = 0.35;
/** A blog with fewer entries has no common terms. */
const FEW = 40;
/** Words for corrections. */
const MOST_WORDS = 3000;

/** Returns the files of the index of entries, as JSON by their names. */
export function makeIndex(
  entries: readonly SearchedEntry[],
  stemmers: ReadonlyMap<string, Stemmer>,
): Map<string, string> {
  const terms = collectTerms(entries);
  const endings = setStems(terms, stemmers);
  const common =
    entries.length < FEW
      ? []
      : terms.filter(({ weights }) => weights.size > COMMON * entries.length);
  const words = packWords(correctionsOf(terms));
  for (const { weights } of common)
    for (const [entry, weight] of weights) if (weight < WEIGHTS.tags) weights.delete(entry);
  const shards = shardsOf(terms);
  const files = new Map<string, string>([
    ...entries.map(({ sections }, number) => [`text-${number}.json`, sections] as const),
    ...shards.map((shard, number) => [`terms-${number}.json`, JSON.stringify(shard)] as const),
    ['words.json', JSON.stringify(words)],
  ]);
  const index = {
    ...listsOf(entries),
    shards: shards.map(([first]) => first!.slice(0, first!.indexOf(' '))),
    common: common.map(({ term }) => term).join(' '),
    endings,
  };
  const version = hash('sha256', JSON.stringify([index, ...files]), 'hex').slice(0, 8);
  return files.set('index.json', JSON.stringify({ version, ...index } satisfies IndexFile));
}

function shardsOf(terms: readonly CollectedTerm[]): string[][] {
  const shards: string[][] = [];
  let length = SHARD;
  for (const term of terms) {
    if (term.weights.size === 0) continue;
    const packed = packTerm(term);
    if (length >= SHARD) {
      shards.push([]);
      length = 0;
    }
    shards.at(-1)!.push(packed);
    length += Buffer.byteLength(packed);
  }
  return shards;
}

/** Returns the words that a misspelled one is compared with, sorted. */
function correctionsOf(terms: readonly CollectedTerm[]): string[] {
  const several = terms
    .filter(({ term, isTopic, weights }) => isWord(term) && (isTopic || weights.size > 2))
    .toSorted((a, b) => Number(b.isTopic) - Number(a.isTopic) || b.weights.size - a.weights.size);
  return several
    .slice(0, MOST_WORDS)
    .map(({ written }) => written)
    .sort();
}

/** False for short words, numbers, and pairs of Chinese or Japanese characters. */
function isWord(term: string): boolean {
  return term.length > 3 && !/\p{N}/u.test(term);
}

/** Returns the entries, and the lists of names that they refer to. */
function listsOf(entries: readonly SearchedEntry[]) {
  const lists: Record<'tags' | 'series' | 'authors' | 'languages', string[]> = {
    ...{ tags: [], series: [], authors: [], languages: [] },
  };
  const numberOf = (list: keyof typeof lists, name: string) => {
    const names = lists[list];
    return names.includes(name) ? names.indexOf(name) : names.push(name) - 1;
  };
  const rows = entries.map((entry): IndexEntry => {
    const { url, title, tags, language, day, minutes, authors, series } = entry;
    const languageNumber = numberOf('languages', language);
    const row: IndexEntry = [url, title, tags.map((tag) => numberOf('tags', tag)), languageNumber];
    if (day === undefined) return row;
    row.push(
      day,
      minutes,
      authors.map((author) => numberOf('authors', author)),
    );
    if (series !== undefined) row.push(numberOf('series', series));
    return row;
  });
  return { entries: rows, ...lists };
}
