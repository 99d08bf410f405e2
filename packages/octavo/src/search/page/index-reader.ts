import type { SearchSection } from '../../words/search-text.ts';
import { unpackTerm, type IndexFile, type PackedTerm, type Term } from '../index-files.ts';

/** Fetches and parses a file of the index. */
export type ReadFile = (file: string) => Promise<unknown>;

/** The files of the index, each fetched when it is first needed. */
export interface IndexReader {
  index: IndexFile;
  term: (term: string) => Promise<Term | undefined>;
  /** Returns all terms that begin with a prefix, and others of the same files. */
  termsNear: (prefix: string) => Promise<Term[]>;
  /** Returns the words for corrections. */
  words: () => Promise<string[]>;
  /** Returns the text of an entry. */
  sections: (entry: number) => Promise<SearchSection[]>;
}

/** Maximum number of files of terms that are fetched for a prefix. */
const MOST_SHARDS = 3;

/** Opens an index by its file `index.json`. */
export async function openIndex(read: ReadFile): Promise<IndexReader> {
  const index = (await read('index.json')) as IndexFile;
  const files = new Map<string, Promise<unknown>>();
  const file = <Content>(name: string, parse: (content: never) => Content): Promise<Content> => {
    const known = files.get(name) as Promise<Content> | undefined;
    if (known) return known;
    const content = read(`${name}?v=${index.version}`).then((json) => parse(json as never));
    files.set(name, content);
    // Lets the next query try again.
    content.catch(() => files.delete(name));
    return content;
  };
  const shardOf = (term: string) =>
    Math.max(
      0,
      index.shards.findLastIndex((first) => first <= term),
    );
  const shard = (number: number) =>
    file(`terms-${number}.json`, (terms: PackedTerm[]) => terms.map(unpackTerm));
  return {
    index,
    term: async (term) => (await shard(shardOf(term))).find((one) => one.term === term),
    termsNear: async (prefix) => {
      const first = shardOf(prefix);
      const count = Math.min(shardOf(`${prefix}\uffff`) - first + 1, MOST_SHARDS);
      const near = Array.from({ length: count }, (_, number) => shard(first + number));
      return (await Promise.all(near)).flat();
    },
    words: () => file('words.json', (words: string[]) => words),
    sections: (entry) => file(`text-${entry}.json`, (sections: SearchSection[]) => sections),
  };
}
