import type { HugoConfig } from './config.ts';
import { folderOf } from './cascade.ts';
import type { OldPage } from '../old/old-page.ts';
import type { LooseFile } from './content.ts';
import { readDate } from '../old/dates.ts';
import { joinPath } from '../old/paths.ts';
import { sanitize } from './paths.ts';
import { expandPermalink } from './permalinks.ts';
import { text } from '../old/values.ts';

/** Where Hugo has what is of a site: paths without the base path, not percent-encoded. */
export class OldAddresses {
  readonly #config: HugoConfig;
  /** The address of each list of a folder that has an `_index.md`. */
  readonly #lists = new Map<string, string>();
  readonly #sections: ReadonlySet<string>;

  constructor(config: HugoConfig, pages: readonly OldPage[]) {
    this.#config = config;
    this.#sections = new Set(pages.filter(({ kind }) => kind === 'section').map(folderOf));
    for (const page of pages)
      if (page.kind === 'section') this.#lists.set(folderOf(page), this.list(page));
  }

  /** Returns the path of a page: `/posts/x/`, `/posts/x.html`. */
  page(page: OldPage): string {
    const { values } = page.source;
    const url = text(values['url']);
    if (url !== undefined) return this.#written(url, page);
    const section = page.folders[0] ?? '';
    const pattern = this.#config.permalinks.page.get(
      page.folders.length === 0 ? '/' : section.toLowerCase(),
    );
    if (pattern !== undefined) return this.#made(this.#expanded(pattern, page), section);
    const slug = text(values['slug']);
    const name = slug === undefined ? page.name : sanitize(slug, this.#config.paths);
    return this.#made(joinPath('/', ...page.folders, name), section);
  }

  /** Returns the path of a list of a folder: `/posts/`. */
  list(page: Pick<OldPage, 'folders' | 'name'> & Partial<Pick<OldPage, 'source'>>): string {
    const url = text(page.source?.values['url']);
    const folder = folderOf(page);
    if (url !== undefined && page.source) return this.#written(url, page as OldPage);
    const [section = ''] = folder.split('/');
    return this.#made(joinPath('/', folder), section);
  }

  /** Returns the path of the page of a term, or of a taxonomy where there is none: `/tags/go/`. */
  term(plural: string, name?: string): string {
    const folder = name === undefined ? plural : `${plural}/${sanitize(name, this.#config.paths)}`;
    const written = this.#lists.get(folder) ?? this.#lists.get(`${plural}/${name}`);
    if (written !== undefined) return written;
    return this.#made(joinPath('/', folder), plural);
  }

  /** Returns the path of a page of a list: `/posts/page/2/`. */
  paginated(list: string, number: number): string {
    const { paginatePath } = this.#config;
    const isFile = this.#config.uglyUrls === true || !list.endsWith('/');
    if (!isFile) return `${list}${paginatePath}/${number}/`;
    return `${list.replace(/(?:\.html|\/)$/, '')}/${paginatePath}/${number}.html`;
  }

  /** Returns the path that an alias of a page stands for; a relative one is beside the page. */
  alias(alias: string, of: string): string {
    const base = joinPath(of, '..');
    const path = alias.startsWith('/')
      ? joinPath('/', alias)
      : joinPath(base === '' ? '/' : base, alias);
    return /\.html?$/.test(path) || path === '/' ? path : `${path}/`;
  }

  /** Returns the folder that the files of a bundle are in: `/posts/x/`. */
  resources(page: OldPage): string {
    const path = this.page(page);
    if (path.endsWith('/')) return path;
    // Beside a page whose file is named; in the folder of its name otherwise.
    const isWritten = text(page.source.values['url']) !== undefined;
    return isWritten ? path.replace(/[^/]*$/, '') : `${path.replace(/\.html$/, '')}/`;
  }

  /** Returns the path of a file beside the pages of a folder. */
  loose({ folders, name }: LooseFile): string {
    const list = this.#lists.get(folders.join('/'));
    const folder = list?.endsWith('/')
      ? list
      : `${joinPath('/', this.#config.prefix, ...folders)}/`;
    return joinPath(folder, name);
  }

  /** The names of the folders of a page that are sections. */
  #sectionsOf(page: OldPage): string[] {
    return page.folders.filter(
      (_, index) => index === 0 || this.#sections.has(page.folders.slice(0, index + 1).join('/')),
    );
  }

  #expanded(pattern: string, page: OldPage): string {
    const { values } = page.source;
    const written = ['date', 'publishdate', 'lastmod'].flatMap((key) => text(values[key]) ?? []);
    const date = written.map((one) => readDate(one, this.#config.timeZone ?? 'UTC')).find(Boolean);
    return expandPermalink(
      pattern,
      {
        date: date?.calendar ?? ZERO,
        section: page.folders[0] ?? '',
        sections: this.#sectionsOf(page),
        title: text(values['title']) ?? '',
        slug: text(values['slug']),
        name: page.name,
      },
      this.#config.paths,
    );
  }

  /** A path that Hugo makes: cleaned, as a folder or as a file. */
  #made(path: string, section: string): string {
    const cleaned = joinPath('/', this.#config.prefix, sanitize(path, this.#config.paths));
    const { uglyUrls } = this.#config;
    const isUgly =
      typeof uglyUrls === 'boolean' ? uglyUrls : (uglyUrls.get(section.toLowerCase()) ?? false);
    if (cleaned === '/') return '/';
    if (!isUgly) return `${cleaned}/`;
    return cleaned.endsWith('.html') ? cleaned : `${cleaned}.html`;
  }

  /** A path as `url` says it; since Hugo 0.131 it may have the tokens of permalinks in it. */
  #written(url: string, page: OldPage): string {
    const path = /^https?:\/\//.test(url) ? new URL(url).pathname : url;
    const expanded = /:(?:year|month|day|slug|title|section|filename|contentbasename)/.test(path)
      ? this.#expanded(path, page)
      : path;
    // Since Hugo 0.55 a path with a leading slash is from the root of the site.
    const joined = joinPath('/', url.startsWith('/') ? '' : this.#config.prefix, expanded);
    const isFolder = path.endsWith('/') || !path.includes('.');
    if (joined === '/') return '/';
    return isFolder ? `${joined}/` : joined.replace(/\/index\.html$/, '/');
  }
}

/** The date of what has none, to Go. */
const ZERO = { year: 1, month: 1, day: 1, hour: 0, minute: 0, second: 0 };
