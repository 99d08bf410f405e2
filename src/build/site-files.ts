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
    const file = join(this.#folder, path);
    const folder = dirname(file);
    if (!this.#made.has(folder)) {
      mkdirSync(folder, { recursive: true });
      this.#made.add(folder);
    }
    return file;
  }
}
