import { posix, relative } from 'node:path';
import { decodePath } from 'octavo/internal/addresses/decode-path';
import { isMedia, type OldFiles } from '../old/old-files.ts';
import { joinPath, withSlash } from '../old/paths.ts';
import type { TextContext } from '../text/text-source.ts';
import { ruleFor, type HostRule } from './host-rules.ts';
import { below, type SiteLanguage } from './site-language.ts';
import type { Placed } from './placing.ts';

/** A copy of a file of the old blog that a text shows. */
export interface Picture {
  /** Relative to the project's folder. */
  path: string;
  /** Absolute. */
  copyOf: string;
}

interface Found {
  /** The path below the folder of the text's pictures. */
  name: string;
  /** Absolute. */
  file: string;
  /** Where the old site has it; absent where it has it only if a template asks for it. */
  published?: string;
  isStatic?: boolean;
}

interface Known {
  /** The URL of the old site. */
  baseUrl: string | undefined;
  placed: readonly Placed[];
  /** Where addresses of the old site lead in the new one, lists and aliases too. */
  addresses: ReadonlyMap<string, string>;
  files: OldFiles;
  /** The redirects that the host of the old site made. */
  rules?: readonly HostRule[];
}

/** Hosts do not follow more redirects. */
const MOST_HOPS = 5;

/** Finds what addresses in the texts of the old blog mean in the new one. */
export class Links {
  readonly pictures = new Map<string, Picture>();
  /** Prefixes of paths in texts that the host redirects to another site. */
  readonly elsewhere = new Set<string>();
  readonly #known: Known;
  readonly #byUrl = new Map<string, Placed>();
  readonly #byFile = new Map<string, Placed[]>();
  readonly #byName = new Map<string, Placed[]>();
  readonly #byTranslation = new Map<string, Placed>();
  readonly #site: URL | undefined;

  constructor(known: Known) {
    this.#known = known;
    const { baseUrl } = known;
    this.#site = baseUrl !== undefined && URL.canParse(baseUrl) ? new URL(baseUrl) : undefined;
    for (const placed of known.placed) {
      this.#byUrl.set(pathKey(placed.url), placed);
      this.#byTranslation.set(`${placed.language.code} ${placed.translationKey}`, placed);
      const { folders, name: own } = placed.page;
      const file = contentKey([...folders, own].join('/'));
      this.#byFile.set(file, [...(this.#byFile.get(file) ?? []), placed]);
      const name = placed.page.name.toLowerCase();
      this.#byName.set(name, [...(this.#byName.get(name) ?? []), placed]);
    }
  }

  /** Returns what an address of a link becomes, or `undefined` where it stays as it is. */
  link(from: Placed, address: string, fragment?: string): string | undefined {
    const { path, rest } = this.#split(address);
    if (!path) return undefined;
    const file = /\.(?:md|markdown)$/i.test(path)
      ? this.#page(from, path, from.language)
      : undefined;
    const rooted = path.startsWith('/') ? path : joinPath(baseOf(from.oldUrl), path);
    const page = file ?? this.#pageAt(rooted);
    if (page)
      return isHidden(page, from) ? undefined : this.#to(from, page, rest, Boolean(fragment));
    const to = this.address(rooted) ?? this.#resource(from, path)?.published;
    if (to === undefined) this.#noteRule(rooted);
    return to === undefined || this.#stays(address, to) ? undefined : encodeURI(to) + rest;
  }

  /** True if the old blog answered an address in a text, or if it is of another site. */
  answers(from: Placed | undefined, address: string): boolean {
    const { path, isWhole } = this.#split(address);
    if (path === undefined || path === '') return isWhole && URL.canParse(address);
    const rooted = from ? this.pathOf(from, path) : joinPath('/', path);
    const page = this.#pageAt(rooted);
    if (page) return page.data.isPublished;
    const isKnown = this.#known.addresses.has(pathKey(rooted));
    return (
      isKnown ||
      this.#rule(rooted) !== undefined ||
      this.#known.files.published.has(joinPath('/', rooted))
    );
  }

