import type { SearchSection } from '../../words/search-text.ts';
import type { IndexFile, PackedTerm } from '../index-files.ts';

/** Fetches and parses a file of the index. */
export type ReadFile = (file: string) => Promise<unknown>;

/** A term of the index. */
export interface Term {
  term: string;
  stem: string;
  /** How much each chunk with the term is about it, by its number. */
  weights: Map<number, number>;
}

/** The files of the index, each fetched when it is first needed. */
export interface IndexReader extends IndexFile {
  /** Returns a term, those that begin with its stem, and others of the same files. */
  termsNear: (term: string, stem?: string) => Promise<Term[]>;
  /** Returns the words for corrections. */
  words: () => Promise<string[]>;
  /** Returns the text of a chunk. */
  sections: (chunk: number) => Promise<SearchSection[]>;
}

/** Opens an index by its file `index.json`. */
export async function openIndex(read: ReadFile): Promise<IndexReader> {
  const index = (await read('index.json')) as IndexFile;
  const files = new Map<string, Promise<unknown>>();
  const file = <Content>(name: string, parse = (json: unknown) => json as Content) => {
    const content = files.get(name) ?? read(`${name}?v=${index.version}`).then(parse);
    files.set(name, content);
    // Lets the next query try again.
    content.catch(() => files.delete(name));
    return content as Promise<Content>;
  };
  const shardOf = (term: string) =>
    Math.max(
      0,
      index.shards.findLastIndex((first) => first <= term),
    );
  return {
    ...index,
    termsNear: async (term, stem) => {
      const own = shardOf(term);
      // Terms further away share few letters with it.
      const first = stem === undefined ? own : Math.max(own - 1, shardOf(stem));
      const last = stem === undefined ? own : Math.min(own + 1, shardOf(`${stem}\uffff`));
      const near = Array.from({ length: last - first + 1 }, (_, number) =>
        file(`terms-${first + number}.json`, (terms) => (terms as PackedTerm[]).map(unpackTerm)),
      );
      return (await Promise.all(near)).flat();
    },
    words: () => file('words.json', (words) => (words as string).split(' ')),
    sections: async (chunk) => {
      const number = index.texts.findLastIndex((first) => first <= chunk);
      const texts = await file<SearchSection[][]>(`text-${number}.json`);
      return texts[chunk - index.texts[number]!]!;
    },
  };
}

function unpackTerm([term, stem, ...pairs]: PackedTerm): Term {
  const weights = new Map<number, number>();
  let chunk = 0;
  for (let at = 0; at < pairs.length; at += 2) {
    chunk += pairs[at]!;
    weights.set(chunk, (weights.get(chunk) ?? 0) + pairs[at + 1]!);
  }
  return { term, stem: typeof stem === 'number' ? term.slice(0, stem) : stem, weights };
}
