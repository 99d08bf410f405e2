import type { TextMetadata } from '../words/excerpt.ts';

/** A content entry: valid front matter, and the metadata of its body. */
export interface Entry<Data> {
  id: string;
  /** Its file, relative to the blog's root folder. */
  path: string;
  data: Data;
  /** Changes with its file and with everything that its rendering depends on. */
  digest: string;
  text: TextMetadata;
}

/** An entry in Astro's store. */
export interface StoredEntry<Data> {
  id: string;
  data: Data;
  filePath?: string | undefined;
  digest?: string | number | undefined;
}

/** Returns an entry of Astro's store with the metadata of its body, from `texts` by digest. */
export function entryOf<Data>(
  { id, data, filePath, digest }: StoredEntry<Data>,
  texts: ReadonlyMap<string, TextMetadata>,
): Entry<Data> {
  const key = String(digest);
  // Astro's getEntry adds a hidden `slug` to the data in its store, which logs an error when it is read.
  return { id, path: filePath!, data: { ...data }, digest: key, text: texts.get(key)! };
}

/** Returns an entry without its body, on which no URL depends. */
export function withoutText<Data>({ id, path, data }: Pick<Entry<Data>, 'id' | 'path' | 'data'>) {
  return { id, path, data, digest: '', text: NO_TEXT };
}

const NO_TEXT: TextMetadata = {
  headings: [],
  pictures: [],
  files: [],
  links: [],
  terms: '',
  text: { words: 0, characters: 0, automatic: { text: '', goesOn: false } },
};