  /** True for the address of a file that the new site has as it is in the old blog. */
  isCopied(from: Placed, address: string): boolean {
    const path = decodePath(address);
    if (path.startsWith('/')) return this.#known.files.published.has(path);
    return this.pictures.has(posix.join(posix.dirname(from.path), path));
  }

  /** Returns the path in the old site of an address in a text. */
  pathOf(from: Placed, address: string): string {
    const { path = '' } = this.#split(address);
    if (path.startsWith('/')) return path;
    const joined = joinPath(baseOf(from.oldUrl), path);
    return path.endsWith('/') ? `${joined}/` : joined;
  }

  /** Returns what `ref` and `relref` of a path lead to; `undefined` where there is no such page. */
  ref(from: Placed, path: string): string | undefined {
    const [, name = '', rest = ''] = /^([^?#]*)(.*)$/.exec(path.trim()) ?? [];
    if (name === '') return rest;
    const rooted = joinPath('/', name);
    const page = this.#page(from, decodePath(name), from.language) ?? this.#pageAt(rooted);
    if (page) return this.#to(from, page, rest);
    const to = this.address(rooted);
    return to === undefined ? undefined : encodeURI(to) + rest;
  }

  /** Returns the new path of an old one, also of one that the host redirected. */
  address(path: string, hops = 0): string | undefined {
    const known = this.#known.addresses.get(pathKey(path));
    const rule = known === undefined && hops < MOST_HOPS ? this.#rule(path) : undefined;
    if (!rule) return known;
    const target = this.#split(rule.to).path;
    return target === undefined ? undefined : this.address(target, hops + 1);
  }

  #rule(path: string) {
    return ruleFor(this.#known.rules ?? [], path);
  }

  #noteRule(path: string): void {
    const found = this.#rule(path);
    if (!found) return;
    const prefix = found.rule.from.replace(/[*:].*$/s, '');
    this.elsewhere.add(prefix === '/' ? path : prefix);
  }

  /** The post or page to which an address of the old site leads in the new one. */
  #pageAt(path: string): Placed | undefined {
    const to = this.address(path);
    return to === undefined ? undefined : this.#byUrl.get(pathKey(to));
  }

  /** Returns what an address of a menu becomes, from the root of the site; `undefined` where it stays. */
  rooted(address: string, { prefix }: SiteLanguage): string | undefined {
    const { path, rest } = this.#split(address);
    if (path === undefined || path === '') return undefined;
    const rooted = joinPath('/', path).replace(/\/?$/, path.endsWith('/') ? '/' : '');
    const { addresses } = this.#known;
    // Themes add the folder of the language.
    const to = addresses.get(pathKey(prefix + rooted)) ?? addresses.get(pathKey(rooted));
    return to === undefined ? undefined : to + rest;
  }

  /** Returns what an address in the settings of a language becomes: a path below its folder, or a URL. */
  inSettings(address: string, language: SiteLanguage): string | undefined {
    const path = joinPath('/', this.#split(address).path ?? '');
    const isFile = language.folder !== '' && this.#known.files.published.has(path);
    const to = this.rooted(address, language) ?? (isFile ? path : undefined);
    return to === undefined ? undefined : this.#inLanguage(to, language);
  }

  /** Returns a path of the new site as one below the folder of a language, or as a URL. */
  #inLanguage(path: string, { folder }: SiteLanguage): string {
    if (`${path}/`.startsWith(`${folder}/`)) return below(folder, path);
    // Each language has an index.
    return path === '/' ? path : this.#whole(path);
  }

