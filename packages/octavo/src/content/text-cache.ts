import { mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { KeptMetadata } from '../words/excerpt.ts';

/** What is kept of a text. */
export interface KeptText {
  /** Of all that its rendering was made from. */
  digest: string;
  html: string;
  metadata: KeptMetadata;
  /** What the loader must know to use it again. */
  record: string;
}

/** Grows when texts are kept in another form. */
const VERSION = 1;
const TABLES = `
  create table texts (digest text primary key, record text not null, metadata text not null);
  create table html (digest text primary key, html text not null);
  pragma user_version = ${VERSION};
`;

/**
 * Where renderings are kept, by their digests. Astro writes its whole store at once, and has it in
 * the bundle of a build: there they would be nine tenths of it.
 */
export class KeptTexts {
  readonly #database: DatabaseSync;

  /**
   * `root` is the project's folder. Those of `dev`, whose links lead to drafts too, are apart: a
   * build takes away what it does not show.
   */
  constructor(root: string, { inDevelopment = false } = {}) {
    const name = inDevelopment ? 'texts-dev.sqlite' : 'texts.sqlite';
    this.#database = opened(join(root, '.cache/octavo', name));
  }

  /** Returns what the loader must know of all that is kept, by digest. */
  records(): Map<string, string> {
    const rows = this.#database.prepare('select digest, record from texts').all();
    return new Map(rows.map(({ digest, record }) => [String(digest), String(record)]));
  }

  /** Returns what lists need to know of all that is kept, by digest. */
  metadata(): Map<string, KeptMetadata> {
    const rows = this.#database.prepare('select digest, metadata from texts').all();
    return new Map(
      rows.map(({ digest, metadata }) => [
        String(digest),
        JSON.parse(String(metadata)) as KeptMetadata,
      ]),
    );
  }

  /** Returns the HTML of a text; empty where there is none. */
  html(digest: string): string {
    const row = this.#database.prepare('select html from html where digest = ?').get(digest);
    return String(row?.['html'] ?? '');
  }

  /** Keeps texts: all of them, or none where the process ends meanwhile. */
  write(texts: readonly KeptText[]): void {
    const text = this.#database.prepare('insert or replace into texts values (?, ?, ?)');
    const page = this.#database.prepare('insert or replace into html values (?, ?)');
    this.#together(() => {
      for (const { digest, html, metadata, record } of texts) {
        text.run(digest, record, JSON.stringify(metadata));
        page.run(digest, html);
      }
    });
  }

  /** Takes away all but some, and the room that much of it took. */
  keepOnly(digests: ReadonlySet<string>): void {
    const gone = [...this.records().keys()].filter((digest) => !digests.has(digest));
    const statements = ['texts', 'html'].map((table) =>
      this.#database.prepare(`delete from ${table} where digest = ?`),
    );
    this.#together(() => {
      for (const digest of gone) for (const statement of statements) statement.run(digest);
    });
    const pages = (name: string) =>
      Number(Object.values(this.#database.prepare(`pragma ${name}`).get()!)[0]);
    if (pages('freelist_count') > pages('page_count') / 2) this.#database.exec('vacuum');
  }

  close(): void {
    this.#database.close();
  }

  #together(write: () => void): void {
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

/** Opens a database, which begins anew where it is of another version, or none. */
function opened(file: string): DatabaseSync {
  mkdirSync(dirname(file), { recursive: true });
  try {
    return current(file);
  } catch {
    for (const ending of ['', '-wal', '-shm']) rmSync(`${file}${ending}`, { force: true });
    return current(file);
  }
}

function current(file: string): DatabaseSync {
  const database = new DatabaseSync(file, { timeout: 10_000 });
  try {
    // Large pages, since most of what is kept is HTML; writing waits for the disk now and then.
    database.exec(
      'pragma page_size = 16384; pragma journal_mode = wal; pragma synchronous = normal',
    );
    const [version] = Object.values(database.prepare('pragma user_version').get()!);
    if (version === 0) database.exec(TABLES);
    else if (version !== VERSION) throw new Error(`a cache of version ${String(version)}`);
    for (const table of ['texts', 'html']) database.prepare(`select * from ${table} limit 1`).get();
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}
