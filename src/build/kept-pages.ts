import {
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { SiteFiles } from './site-files.ts';

/** Below the project's folder: of each file of the last site, what it was made from. */
const RECORD = '.cache/octavo/pages.json';
/** Grows when the record is written in another form. */
const VERSION = 1;

/** A file of the built site. */
interface Page {
  /** A digest of all that it is made from. */
  key: string;
  /** The pictures and other files that it names, in the folder of assets. */
  assets: string[];
}

interface Recorded extends Page {
  size: number;
  mtime: number;
}

interface Folders {
  /** The project's folder. */
  root: string;
  /** The last good site. */
  last: string;
  /** The site that is being built. */
  next: string;
}

/**
 * The files of the last site, of which those are taken over that would be made the same again. A
 * file is known by size and time, so that one that somebody wrote to is made anew.
 */
export class KeptPages {
  readonly #folders: Folders;
  readonly #before: Record<string, Recorded>;
  readonly #after: Record<string, Recorded> = {};
  readonly #made = new Map<string, Page>();
  readonly #next: SiteFiles;
  #takenOver = 0;

  constructor(folders: Folders) {
    this.#folders = folders;
    this.#next = new SiteFiles(folders.next);
    this.#before = readRecord(join(folders.root, RECORD));
  }

  /** How many files were made, how many taken over, and how many of them are pages. */
  get counts(): { made: number; takenOver: number; pages: number } {
    const paths = [...Object.keys(this.#after), ...this.#made.keys()];
    const pages = paths.filter((path) => path.endsWith('.html')).length;
    return { made: this.#made.size, takenOver: this.#takenOver, pages };
  }

  /**
   * Takes a file over, and returns true, where the last site has it and it was made from the same.
   */
  takeOver(path: string, key: string): boolean {
    const known = this.#before[path];
    if (known?.key !== key || !this.#isWhole(path, known)) return false;
    this.#link(path);
    this.#after[path] = known;
    this.#takenOver++;
    return true;
  }

  /** Notes a file that was made anew. */
  add(path: string, page: Page): void {
    this.#made.set(path, page);
  }

  /** Takes over an asset that is not made again, since no page that was made names it. */
  takeOverAsset(path: string): void {
    if (existsSync(join(this.#folders.last, path))) this.#link(path);
  }

  /** Every asset that a page names. */
  assets(): Set<string> {
    const pages = [...Object.values(this.#after), ...this.#made.values()];
    return new Set(pages.flatMap(({ assets }) => assets));
  }

  /** Keeps what the site, which is in its place by now, was made from. */
  save(): void {
    for (const [path, page] of this.#made) {
      const stats = statSync(join(this.#folders.last, path), { throwIfNoEntry: false });
      if (stats) this.#after[path] = { ...page, size: stats.size, mtime: stats.mtimeMs };
    }
    const file = join(this.#folders.root, RECORD);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(`${file}.unfinished`, JSON.stringify({ version: VERSION, pages: this.#after }));
    renameSync(`${file}.unfinished`, file);
  }

  #isWhole(path: string, { size, mtime }: Recorded): boolean {
    const stats = statSync(join(this.#folders.last, path), { throwIfNoEntry: false });
    return stats?.isFile() === true && stats.size === size && stats.mtimeMs === mtime;
  }

  #link(path: string): void {
    const [from, to] = [join(this.#folders.last, path), this.#next.place(path)];
    try {
      linkSync(from, to);
    } catch {
      // What is there already is of public/, or was made; a disk may know no links.
      if (!existsSync(to)) copyFileSync(from, to);
    }
  }
}

function readRecord(file: string): Record<string, Recorded> {
  try {
    const { version, pages } = JSON.parse(readFileSync(file, 'utf8')) as {
      version: number;
      pages: Record<string, Recorded>;
    };
    return version === VERSION ? pages : {};
  } catch {
    return {};
  }
}
