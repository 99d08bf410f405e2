import { isReserved } from 'octavo/internal/addresses/engine-addresses';
import { permalink } from 'octavo/internal/addresses/permalink';
import { slugify } from 'octavo/internal/addresses/slug';
import type { Diagnostic } from '../diagnostic.ts';
import type { OldPage } from '../old/old-page.ts';
import { below, type SiteLanguage } from './site-language.ts';
import { fit, nearest } from './pattern.ts';
import type { OldEntry } from '../old/old-entry.ts';

/** A page of the old blog, and where it is in the new one. */
export interface Placed extends OldEntry {
  collection: 'posts' | 'pages';
  language: SiteLanguage;
  /** Its id within its language: the path of its file without the language and the ending. */
  id: string;
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
  readonly #urls = new Map<string, string>();
  readonly #ids = new Set<string>();

  constructor(pattern: string) {
    this.#pattern = pattern;
  }

  post(post: Unplaced, language: SiteLanguage): void {
    const { page, day } = post;
    const oldUrl = below(language.prefix, post.oldUrl);
    const fitting = fit(this.#pattern, { oldUrl: nearest(this.#pattern, oldUrl), day });
    const isInFolder = this.#pattern.includes(':folder');
    const folder = isInFolder
      ? (fitting?.folder ?? nearFolder(this.#pattern, oldUrl))
      : folderOf(page, language);
    const counted = isInFolder ? folder : '';
    const wanted = fitting?.slug ?? slugOf(oldUrl, page.name);
    const urlOf = (one: string) => permalink(this.#pattern, { slug: one, day, folder: counted });
    const slug = this.#freeSlug(wanted, page, language, urlOf);
    const name = fileName(page.name) || slug;
    const id = this.#freeId(`${folder === '' ? '' : `${folder}/`}${name}`, 'posts', language);
    const url = language.folder + urlOf(slug);
    this.#urls.set(url, page.file);
    this.placed.push({
      ...{ ...post, collection: 'posts', language, id, url },
      slug: slugify(id.slice(id.lastIndexOf('/') + 1)) === slug ? undefined : slug,
      ...filePaths('posts', id, page, language),
    });
  }

  page(page: Unplaced, language: SiteLanguage): void {
    const wanted = below(language.prefix, page.oldUrl)
      .replace(/\.html?$/, '')
      .replace(/\/+$/, '');
    const parts = wanted.split('/').filter(Boolean).map(pagePart);
    const wholeId = parts.join('/') || slugify(page.page.name) || 'page';
    // Below the addresses of the engine nothing is free.
    const isEngines = parts.length > 1 && isReserved(`/${wholeId}/`, this.#pattern);
    const free = this.#freeSlug(
      isEngines ? parts.join('-') : wholeId,
      page.page,
      language,
      (one) => `/${one}/`,
    );
    const id = this.#freeId(free, 'pages', language);
    const url = `${language.folder}/${id}/`;
    this.#urls.set(url, page.page.file);
    this.placed.push({
      ...{ ...page, collection: 'pages', language, id, url, slug: undefined },
      ...filePaths('pages', id, page.page, language),
    });
  }

  /** True where something is at a path below the folder of a language already. */
  isTaken(path: string, { folder }: SiteLanguage): boolean {
    return this.#urls.has(folder + path) || isReserved(path, this.#pattern);
  }

  #freeSlug(
    wanted: string,
    page: OldPage,
    language: SiteLanguage,
    urlOf: (slug: string) => string,
  ): string {
    let slug = wanted;
    for (let number = 2; this.isTaken(urlOf(slug), language); number++)
      slug = `${wanted}-${number}`;
    if (slug === wanted) return slug;
    const whole = (one: string) => language.folder + urlOf(one);
    const owner = this.#urls.get(whole(wanted)) ?? 'a built-in page';
    const message = `${whole(wanted)} is already the URL of ${owner}; changed to ${whole(slug)}`;
    const line = page.source.lineOf('slug');
    this.diagnostics.push({ file: page.file, line, severity: 'warning', message });
    return slug;
  }

  /** Two files whose names differ in case are one on some machines. */
  #freeId(wanted: string, collection: Placed['collection'], { code }: SiteLanguage): string {
    let id = wanted;
    const key = () => [code, collection, id.toLowerCase()].join('/');
    for (let number = 2; this.#ids.has(key()); number++) id = `${wanted}-${number}`;
    this.#ids.add(key());
    return id;
  }
}

/** Returns the file of a post or page, and the folder of its pictures. */
function filePaths(
  collection: Placed['collection'],
  id: string,
  { isBundle }: OldPage,
  { files }: SiteLanguage,
): Pick<Placed, 'path' | 'pictures'> {
  const base = `src/content/${collection}/${files.folder}${id}`;
  return { path: `${base}${isBundle ? '/index' : ''}${files.suffix}.md`, pictures: base };
}

/** The folders that a file is kept in where they do not count: those below the main section. */
function folderOf({ folders }: OldPage, { mainFolders }: SiteLanguage): string {
  const first = (folders[0] ?? '').toLowerCase();
  const isMain = mainFolders.some((folder) => folder.toLowerCase() === first);
  const kept = isMain ? folders.slice(1) : folders;
  return kept.map(fileName).filter(Boolean).join('/');
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
