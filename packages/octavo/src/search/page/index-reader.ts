import {
  unpackTerm,
  unpackWords,
  type IndexFile,
  type Term,
  type TermsFile,
  type TextFile,
  type WordsFile,
} from '../index-files.ts';

/** Fetches and parses a file of the index. */
export type ReadFile = (file: string) => Promise<unknown>;

/** Files of terms that are fetched for one prefix, at most. */
const MOST_SHARDS = 3;

/** The files of the index, each fetched when it is first needed. */
export class IndexReader {
  readonly index: IndexFile;
  readonly #read: ReadFile;
  readonly #files = new Map<string, Promise<unknown>>();

  private constructor(index: IndexFile, read: ReadFile) {
    this.index = index;
    this.#read = read;
  }

  static async open(read: ReadFile): Promise<IndexReader> {
    return new IndexReader((await read('index.json')) as IndexFile, read);
  }

  /** Returns the terms that begin with a prefix, with others near them. */
  async termsNear(prefix: string): Promise<Term[]> {
    const first = this.#shardOf(prefix);
    const last = Math.min(this.#shardOf(`${prefix}\uffff`), first + MOST_SHARDS - 1);
    const shards = Array.from({ length: last - first + 1 }, (_, i) => this.#shard(first + i));
    return (await Promise.all(shards)).flat();
  }

  async term(term: string): Promise<Term | undefined> {
    const terms = await this.#shard(this.#shardOf(term));
    return terms.find((one) => one.term === term);
  }

  /** Returns the words for corrections. */
  words(): Promise<string[]> {
    return this.#file('words.json', (words) => unpackWords(words as WordsFile));
  }

  text(entry: number): Promise<TextFile> {
    return this.#file(`text-${entry}.json`, (text) => text as TextFile);
  }

  #shard(number: number): Promise<Term[]> {
    return this.#file(`terms-${number}.json`, (terms) => (terms as TermsFile).map(unpackTerm));
  }

  #shardOf(term: string): number {
    return Math.max(
      0,
      this.index.shards.findLastIndex((first) => first <= term),
    );
  }

  #file<Value>(name: string, parse: (content: unknown) => Value): Promise<Value> {
    const known = this.#files.get(name) as Promise<Value> | undefined;
    if (known) return known;
    const file = this.#read(`${name}?v=${this.index.version}`).then(parse);
    this.#files.set(name, file);
    // The next query tries again.
    file.catch(() => this.#files.delete(name));
    return file;
  }
}
