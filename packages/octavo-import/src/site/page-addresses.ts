import { isReserved } from 'octavo/internal/addresses/engine-addresses';
import { slugify } from 'octavo/internal/addresses/slug';
import { paths } from 'octavo/internal/addresses/urls';
import type { OldAddress } from '../imported-site.ts';
import type { Diagnostic } from '../diagnostic.ts';
import type { OldPage } from '../old/old-page.ts';
import { belowLanguage, type SiteLanguage } from './site-language.ts';
import { pathKey } from './links.ts';
import type { Placed } from './placing.ts';

/** A page of the old blog that is a list or a built-in page in the new site. */
export interface OtherAddress {
  page: OldPage;
  from: string;
  to: string;
  /** Paths that redirect to it. */
  aliases: readonly string[];
}

interface PageSources {
  placed: readonly Placed[];
  /** What a list or another page of the old blog leads to, with its aliases. */
  others: readonly OtherAddress[];
  pattern: string;
  languages: readonly SiteLanguage[];
  /** Where files are, at which no alias can be. */
  files: Iterable<string>;
}

/** The addresses of posts and pages, those that they had before among them. */
export interface PageAddresses {
  addresses: OldAddress[];
  /** For front matter: old addresses of posts, the oldest first. */
  aliases: Map<Placed, string[]>;
  diagnostics: Diagnostic[];
}

/** Returns where posts and pages were, and what answers there; drafts were nowhere, nor what is yet to come. */
export function pageAddresses(sources: PageSources): PageAddresses {
  const finder = new AddressFinder(sources);
  for (const placed of sources.placed) finder.addPlaced(placed);
  for (const other of sources.others) finder.addAliases(other);
  return finder.found;
}

class AddressFinder {
  readonly found: PageAddresses = { addresses: [], aliases: new Map(), diagnostics: [] };
  readonly #pattern: string;
  readonly #languages: readonly SiteLanguage[];
  /** The file that is at an address, by the key of its path. */
  readonly #owners: Map<string, string>;
  /** Lists that the new site has for its posts: `/tags/a/`, `/series/`. */
  readonly #lists: ReadonlySet<string>;

  constructor({ placed, pattern, languages, files }: PageSources) {
    this.#pattern = pattern;
    this.#languages = languages;
    this.#owners = new Map([...files].map((path) => [pathKey(path), `the file ${path}`]));
    this.#lists = new Set(placed.flatMap(listsOf));
    for (const { url, page } of placed) {
      this.#owners.set(pathKey(url), page.file);
      this.#owners.set(`${paths.markdown(url)}/`, `the Markdown of ${page.file}`);
    }
  }

  addPlaced(placed: Placed): void {
    const { page, oldUrl, url, collection, data } = placed;
    const [kind, by] =
      collection === 'posts' ? (['post', 'alias'] as const) : (['page', 'page'] as const);
    const moved = oldUrl !== url && this.#owner(oldUrl, page) === undefined;
    const before = placed.aliases.filter((alias) => this.#claim(alias, page));
    this.found.aliases.set(placed, [...(moved ? [oldUrl] : []), ...before]);
    if (!data.isPublished) return;
    // No alias can be there, and a page of `public/` can.
    if (oldUrl !== url && !moved && this.#isFreeList(oldUrl))
      this.found.addresses.push({ from: oldUrl, to: url, kind, by: 'page' });
    const add = (from: string, of: OldAddress['kind'], how: OldAddress['by']) =>
      this.found.addresses.push({ from, to: url, kind: of, by: how });
    if (oldUrl === url) add(oldUrl, kind, 'same');
    else if (moved) add(oldUrl, kind, by);
    for (const alias of before) add(alias, 'alias', by);
  }

  /** Adds the aliases of a page that is a list in the new site, or the engine's. */
  addAliases({ page, to, aliases }: OtherAddress): void {
    for (const alias of aliases)
      if (this.#claim(alias, page))
        this.found.addresses.push({ from: alias, to, kind: 'alias', by: 'page' });
  }

  /** What has an address already; otherwise the page has it from now on. */
  #owner(address: string, page: OldPage): string | undefined {
    const key = pathKey(address);
    const path = belowLanguage(this.#languages, key);
    const isEngines = isReserved(path, this.#pattern) && !FREE.test(path);
    const owner = isEngines ? 'a built-in page' : this.#owners.get(key);
    this.#owners.set(key, owner ?? page.file);
    return owner;
  }

  /** True for a URL at which the engine has a list of posts only in other blogs. */
  #isFreeList(url: string): boolean {
    const path = belowLanguage(this.#languages, pathKey(url));
    return /^\/(?:tags\/[^/]+|series(?:\/[^/]+)?)\/$/.test(path) && !this.#lists.has(path);
  }

  /** True for an alias that is free; another one is reported. */
  #claim(alias: string, page: OldPage): boolean {
    const owner = this.#owner(alias, page);
    if (owner === undefined || owner === page.file) return owner === undefined;
    const message = `aliases: ${alias} is already the URL of ${owner}; skipped`;
    const line = page.source.lineOf('aliases');
    this.found.diagnostics.push({ file: page.file, line, severity: 'warning', message });
    return false;
  }
}

function listsOf({ data }: Placed): string[] {
  if (!data.isPublished) return [];
  const { series } = data;
  const ofSeries = series === undefined ? [] : [paths.allSeries, paths.series(slugify(series))];
  return [...data.tags.map((tag) => paths.tag(slugify(tag))), ...ofSeries];
}

/** URLs below these of the engine, at which a page of `public/` is in no conflict. */
const FREE = /^\/(?:search|feeds|archive)\/./;

/** Returns an alias as front matter has it: characters with another meaning in a URL are escaped. */
export function writtenAlias(path: string): string {
  return path.replace(/[%#?\\\s]/g, (character) => encodeURIComponent(character));
}
