import { isReserved } from 'octavo/internal/addresses/engine-addresses';
import { permalink } from 'octavo/internal/addresses/permalink';
import { slugify } from 'octavo/internal/addresses/slug';
import type { Diagnostic } from '../diagnostic.ts';
import type { OldPage } from '../old/old-page.ts';
import { fit, nearest } from './pattern.ts';
import type { OldEntry } from '../old/old-entry.ts';

/** A page of the old blog, and where it is in the new one. */
export interface Placed extends OldEntry {
  collection: 'posts' | 'pages';
  /** Where Octavo has it. */
  url: string;
  /** Its file, relative to the project's folder. */
  path: string;
  /** Its pictures are in this folder, relative to the project's folder. */
  pictures: string;
  /** Only where the name of the file makes another. */
  slug: string | undefined;
  /** Its day in the time zone of the new site; empty for a page. */
  day: string;
  /** The folder of posts that a page lists. */
  section?: string | undefined;
}

type Unplaced = OldEntry & Pick<Placed, 'day' | 'section'>;

/** Gives each post and page a file and an address of its own. */
export class Placing {
  readonly placed: Placed[] = [];
  readonly diagnostics: Diagnostic[] = [];
  readonly #pattern: string;
  readonly #mainSections: readonly string[];
  readonly #urls = new Map<string, string>();
  readonly #paths = new Set<string>();

  constructor(pattern: string, mainSections: readonly string[]) {
    this.#pattern = pattern;
    this.#mainSections = mainSections.map((section) => section.toLowerCase());
  }

  post(post: Unplaced): void {
    const { page, oldUrl, day } = post;
    const fitting = fit(this.#pattern, { oldUrl: nearest(this.#pattern, oldUrl), day });
    const isInFolder = this.#pattern.includes(':folder');
    const folder = isInFolder
      ? (fitting?.folder ?? nearFolder(this.#pattern, oldUrl))
      : this.#folderOf(page);
    const counted = isInFolder ? folder : '';
    const wanted = fitting?.slug ?? slugOf(oldUrl, page.name);
    const slug = this.#freeSlug(wanted, page, (one) =>
      permalink(this.#pattern, { slug: one, day, folder: counted }),
    );
    const name = fileName(page.name) || slug;
    const base = this.#freePath(`src/content/posts/${folder === '' ? '' : `${folder}/`}${name}`);
    const url = permalink(this.#pattern, { slug, day, folder: counted });
    this.#urls.set(url, page.file);
    this.placed.push({
      ...{ ...post, collection: 'posts', url },
      slug: slugify(base.slice(base.lastIndexOf('/') + 1)) === slug ? undefined : slug,
      path: page.isBundle ? `${base}/index.md` : `${base}.md`,
      pictures: base,
    });
  }

  page(page: Unplaced): void {
    const wanted = page.oldUrl.replace(/\.html?$/, '').replace(/\/+$/, '');
    const parts = wanted.split('/').filter(Boolean).map(pagePart);
    const wholeId = parts.join('/') || slugify(page.page.name) || 'page';
    // Below the addresses of the engine nothing is free.
    const isEngines = parts.length > 1 && isReserved(`/${wholeId}/`, this.#pattern);
    const id = isEngines ? parts.join('-') : wholeId;
    const free = this.#freeSlug(id, page.page, (one) => `/${one}/`);
    const base = this.#freePath(`src/content/pages/${free}`);
    const url = `/${base.slice('src/content/pages/'.length)}/`;
    this.#urls.set(url, page.page.file);
    const path = page.page.isBundle ? `${base}/index.md` : `${base}.md`;
    this.placed.push({ ...page, collection: 'pages', url, path, pictures: base, slug: undefined });
  }

  /** True where something is at an address already. */
  isTaken(url: string): boolean {
    return this.#urls.has(url) || isReserved(url, this.#pattern);
  }

  #freeSlug(wanted: string, page: OldPage, urlOf: (slug: string) => string): string {
    let slug = wanted;
    for (let number = 2; this.isTaken(urlOf(slug)); number++) slug = `${wanted}-${number}`;
    if (slug === wanted) return slug;
    const owner = this.#urls.get(urlOf(wanted)) ?? 'a built-in page';
    const message = `${urlOf(wanted)} is already the URL of ${owner}; changed to ${urlOf(slug)}`;
    const line = page.source.lineOf('slug');
    this.diagnostics.push({ file: page.file, line, severity: 'warning', message });
    return slug;
  }

  /** Two files whose names differ in case are one on some machines. */
  #freePath(wanted: string): string {
    let path = wanted;
    for (let number = 2; this.#paths.has(path.toLowerCase()); number++)
      path = `${wanted}-${number}`;
    this.#paths.add(path.toLowerCase());
    return path;
  }

  /** The folders that a file is kept in where they do not count: those below the main section. */
  #folderOf({ folders }: OldPage): string {
    const isMain = this.#mainSections.includes((folders[0] ?? '').toLowerCase());
    const kept = isMain ? folders.slice(1) : folders;
    return kept.map(fileName).filter(Boolean).join('/');
  }
}

/** A name that is a file's on any machine. */
function fileName(name: string): string {
  const cleaned = name
    .replace(/[<>:"|?*\\/]+/g, '-')
    .replace(/^\.+/, '')
    .trim();
  return cleaned === 'index' || slugify(cleaned) === '' ? '' : cleaned;
}

/** The folders of an address that cannot be kept as it is. */
function nearFolder(pattern: string, oldUrl: string): string {
  const before = pattern.slice(0, pattern.indexOf(':folder'));
  const below = oldUrl.startsWith(before) ? oldUrl.slice(before.length) : '';
  const parts = below.replace(/\/$/, '').split('/').slice(0, -1);
  const folder = parts.map(slugify).filter(Boolean).join('/');
  const isEngines = isReserved(
    permalink(pattern, { slug: 'x', day: '2024-01-01', folder }),
    pattern,
  );
  return isEngines ? `posts/${folder}` : folder;
}

/** A slug for a post whose address cannot be kept. */
function slugOf(oldUrl: string, name: string): string {
  const last = oldUrl.replace(/\/$/, '').split('/').at(-1) ?? '';
  return slugify(last.replace(/\.html?$/, '')) || slugify(name) || 'post';
}

/** A part of a page's address as the name of a file. */
function pagePart(part: string): string {
  const cleaned = /[?#%\\]/.test(part) ? slugify(part) : part;
  return cleaned.replace(/^\.+/, '') || 'page';
}
