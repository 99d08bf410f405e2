import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { withSlashes } from '../file-path.ts';

/** The files of the site that is being built. */
export class SiteFiles {
  readonly #folder: string;
  readonly #public: Set<string>;
  readonly #made = new Set<string>();

  /** `folder` is where the site is built, `publicFolder` what is copied to it as it is. */
  constructor(folder: string, publicFolder: string) {
    this.#folder = folder;
    const paths = existsSync(publicFolder) ? readdirSync(publicFolder, { recursive: true }) : [];
    this.#public = new Set(paths.map((path) => withSlashes(path.toString())));
  }

  /** True for a file that stands in public/, and so is not made. */
  isPublic(path: string): boolean {
    return this.#public.has(path);
  }

  /** True where a file is there already. */
  has(path: string): boolean {
    return existsSync(join(this.#folder, path));
  }

  /** Writes a file anew: what is there may be shared with the last site. */
  write(path: string, content: string | Uint8Array): void {
    const file = this.place(path);
    try {
      writeFileSync(file, content, { flag: 'wx' });
    } catch {
      rmSync(file, { force: true });
      writeFileSync(file, content);
    }
  }

  /** Returns where a file is to be; its folder is there then. */
  place(path: string): string {
    const file = join(this.#folder, path);
    const folder = dirname(file);
    if (!this.#made.has(folder)) mkdirSync(folder, { recursive: true });
    this.#made.add(folder);
    return file;
  }
}
