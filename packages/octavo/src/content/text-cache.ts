import { mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { TextMetadata } from '../words/excerpt.ts';
import { NO_SEARCH_TEXT, type SearchText } from '../words/search-text.ts';

/** A rendering in the cache. */
export interface CachedText {
  /** Of everything that the rendering was made from. */
  digest: string;
  html: string;
  metadata: TextMetadata;
  search?: SearchText | undefined;
  /** The loader's record of its code in colors, for the next rendering. */
  colored: string;
  /** The loader's record, by which it decides whether to reuse the rendering. */
  record: string;
}

/** Increase this when the table or its values change. */
const VERSION = 11;
/** The HTML and the code are last, so that the others are read without them. */
const TABLE = `
  create table if not exists texts (
    digest text primary key, record text not null, metadata text not null,
    sections text not null, words text not null, html text not null, colored text not null
  );
  pragma user_version = ${VERSION};
`;

/**
 * A cache of renderings on disk, by digest. Astro writes its whole store at once and bundles it in
 * a build; renderings would be nine tenths of it.
 */
export class TextCache {
  readonly #database: DatabaseSync;
  readonly #metadata = new Map<string, TextMetadata>();

  /**
   * `root` is the blog's root folder. `dev` has a cache of its own: its links may lead to drafts,
   * and a build deletes the renderings of files that it does not publish.
   */
  constructor(root: string, { inDevelopment = false } = {}) {
    const name = inDevelopment ? 'texts-dev.sqlite' : 'texts.sqlite';
    this.#database = openDatabase(join(root, '.cache/octavo', name));
  }

  /** Returns the records of all renderings, by digest. */
  records(): Map<string, string> {
    const rows = this.#database.prepare('select digest, record from texts').all();
    return new Map(rows.map(({ digest, record }) => [String(digest), String(record)]));
  }

  /** Returns the metadata of all renderings, by digest; that of the last call is the same object. */
  metadata(): Map<string, TextMetadata> {
    const read = this.#database.prepare(
      'select digest, metadata from texts where digest not in (select value from json_each(?))',
    );
    const last = JSON.stringify([...this.#metadata.keys()]);
    for (const { digest, metadata } of read.all(last))
      this.#metadata.set(String(digest), JSON.parse(String(metadata)) as TextMetadata);
    return this.#metadata;
  }

  /** Returns the HTML of a rendering; empty if it is not in the cache. */
  html(digest: string): string {
    return this.#text('html', digest);
  }

  /** Returns the words and sections of all renderings for the search, by digest. */
  searchTexts(): Map<string, SearchText> {
    const rows = this.#database.prepare('select digest, words, sections from texts').all();
    return new Map(
      rows.map(({ digest, words, sections }) => [
        String(digest),
        { words: String(words), sections: String(sections) },
      ]),
    );
  }

  /** Returns the record of the code of a rendering; empty if it is not in the cache. */
  colored(digest: string): string {
    return this.#text('colored', digest);
  }

  #text(column: 'html' | 'colored', digest: string): string {
    const query = this.#database.prepare(`select ${column} as text from texts where digest = ?`);
    return String(query.get(digest)?.['text'] ?? '');
  }

  write({ digest, record, metadata, search = NO_SEARCH_TEXT, html, colored }: CachedText): void {
    const insert = this.#database.prepare(
      'insert or replace into texts values (?, ?, ?, ?, ?, ?, ?)',
    );
    const { sections, words } = search;
    insert.run(digest, record, JSON.stringify(metadata), sections, words, html, colored);
  }

  /** Deletes all renderings but these, and frees their disk space. */
  prune(digests: Iterable<string>): void {
    this.#database
      .prepare('delete from texts where digest not in (select value from json_each(?))')
      .run(JSON.stringify([...digests]));
  }

  close(): void {
    this.#database.close();
  }
}

/** Opens a database; an invalid one, or one of another version, is replaced by an empty one. */
function openDatabase(file: string): DatabaseSync {
  mkdirSync(dirname(file), { recursive: true });
  try {
    return openCurrent(file);
  } catch {
    for (const ending of ['', '-wal', '-shm']) rmSync(`${file}${ending}`, { force: true });
    return openCurrent(file);
  }
}

function openCurrent(file: string): DatabaseSync {
  const database = new DatabaseSync(file, { timeout: 10_000 });
  try {
    // In WAL mode `normal` syncs only at checkpoints.
    database.exec(
      'pragma auto_vacuum = full; pragma journal_mode = wal; pragma synchronous = normal',
    );
    const [version] = Object.values(database.prepare('pragma user_version').get()!);
    if (version === 0) database.exec(TABLE);
    else if (version !== VERSION) throw new Error(`unsupported cache version ${String(version)}`);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}
