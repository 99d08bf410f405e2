import { cpSync, linkSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { SiteFiles } from './site-files.ts';
import type { BuildCounts } from './command-options.ts';
import { readCached } from '../read-cached.ts';
import { writeWhole } from '../write-whole.ts';

/** The keys of the files of the last site, below the root folder. */
const RECORD = '.cache/octavo/pages.json';
/** Changes with the format of the record. */
const VERSION = 1;

/** A file of the built site. */
interface Page {
  /** A digest of everything that it is made from; `undefined` if it is made in every build. */
  key: string | undefined;
  /** The files in the folder of assets that it may name. */
  assets: string[];
}

interface Recorded extends Page {
  key: string;
  /** Those that exist. */
  assets: string[];
  size: number;
  /** In milliseconds. */
  mtime: number;
}

interface Cached {
  version: number;
  pages: Record<string, Recorded>;
}

interface Places {
  /** The project's folder. */
  root: string;
  /** The folder of the last good site. */
  last: string;
  /** The site that is being built. */
  next: SiteFiles;
}

/**
 * The files of the last site, which are reused where they would be the same. Size and time are
 * compared too, so that a file that was edited by hand is made again.
 */
export class PageCache {
  readonly #root: string;
  readonly #last: string;
  readonly #next: SiteFiles;
  readonly #before: Record<string, Recorded>;
  readonly #after: Record<string, Recorded> = {};
  readonly #made = new Map<string, Page>();
  /** Whether the last site has an asset. */
  readonly #assets = new Map<string, boolean>();
  #reused = 0;

  constructor({ root, last, next }: Places) {
    this.#root = root;
    this.#last = last;
    this.#next = next;
    const record = readCached<Cached>(join(root, RECORD));
    this.#before = record?.version === VERSION ? record.pages : {};
  }

  get counts(): BuildCounts {
    const paths = [...Object.keys(this.#after), ...this.#made.keys()];
    const pages = paths.filter((path) => path.endsWith('.html')).length;
    const cached = Object.keys(this.#before).length;
    return { made: this.#made.size, reused: this.#reused, cached, pages };
  }

  /** Reuses a file if the last site has it with the same key; returns whether it does. */
  reuse(path: string, key: string): boolean {
    const known = this.#before[path];
    if (known?.key !== key || !this.#isWhole(path, known)) return false;
    if (!known.assets.every((asset) => this.#hasAsset(asset))) return false;
    this.#link(path);
    this.#after[path] = known;
    this.#reused++;
    return true;
  }

  /** Reuses all files of a folder if one of them has the same key; returns whether it does. */
  reuseFolder(folder: string, name: string, key: string): boolean {
    const known = Object.entries(this.#before).filter(([path]) => path.startsWith(folder));
    const isSame = this.#before[folder + name]?.key === key;
    return isSame && known.every(([path, page]) => this.reuse(path, page.key));
  }

  /** Adds a file that was made. */
  add(path: string, page: Page): void {
    this.#made.set(path, page);
  }

  /** Reuses an asset that this build did not make, since only reused pages name it. */
  reuseAsset(path: string): void {
    if (this.#hasAsset(path) && !this.#next.has(path)) this.#link(path);
  }

  /** True if the last site has a file with the same bytes. */
  hasSame(path: string, bytes: Buffer): boolean {
    const isSameSize = this.#stats(path)?.size === bytes.length;
    return isSameSize && readFileSync(join(this.#last, path)).equals(bytes);
  }

  /** Returns every asset that a page names. */
  assets(): Set<string> {
    const pages = [...Object.values(this.#after), ...this.#made.values()];
    return new Set(pages.flatMap(({ assets }) => assets));
  }

  /** Writes the record; the site has replaced the last one by now. */
  save(): void {
    this.#assets.clear();
    for (const [path, { key, assets }] of this.#made) {
      const stats = this.#stats(path);
      if (!stats || key === undefined) continue;
      const there = assets.filter((asset) => this.#hasAsset(asset));
      this.#after[path] = {
        key,
        assets: there,
        size: stats.size,
        mtime: Math.round(stats.mtimeMs),
      };
    }
    const record = JSON.stringify({ version: VERSION, pages: this.#after });
    writeWhole(join(this.#root, RECORD), record);
  }

  #isWhole(path: string, { size, mtime }: Recorded): boolean {
    const stats = this.#stats(path);
    return stats?.size === size && Math.round(stats.mtimeMs) === mtime;
  }

  #hasAsset(path: string): boolean {
    const known = this.#assets.get(path) ?? this.#stats(path) !== undefined;
    this.#assets.set(path, known);
    return known;
  }

  /** Returns size and time of a file of the last site. */
  #stats(path: string) {
    const stats = statSync(join(this.#last, path), { throwIfNoEntry: false });
    return stats?.isFile() ? stats : undefined;
  }

  #link(path: string): void {
    const [from, to] = [join(this.#last, path), this.#next.place(path)];
    if (this.#next.has(path)) rmSync(to);
    try {
      linkSync(from, to);
    } catch {
      // Some file systems have no hard links.
      cpSync(from, to, { preserveTimestamps: true });
    }
  }
}
