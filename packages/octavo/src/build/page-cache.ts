import { cpSync, existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { BuildCounts } from './command-options.ts';
import { readCached } from '../read-cached.ts';
import { writeWhole } from '../write-whole.ts';

/** The keys of the files of the last site, below the root folder. */
const RECORD = '.cache/octavo/pages.json';

/** A file of the built site. */
interface Page {
  /** A digest of everything that it is made from; `undefined` if it is made in every build. */
  key: string | undefined;
  /** The files in the folder of assets that it may name; of the last site, those that exist. */
  assets: string[];
  /** The URLs of the pictures in its article. */
  pictures?: string[];
  /** Its size and time in the last site, where it is the same. */
  stamp?: string | undefined;
}

/** The folders of a project, of its last good site, and of the one that is being built. */
interface Folders {
  root: string;
  last: string;
  next: string;
  /** Whether the folder of the new site also gets the files that are reused, for integrations of the owner's. */
  isWhole?: boolean;
}

/**
 * The files of the last site, which are reused where they would be the same. Size and time are
 * compared too, so that a file that was edited by hand is made again.
 */
export class PageCache {
  readonly #folders: Folders;
  readonly #before: Record<string, Page>;
  readonly #pages = new Map<string, Page>();
  /** The files that are only in the folder of the last site, and stay there. */
  readonly kept = new Set<string>();
  /** Size and time of the files of a whole site, before integrations of the owner's may change them. */
  readonly #written = new Map<string, string | undefined>();

  constructor(folders: Folders) {
    this.#folders = folders;
    this.#before = readCached(join(folders.root, RECORD)) ?? {};
  }

  get counts(): BuildCounts {
    const paths = [...this.#pages.keys()];
    const made = [...this.#pages.values()].filter(({ stamp }) => stamp === undefined).length;
    const pages = paths.filter((path) => path.endsWith('.html')).length;
    const cached = Object.keys(this.#before).length;
    return { made, reused: paths.length - made, cached, pages };
  }

  /** Reuses a file if the last site has it with the same key; returns whether it does. */
  reuse(path: string, key: string): boolean {
    const known = this.#before[path];
    if (!known?.stamp || known.key !== key || known.stamp !== this.#stamp(path)) return false;
    if (!known.assets.every((asset) => this.#stamp(asset))) return false;
    this.#keep(path);
    this.#pages.set(path, known);
    return true;
  }

  /** Reuses all files of a folder if one of them has the same key; returns whether it does. */
  reuseFolder(folder: string, name: string, key: string): boolean {
    const known = Object.entries(this.#before).filter(([path]) => path.startsWith(folder));
    const isSame = this.#before[folder + name]?.key === key;
    return isSame && known.every(([path, page]) => this.reuse(path, page.key!));
  }

  /** Adds a file that was made. */
  add(path: string, page: Page): void {
    const { next, isWhole } = this.#folders;
    this.#pages.set(path, page);
    if (isWhole) this.#written.set(path, stampOf(join(next, path)));
  }

  /** Reuses the copy of a file in the last site if it has its size and time; returns whether it does. */
  reuseCopy(path: string, file: string): boolean {
    const stamp = stampOf(file);
    const isSame = stamp !== undefined && stamp === this.#stamp(path);
    if (isSame) this.#keep(path);
    return isSame;
  }

  /** Reuses an asset that this build did not make, since only reused pages name it. */
  reuseAsset(path: string): void {
    if (this.#stamp(path) && !this.has(path)) this.#keep(path);
  }

  /** True where the site has a file already. */
  has(path: string): boolean {
    return this.kept.has(path) || existsSync(join(this.#folders.next, path));
  }

  /** Returns the bytes of a file of the site. */
  read(path: string): Buffer {
    const { last, next } = this.#folders;
    return readFileSync(join(this.kept.has(path) ? last : next, path));
  }

  /** True if the last site has a file with the same bytes. */
  hasSame(path: string, bytes: Buffer): boolean {
    if (this.kept.has(path)) return true;
    const file = join(this.#folders.last, path);
    return this.#stamp(path) !== undefined && readFileSync(file).equals(bytes);
  }

  /** Returns every asset that a page names. */
  assets(): Set<string> {
    return new Set([...this.#pages.values()].flatMap(({ assets }) => assets));
  }

  /** Returns the URLs of the pictures in the article of a page. */
  pictures(path: string): string[] {
    return this.#pages.get(path)?.pictures ?? [];
  }

  /** Writes the record; the site has replaced the last one by now. */
  save(): void {
    const isAsWritten = (path: string) =>
      !this.#written.has(path) || this.#written.get(path) === this.#stamp(path);
    const pages = [...this.#pages].filter(
      ([path, { key }]) => key !== undefined && isAsWritten(path),
    );
    const record = pages.map(([path, page]) => {
      if (page.stamp !== undefined) return [path, page];
      const assets = page.assets.filter((asset) => this.#stamp(asset));
      return [path, { ...page, assets, stamp: this.#stamp(path) }];
    });
    writeWhole(join(this.#folders.root, RECORD), JSON.stringify(Object.fromEntries(record)));
  }

  /** Returns size and time of a file of the last site. */
  #stamp(path: string): string | undefined {
    return stampOf(join(this.#folders.last, path));
  }

  #keep(path: string): void {
    const { last, next, isWhole } = this.#folders;
    if (!isWhole) return void this.kept.add(path);
    // No link: integrations may write to the file, and the last site stays until the new one is complete.
    cpSync(join(last, path), join(next, path), { preserveTimestamps: true });
    this.#written.set(path, stampOf(join(next, path)));
  }
}

function stampOf(file: string): string | undefined {
  const stats = statSync(file, { throwIfNoEntry: false });
  return stats?.isFile() ? `${stats.size} ${Math.round(stats.mtimeMs)}` : undefined;
}