  /** Resolves addresses in texts of the settings, which name pages and files by their URLs. */
  ofSettings(language: SiteLanguage): Pick<TextContext, 'link' | 'ref' | 'resource'> {
    const resource = (address: string) => {
      const { path = '' } = this.#split(address);
      const at = joinPath('/', path);
      const isFile = this.#known.files.published.has(at);
      return isFile ? encodeURI(this.#inLanguage(at, language)) : undefined;
    };
    return {
      resource,
      link: (address) => {
        const { path = '', rest } = this.#split(address);
        const to = this.inSettings(path, language);
        return to === undefined || this.#stays(address, to) ? undefined : encodeURI(to) + rest;
      },
      ref: (address) => {
        const [, path = '', rest = ''] = /^([^?#]*)(.*)$/.exec(address.trim()) ?? [];
        const page = this.#page(undefined, decodePath(path), language);
        const to = page ? this.#inLanguage(page.url, language) : this.inSettings(path, language);
        return to === undefined ? undefined : encodeURI(to) + rest;
      },
    };
  }

  /** Returns the path from a post to its cover, which is copied beside it; `undefined` where there is none. */
  cover(from: Placed, address: string): string | undefined {
    const { path } = this.#split(address);
    const found =
      path === undefined || path === ''
        ? undefined
        : (this.#resource(from, path) ?? this.#resource(from, `/${path}`));
    // Front matter has paths, not URLs.
    return found && isMedia(found.name) ? decodePath(this.#beside(from, found)) : undefined;
  }

  /** Returns the address by which a text names a picture or another file; `undefined` where there is none. */
  resource(from: Placed, address: string): string | undefined {
    const { path } = this.#split(address);
    if (path === undefined || path === '') return undefined;
    const found = this.#resource(from, path);
    if (!found) return undefined;
    if (found.published !== undefined && (found.isStatic || !isMedia(found.name)))
      return encodeURI(found.published);
    return this.#beside(from, found);
  }

  /** Returns the path from a text to a copy of a picture beside it. */
  #beside(from: Placed, { name, file }: Found): string {
    const target = this.#freePicture(posix.join(from.pictures, name), file);
    this.pictures.set(target, { path: target, copyOf: file });
    const path = posix.relative(posix.dirname(from.path), target);
    return `./${path.split('/').map(encodePart).join('/')}`;
  }

  /** Returns a path at which there is no other file: pictures of two folders may have one name. */
  #freePicture(wanted: string, file: string): string {
    const { dir, name, ext } = posix.parse(wanted);
    let path = wanted;
    const isTaken = () => (this.pictures.get(path)?.copyOf ?? file) !== file;
    for (let number = 2; isTaken(); number++) path = posix.join(dir, `${name}-${number}${ext}`);
    return path;
  }

  #resource(from: Placed, path: string): Found | undefined {
    const own = joinPath(path.replace(/^\//, ''));
    const isRooted = path.startsWith('/');
    const beside = isRooted ? undefined : this.#bundled(from, own);
    if (beside) return beside;
    const { published, statics, assets } = this.#known.files;
    const places = isRooted
      ? [own]
      : // A picture in the folder of a text that is no bundle: browsers did not find it, authors meant it.
        [joinPath(from.oldUrl, path), joinPath(...from.page.folders, path)];
    for (const place of places) {
      const at = joinPath('/', place);
      const file = published.get(at);
      if (file !== undefined)
        return { name: posix.basename(at), file, published: at, isStatic: statics.has(at) };
    }
    const asset = assets.get(own);
    return asset === undefined ? undefined : { name: posix.basename(own), file: asset };
  }

  /** A file of the text's own bundle. */
  #bundled({ page }: Placed, name: string): Found | undefined {
    const exact = page.resources.find((one) => one === name);
    const found = exact ?? page.resources.find((one) => one.toLowerCase() === name.toLowerCase());
    const folder = this.#known.files.folders.get(page);
    if (found === undefined || folder === undefined) return undefined;
    const at = joinPath(folder, found);
    const file = this.#known.files.published.get(at);
    return file === undefined ? undefined : { name: found, file, published: at };
  }

  /** The page that a path of a content file means: from the text's folder, from the content, by its name. */
  #page(from: Placed | undefined, path: string, language: SiteLanguage): Placed | undefined {
    const plain = path.replace(/^\//, '').replace(/\/$/, '');
    const places = path.startsWith('/') ? [plain] : placesOf(from, plain);
    const found = places.map((place) => this.#byFile.get(contentKey(place))).find(Boolean);
    const isOwn = (page: Placed) => page.language === language;
    if (found || plain.includes('/')) return found?.find(isOwn) ?? found?.[0];
    const all = this.#byName.get(contentKey(plain).toLowerCase()) ?? [];
    const own = all.filter(isOwn);
    const named = own.length > 0 ? own : all;
    return named.length === 1 ? named[0] : undefined;
  }

  /** Returns the address of a post or page in a text: of its translation in the language of the text. */
  #to(from: Placed, target: Placed, rest: string, hasFragment = false): string {
    const fragment = /#.*$/.exec(rest)?.[0] ?? '';
    if (from === target && fragment !== '') return fragment;
    const translation = this.#translation(target, from.language);
    // A translation may link to its original.
    const to = translation === undefined || translation === from ? target : translation;
    // Its headings are others, and the engine leads all but whole URLs to it.
    if (to !== target && (fragment !== '' || hasFragment))
      return encodeURI(this.#whole(target.url)) + fragment;
    const path = relative(posix.dirname(from.path), to.path).replaceAll('\\', '/');
    const encoded = path.split('/').map(encodePart).join('/');
    return (encoded.startsWith('.') ? encoded : `./${encoded}`) + fragment;
  }

  /** Returns the translation of a post or page in another language than its own. */
  #translation(
    { language, translationKey: key }: Placed,
    wanted: SiteLanguage,
  ): Placed | undefined {
    if (language === wanted || key === undefined) return undefined;
    return this.#byTranslation.get(`${wanted.code} ${key}`);
  }

  #whole(path: string): string {
    return this.#site ? `${this.#site.href.replace(/\/?$/, '')}${path}` : path;
  }

  /** Takes an address apart; `path` is absent where it leads to another site. */
  #split(address: string): { path?: string; rest: string; isWhole: boolean } {
    const [, before = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(address.trim()) ?? [];
    const isWhole = /^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(before);
    if (!isWhole) return { path: this.#withoutBase(decodePath(before)), rest, isWhole };
    if (!/^(?:https?:)?\/\//i.test(before) || !URL.canParse(before, 'https://x.example'))
      return { rest, isWhole };
    const url = new URL(before, 'https://x.example');
    const base = this.#site?.pathname.replace(/\/?$/, '/') ?? '/';
    const host = (name: string) => name.replace(/^www\./, '');
    if (!this.#site || host(url.host) !== host(this.#site.host)) return { rest, isWhole };
    const path = decodePath(url.pathname);
    if (!`${path}/`.startsWith(base)) return { rest, isWhole };
    return { path: `/${path.slice(base.length)}`, rest, isWhole };
  }

  /** True if an address is written as the path of its target, without the base path of the site. */
  #stays(address: string, to: string): boolean {
    const [written = ''] = address.trim().split(/[?#]/);
    return decodePath(written) === to;
  }

  /** A path from the root of the host holds the base path of the site, where it has one. */
  #withoutBase(path: string): string {
    const base = this.#site?.pathname.replace(/\/?$/, '/') ?? '/';
    return base !== '/' && path.startsWith(base) ? `/${path.slice(base.length)}` : path;
  }
}

/** Returns the paths that a relative path of a content file may mean. */
function placesOf(from: Placed | undefined, path: string): string[] {
  const { folders = [], name = '', isBundle = false } = from?.page ?? {};
  const folder = isBundle ? [...folders, name] : folders;
  return [joinPath(...folder, path), joinPath(...folders, path), path];
}

/** A draft has no page that a post could link to. */
function isHidden(to: Placed, from: Placed): boolean {
  return to.data.draft && !from.data.draft;
}

/** Returns one form of a path: `/x`, `/x/` and `/x/index.html` are one address. */
export function pathKey(path: string): string {
  return withSlash(path.normalize('NFC').replace(/\/index\.html$/, '/'));
}

/** What relative addresses of a page start from. */
function baseOf(url: string): string {
  return url.endsWith('/') ? url : url.replace(/[^/]*$/, '');
}

function contentKey(path: string): string {
  return path
    .replace(/\.(?:md|markdown)$/i, '')
    .replace(/(?:\/|^)(?:_?index)$/, '')
    .normalize('NFC');
}

function encodePart(part: string): string {
  return encodeURI(part).replace(
    /[()?#]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
