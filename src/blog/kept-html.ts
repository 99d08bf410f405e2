import { randomUUID } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

/**
 * Where the HTML of posts is kept: a file each, by the digest of its entry. Astro writes and reads
 * its whole store at once, of which the HTML would be nine tenths.
 */
export class KeptHtml {
  readonly #folder: string;

  /** `root` is the project's folder. */
  constructor(root: string) {
    this.#folder = join(root, '.cache/octavo/html');
  }

  /** Returns the digests of all that is kept. */
  digests(): Set<string> {
    if (!existsSync(this.#folder)) return new Set();
    return new Set(readdirSync(this.#folder).map((name) => name.replace(/\.html$/, '')));
  }

  /** Returns the HTML of an entry; empty where there is none. */
  read(digest: string): string {
    const file = this.#file(digest);
    return existsSync(file) ? readFileSync(file, 'utf8') : '';
  }

  /** Keeps the HTML of an entry: all of it, or nothing where the process ends meanwhile. */
  write(digest: string, html: string): void {
    const unfinished = this.#file(`unfinished-${randomUUID()}`);
    mkdirSync(this.#folder, { recursive: true });
    writeFileSync(unfinished, html);
    renameSync(unfinished, this.#file(digest));
  }

  /** Takes away all but the HTML of some entries. */
  keepOnly(digests: ReadonlySet<string>): void {
    for (const digest of this.digests())
      if (!digests.has(digest)) rmSync(this.#file(digest), { force: true });
  }

  #file(digest: string): string {
    return join(this.#folder, `${digest}.html`);
  }
}
