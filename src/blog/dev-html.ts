import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Where `dev` keeps the HTML of posts: a file each, by the digest of its entry. Astro writes and
 * reads its whole store again after every change, of which the HTML would be nine tenths.
 */
export class DevHtml {
  readonly #folder: string;

  /** `root` is the project's folder. */
  constructor(root: string) {
    this.#folder = join(root, '.cache/octavo/dev');
  }

  has(digest: string): boolean {
    return existsSync(this.#file(digest));
  }

  /** Empty where there is none. */
  read(digest: string): string {
    return this.has(digest) ? readFileSync(this.#file(digest), 'utf8') : '';
  }

  /** Keeps the HTML of an entry, and no longer that of what it was before. */
  write(digest: string, html: string, before: string | undefined): void {
    if (before !== undefined && before !== digest) rmSync(this.#file(before), { force: true });
    mkdirSync(this.#folder, { recursive: true });
    writeFileSync(this.#file(digest), html);
  }

  #file(digest: string): string {
    return join(this.#folder, `${digest}.html`);
  }
}
