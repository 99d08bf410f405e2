import type { Diagnostic } from '../diagnostic.ts';
import { readConfigFiles } from './config-files.ts';
import type { PathRules } from './paths.ts';
import {
  at,
  boolean,
  integer,
  isMap,
  map,
  merged,
  text,
  texts,
  type Values,
} from '../old/values.ts';

/** A folder of the site, and where Hugo has it: below the content, or below the site's root. */
export interface Mount {
  source: string;
  target: string;
}

/** Hugo's configuration with its defaults filled in, for one language. */
export interface HugoConfig {
  /** All of it, keys in lower case, the language's values over the others. */
  values: Values;
  params: Values;
  /** The file that it is in, for diagnostics. */
  file: string;
  baseUrl: string | undefined;
  title: string | undefined;
  /** The key of the language. */
  languageKey: string;
  isDefault: boolean;
  /** The name of the language for readers. */
  languageName: string | undefined;
  /** The keys of all languages, the default among them. */
  languages: ReadonlySet<string>;
  /** The key of the language of files that name none. */
  fileLanguage: string;
  /** `en-us`, as it is written. */
  languageCode: string;
  /** The folder of the URLs of the language: `/en`; empty at the root. */
  prefix: string;
  timeZone: string | undefined;
  paths: PathRules;
  /** For all sections, or by section. */
  uglyUrls: boolean | ReadonlyMap<string, boolean>;
  /** Patterns by section: of pages, and of the sections themselves. */
  permalinks: {
    page: ReadonlyMap<string, string>;
    section: ReadonlyMap<string, string>;
    term: ReadonlyMap<string, string>;
  };
  /** Plural names by singular: `tag` → `tags`. */
  taxonomies: ReadonlyMap<string, string>;
  pageSize: number;
  paginatePath: string;
  /** Sections whose pages are on the index; absent where Hugo finds them. */
  mainSections: readonly string[] | undefined;
  content: Mount[];
  statics: Mount[];
  assets: Mount[];
  /** Patterns of files that Hugo ignores. */
  ignored: readonly RegExp[];
  diagnostics: Diagnostic[];
}

/** Reads the configuration of the Hugo site in a folder, for its default language or another. */
export function readConfig(folder: string, language?: string): HugoConfig {
  const { values: all, files, diagnostics } = readConfigFiles(folder);
  const defaultKey = text(all['defaultcontentlanguage'])?.toLowerCase() ?? 'en';
  const languageKey = language ?? defaultKey;
  const languages = map(all, 'languages');
  const own = map(languages, languageKey);
  const values = merged(all, own);
  const params = map(values, 'params');
  const isDefault = languageKey === defaultKey;
  const inFolder = !isDefault || (boolean(values['defaultcontentlanguageinsubdir']) ?? false);
  return {
    ...{ values, params, languageKey, isDefault, diagnostics },
    languageName: text(own['languagename']),
    file: files[0] ?? 'hugo.toml',
    baseUrl: text(values['baseurl']),
    title: text(values['title']),
    languages: new Set([defaultKey, ...Object.keys(languages)]),
    fileLanguage: hasFolder(values, own, languageKey) ? languageKey : defaultKey,
    languageCode: languageCode(isDefault ? values : own) ?? languageKey,
    prefix: inFolder ? `/${languageKey}` : '',
    timeZone: text(values['timezone']),
    paths: pathRules(values),
    uglyUrls: uglyUrls(values['uglyurls']),
    permalinks: permalinks(map(values, 'permalinks')),
    taxonomies: taxonomies(values['taxonomies']),
    ...pagination(values),
    mainSections: mainSections(params['mainsections'] ?? values['mainsections']),
    ...mounts(values, languageKey),
    ignored: texts(values['ignorefiles']).flatMap(pattern),
  };
}

function languageCode(values: Values): string | undefined {
  return text(values['locale']) ?? text(values['languagecode']);
}

