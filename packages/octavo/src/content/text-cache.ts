import { mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { TextMetadata } from '../words/excerpt.ts';

/** A rendering in the cache. */
export interface CachedText {
  /** Of everything that the rendering was made from. */
  digest: string;
  html: string;
  metadata: TextMetadata;
  /** The loader's record, by which it decides whether to reuse the rendering. */
  record: string;
}

/** Increase this when the tables or their values change. */
const VERSION = 1;
const TABLES = `
  create table texts (digest text primary key, record text not null, metadata text not null);
  create table html (digest text primary key, html text not null);
  pragma user_version = ${VERSION};
`;

/**
 * A cache of renderings on disk, by digest. Astro writes its whole store at once and bundles it in
 * a build; renderings would be nine tenths of it.
 */
export class TextCache {
  readonly #database: DatabaseSync;

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

  /** Returns the metadata of all renderings, by digest. */
  metadata(): Map<string, TextMetadata> {
    const rows = this.#database.prepare('select digest, metadata from texts').all();
    return new Map(
      rows.map(({ digest, metadata }) => [
        String(digest),
        JSON.parse(String(metadata)) as TextMetadata,
      ]),
    );
  }

  /** Returns the HTML of a rendering; empty if it is not in the cache. */
  html(digest: string): string {
    const row = this.#database.prepare('select html from html where digest = ?').get(digest);
    return String(row?.['html'] ?? '');
  }

  /** Writes renderings in one transaction. */
  write(texts: readonly CachedText[]): void {
    const text = this.#database.prepare('insert or replace into texts values (?, ?, ?)');
    const page = this.#database.prepare('insert or replace into html values (?, ?)');
    this.#transaction(() => {
      for (const { digest, html, metadata, record } of texts) {
        text.run(digest, record, JSON.stringify(metadata));
        page.run(digest, html);
      }
    });
  }

  /** Deletes all renderings but these, and frees the disk space if much was deleted. */
  prune(digests: ReadonlySet<string>): void {
    const gone = [...this.records().keys()].filter((digest) => !digests.has(digest));
    const statements = ['texts', 'html'].map((table) =>
      this.#database.prepare(`delete from ${table} where digest = ?`),
    );
    this.#transaction(() => {
      for (const digest of gone) for (const statement of statements) statement.run(digest);
    });
    const pages = (name: string) =>
      Number(Object.values(this.#database.prepare(`pragma ${name}`).get()!)[0]);
    if (pages('freelist_count') > pages('page_count') / 2) this.#database.exec('vacuum');
  }

  close(): void {
    this.#database.close();
  }

  #transaction(write: () => void): void {
    this.#database.exec('begin immediate');
    try {
      write();
      this.#database.exec('commit');
    } catch (error) {
      this.#database.exec('rollback');
      throw error;
    }
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
    // Large pages suit HTML; in WAL mode `normal` syncs only at checkpoints.
    database.exec(
      'pragma page_size = 16384; pragma journal_mode = wal; pragma synchronous = normal',
    );
    const [version] = Object.values(database.prepare('pragma user_version').get()!);
    if (version === 0) database.exec(TABLES);
    else if (version !== VERSION) throw new Error(`unsupported cache version ${String(version)}`);
    for (const table of ['texts', 'html']) database.prepare(`select * from ${table} limit 1`).get();
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}
