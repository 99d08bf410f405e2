import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';

/** The files of a blog, for text edits. */
export class BlogFiles {
  /** The files that were edited, relative to the blog's folder. */
  readonly edited = new Set<string>();
  readonly #root: string;

  constructor(root: string) {
    this.#root = root;
  }

  /** Replaces the texts of the files that a glob matches by what `change` returns. */
  edit(glob: string, change: (text: string, path: string) => string): void {
    for (const name of globSync(glob, { cwd: this.#root }).sort()) {
      const [file, path] = [join(this.#root, name), name.replaceAll(sep, '/')];
      const before = readFileSync(file, 'utf8');
      const after = change(before, path);
      if (after === before) continue;
      writeFileSync(file, after);
      this.edited.add(path);
    }
  }
}