/** True for a language whose content is in folders of its own. */
function hasFolder(values: Values, own: Values, language: string): boolean {
  const mounts = at(values, 'module', 'mounts');
  const isMounted = Array.isArray(mounts) && mounts.some((one) => languageOf(one) === language);
  return own['contentdir'] !== undefined || isMounted;
}

/** Returns the key of the language of a mount, if it is for one. */
function languageOf(mount: unknown): string | undefined {
  return text(at(mount, 'lang'))?.toLowerCase();
}

function pathRules(values: Values): PathRules {
  return {
    keepCase: boolean(values['disablepathtolower']) ?? false,
    removeAccents: boolean(values['removepathaccents']) ?? false,
  };
}

function pagination(values: Values): Pick<HugoConfig, 'pageSize' | 'paginatePath'> {
  const given = map(values, 'pagination');
  return {
    pageSize: integer(given['pagersize']) ?? integer(values['paginate']) ?? 10,
    paginatePath: text(given['path']) ?? text(values['paginatepath']) ?? 'page',
  };
}

function mainSections(value: unknown): string[] | undefined {
  const sections = texts(value);
  return sections.length === 0 ? undefined : sections;
}

function uglyUrls(value: unknown): HugoConfig['uglyUrls'] {
  if (!isMap(value)) return boolean(value) ?? false;
  return new Map(Object.entries(value).map(([section, ugly]) => [section, boolean(ugly) ?? false]));
}

/** Patterns stand by section, or since Hugo 0.112 by kind and section. */
function permalinks(value: Values): HugoConfig['permalinks'] {
  const patterns = (of: Values) =>
    new Map(
      Object.entries(of).flatMap(([section, made]): [string, string][] => {
        const pattern = text(made);
        return pattern === undefined ? [] : [[section, pattern]];
      }),
    );
  return {
    page: new Map([...patterns(value), ...patterns(map(value, 'page'))]),
    section: patterns(map(value, 'section')),
    term: patterns({ ...map(value, 'taxonomy'), ...map(value, 'term') }),
  };
}

function taxonomies(value: unknown): Map<string, string> {
  if (!isMap(value))
    return new Map([
      ['category', 'categories'],
      ['tag', 'tags'],
    ]);
  return new Map(
    Object.entries(value).flatMap(([singular, plural]): [string, string][] => {
      const name = text(plural)?.toLowerCase();
      return name === undefined ? [] : [[singular, name]];
    }),
  );
}

/** Folders from `module.mounts`, else from `contentDir` and its like. */
function mounts(
  values: Values,
  language: string,
): Pick<HugoConfig, 'content' | 'statics' | 'assets'> {
  const given = (
    Array.isArray(at(values, 'module', 'mounts'))
      ? (at(values, 'module', 'mounts') as unknown[])
      : []
  ).flatMap((mount): Mount[] => {
    const [source, target] = [text(at(mount, 'source')), text(at(mount, 'target'))];
    const isOther = (languageOf(mount) ?? language) !== language;
    return source === undefined || target === undefined || isOther
      ? []
      : [{ source: source.replace(/\/$/, ''), target }];
  });
  const of = (kind: string, otherwise: string[]): Mount[] => {
    const own = given.filter(({ target }) => target === kind || target.startsWith(`${kind}/`));
    const below = (target: string) => target.slice(kind.length).replace(/^\/|\/$/g, '');
    if (own.length > 0) return own.map(({ source, target }) => ({ source, target: below(target) }));
    return otherwise.map((source) => ({ source, target: '' }));
  };
  const folders = (key: string, otherwise: string) => {
    const named = Object.keys(values)
      .filter((name) => name === key || new RegExp(`^${key}\\d+$`).test(name))
      .sort()
      .flatMap((name) => texts(values[name]));
    return (named.length === 0 ? [otherwise] : named).map((name) => name.replace(/^\.\/|\/$/g, ''));
  };
  return {
    content: of('content', folders('contentdir', 'content')),
    statics: of('static', folders('staticdir', 'static')),
    assets: of('assets', folders('assetdir', 'assets')),
  };
}

function pattern(source: string): RegExp[] {
  try {
    return [new RegExp(source)];
  } catch {
    return [];
  }
}
