import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The files of the site that is being built. */
export class SiteFiles {
  readonly #folder: string;
  readonly #made = new Set<string>();

  /** `folder` is where the site is built. */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Writes a file; one that is there already, since public/ has it, stays. */
  write(path: string, content: string | Uint8Array): void {
    const file = this.place(path);
    try {
      writeFileSync(file, content, { flag: 'wx' });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }

  /** Returns where a file is to be; its folder is there then. */
  place(path: string): string {
    this.#makeFolder(dirname(path));
    return join(this.#folder, path);
  }

  /** One by one, which is several times as fast as to have Node look for those that are missing. */
  #makeFolder(path: string): void {
    if (this.#made.has(path)) return;
    if (path !== '.') this.#makeFolder(dirname(path));
    try {
      mkdirSync(join(this.#folder, path));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    this.#made.add(path);
  }
}
