import { readFileSync, statSync } from 'node:fs';
import { parse } from 'devalue';
import { context, entriesFile } from 'virtual:octavo/context';

/** The entries of Astro's store by collection. `dev` reads them again when they have changed. */
class Entries extends Map<string, unknown> {
  #mtime: number | undefined;

  /** Reads the entries if they have changed; returns a number that changes with them. */
  read(): number {
    if (this.#mtime !== undefined && context.mode !== 'dev') return this.#mtime;
    // Astro writes no file for a blog without entries.
    const { mtimeMs = 0 } = statSync(entriesFile, { throwIfNoEntry: false }) ?? {};
    if (mtimeMs === this.#mtime) return mtimeMs;
    this.#mtime = mtimeMs;
    this.clear();
    if (mtimeMs > 0)
      for (const [name, collection] of parse(readFileSync(entriesFile, 'utf8')) as Entries)
        this.set(name, collection);
    return mtimeMs;
  }

  override get(name: string): unknown {
    this.read();
    return super.get(name);
  }

  override has(name: string): boolean {
    this.read();
    return super.has(name);
  }
}

export const storedEntries = new Entries();
